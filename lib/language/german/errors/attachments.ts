import type { attachments as english } from "../../english/errors/attachments";

export const attachments: typeof english = {
  pictureUnreadable: "Dieses Bild kann nicht gelesen werden.",
  pictureTooManyPixels: (most, width, height) =>
    `Ein Bild darf auf jeder Seite höchstens ${most} Pixel haben; dieses hat ${width} × ${height}.`,
  fileEmpty: "Diese Datei ist leer.",
  fileOfNoKind: "Das ist weder Text noch ein Bild, das ein Modell ansehen kann.",
  pictureTooLarge: (kilobytes) => `Ein Bild darf höchstens ${kilobytes} kB haben.`,
  textTooLarge: (kilobytes) => `Ein Text darf höchstens ${kilobytes} kB haben.`,
  textsTooLarge: (kilobytes) =>
    `Die Texte einer Nachricht dürfen zusammen höchstens ${kilobytes} kB haben.`,
  modelWithoutPictures: (model) => `${model} kann keine Bilder ansehen.`,
  filesFull: (megabytes) => `Die Dateien füllen die ${megabytes} MB, die es für sie gibt.`,
  fileGone: "Eine angehängte Datei ist nicht mehr da.",
  fileNotBase64: "Eine Datei in diesem Chat ist kein gültiges Base64.",
  bodyNotFile: "Der Inhalt muss eine Datei sein.",
  chooseAnotherFile: "Eine andere Datei wählen.",
  saveAsPicture: "Es noch einmal als PNG oder JPEG speichern.",
  makeSmaller: "Sie verkleinern oder nur einen Teil anhängen.",
  kindsOfFiles: "Text muss UTF-8 sein, Bilder PNG, JPEG, GIF oder WebP.",
  removeOne: "Eine davon entfernen oder nur einen Teil anhängen.",
  otherModelOrNoPicture: "Ein anderes Modell wählen oder das Bild entfernen.",
  attachAgain: "Sie entfernen und noch einmal anhängen.",
  deleteChatsWithFiles: "Chats mit Dateien löschen, die nicht mehr gebraucht werden.",
  sendAtMost: (megabytes) => `Weniger auf einmal senden: höchstens ${megabytes} MB.`,
  sendOctets: "Mit content-type: application/octet-stream senden.",
};
