import { failures } from "@/lib/language/english/failures";
import { speaker } from "@/lib/language/sentence";

/** What a page itself says of a failure; shown in its reader's language like what the server says. */
export const say = speaker(failures);
