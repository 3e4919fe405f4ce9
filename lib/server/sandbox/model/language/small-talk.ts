import { inEnglish } from "./german";
import { says, type Utterance } from "./utterance";

export type SmallTalkIntent =
  | { kind: "greeting" }
  | { kind: "thanks" }
  | { kind: "help" }
  | { kind: "dismissal" };

export function readSmallTalk(utterance: Utterance): SmallTalkIntent | undefined {
  if (
    says(
      utterance,
      /^(?:hi|hello|hey|good (?:morning|afternoon|evening)|hallo|yo)\b[\w\s,!.]{0,20}$/i,
    )
  ) {
    return { kind: "greeting" };
  }
  if (
    says(
      utterance,
      /^(?:(?:ok|okay|great|perfect|cool|nice)[,!. ]*)?(?:thanks|thank you|thx|cheers)\b|^(?:ok|okay|great|perfect|cool|nice|good)[!.]*$/i,
    )
  ) {
    return { kind: "thanks" };
  }
  if (
    says(
      utterance,
      /^(?:never ?mind|forget it|cancel(?: (?:that|it))?|stop|no(?:,? thanks| thank you)?|not now)[!.]*$/i,
    )
  ) {
    return { kind: "dismissal" };
  }
  if (
    says(
      utterance,
      /^help\b(?: me)?[?!.]*$|\bwhat (?:all )?can you do\b|\bhow (?:can|do) (?:you|i|this)\b.{0,20}(?:help|work|use)|\bwhat are you\b|\bwho are you\b|\bare you (?:an? )?(?:ai|script|real|bot|model)\b/i,
    )
  ) {
    return { kind: "help" };
  }
  return undefined;
}

/** "Continue", "try again", "I have connected it": go on with what was asked before. */
export function isContinuation(text: string): boolean {
  return /^(?:(?:please|ok|okay|yes|now)[,.! ]+)*(?:continue|go on|go ahead|carry on|keep going|resume|proceed|(?:try|do) (?:it |that )?again|retry|i(?:'ve| have)? connected(?: it| bitbucket)?|connected|done)[.! ]*$/i.test(
    inEnglish(text).trim(),
  );
}
