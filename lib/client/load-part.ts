import { errorViewOf } from "@/lib/language/sentence";
import { RequestError } from "./request";
import { say } from "./say";

/**
 * Fetches a part of the page that its first load does without.
 *
 * @param load an `import()`: after a failure it fetches again when it is called again
 * @throws RequestError when it cannot be fetched
 */
export async function loadPart<Part>(load: () => Promise<Part>): Promise<Part> {
  try {
    return await load();
  } catch (cause) {
    const view = errorViewOf("part_missing", say("partMissing"), say("hintTryOrReload"));
    throw new RequestError(view, { cause });
  }
}
