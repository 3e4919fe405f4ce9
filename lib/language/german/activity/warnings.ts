import type { Words } from "../../words";

export const warnings: Words["activity"]["warnings"] = {
  repeatedHere: "Dies ist dieselbe Änderung wie eine frühere in dieser Antwort.",
  doneElsewhere: "Dies wurde in einer anderen Fassung dieses Chats bereits getan.",
  notUndoable: "Dies lässt sich nicht rückgängig machen.",
  carriesText: (from, to) =>
    `Dies trägt möglicherweise Text, der in ${from} gelesen wurde, nach ${to}.`,
  carriesTextAway: (from) =>
    `Dies trägt möglicherweise Text, der in ${from} gelesen wurde, an einen anderen Ort.`,
  looksLatin: (field, spelled) =>
    `„${field}“ enthält Buchstaben, die nur wie lateinische aussehen: ${spelled}.`,
  nameLooksLatin: (field, spelled) =>
    `Der Name von „${field}“ enthält Buchstaben, die nur wie lateinische aussehen: ${spelled}.`,
  unseen: (field) => `„${field}“ enthält unsichtbare Zeichen. Hier sind sie ausgeschrieben.`,
  nameUnseen: (field) =>
    `Der Name von „${field}“ enthält unsichtbare Zeichen. Hier sind sie ausgeschrieben.`,
};
