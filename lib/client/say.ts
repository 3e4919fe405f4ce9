import type { failures } from "@/lib/language/english/failures";
import { keyedSpeaker } from "@/lib/language/sentence";

/**
 * What a page itself says of a failure. Its words are among those that every page has; were the English ones imported here, too,
 * the build would look for their chunk in vain.
 */
export const say = keyedSpeaker<typeof failures>();
