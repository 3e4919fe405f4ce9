/**
 * The questions that were seen open on this page, and whether this page answered them. It lives as long as the page: another
 * tab has one of its own, and after a reload nobody remembers a question.
 */
const questions = new Map<string, { actionIds: readonly string[]; answeredHere: boolean }>();

/** A question stands on the screen. */
export function noteQuestion(approvalId: string, actionIds: readonly string[]): void {
  const answeredHere = questions.get(approvalId)?.answeredHere ?? false;
  questions.set(approvalId, { actionIds, answeredHere });
}

/** This page sends an answer, or hears that it did not count. */
export function noteAnswer(approvalId: string, answeredHere: boolean): void {
  const question = questions.get(approvalId);
  if (question) questions.set(approvalId, { ...question, answeredHere });
}

/** Whether an action was asked about on this page, and decided somewhere else. */
export function wasAnsweredElsewhere(actionId: string): boolean {
  return [...questions.values()].some(
    ({ actionIds, answeredHere }) => actionIds.includes(actionId) && !answeredHere,
  );
}
