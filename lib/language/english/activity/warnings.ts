/** What a person should know before they say yes to a change. */
export const warnings = {
  repeatedHere: "This is the same change as one before it in this answer.",
  doneElsewhere: "This was done already, in another version of this chat.",
  notUndoable: "This cannot be undone.",
  carriesText: (from: string, to: string) =>
    `This may carry text that was read from ${from} to ${to}.`,
  carriesTextAway: (from: string) =>
    `This may carry text that was read from ${from} to another place.`,
  looksLatin: (field: string, spelled: string) =>
    `“${field}” has letters that only look like Latin ones: ${spelled}.`,
  nameLooksLatin: (field: string, spelled: string) =>
    `“the name of ${field}” has letters that only look like Latin ones: ${spelled}.`,
  unseen: (field: string) =>
    `“${field}” has characters that are not seen. They are written out here.`,
  nameUnseen: (field: string) =>
    `“the name of ${field}” has characters that are not seen. They are written out here.`,
};
