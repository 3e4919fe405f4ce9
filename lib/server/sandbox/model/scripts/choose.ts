import { enumerate } from "../answers/words";
import { matchOption } from "../language/options";
import { ask, type Script } from "../planner/script";

/** A longer list is no help in a question. */
const mostOptions = 8;

/**
 * Asks a person to choose, until the answer fits.
 *
 * @param accepts lets an answer through that is none of the options
 */
export function* choose(
  question: string,
  options: readonly string[],
  accepts: (answer: string) => string | undefined = () => undefined,
): Script<string> {
  const shown = options.slice(0, mostOptions);
  const more = options.length > shown.length ? " There are more; name another if you mean it." : "";
  const list = enumerate(
    shown.map((option) => `**${option}**`),
    "or",
  );
  let text = `${question} ${list}?${more}`;
  for (;;) {
    const answer = yield* ask({ text, expects: { type: "choice", options } });
    const chosen = matchOption(answer, options) ?? accepts(answer);
    if (chosen !== undefined) return chosen;
    text = `I could not tell which one you mean. ${list}?${more}`;
  }
}
