/** Why a file is not kept, or not sent. */
export const attachments = {
  pictureUnreadable: "This picture cannot be read.",
  pictureTooManyPixels: (most: number, width: number, height: number) =>
    `A picture may have at most ${most} pixels on a side; this one has ${width} × ${height}.`,
  fileEmpty: "This file is empty.",
  fileOfNoKind: "This is neither text nor a picture that a model can look at.",
  pictureTooLarge: (kilobytes: number) => `A picture may have at most ${kilobytes} kB.`,
  textTooLarge: (kilobytes: number) => `A text may have at most ${kilobytes} kB.`,
  textsTooLarge: (kilobytes: number) =>
    `The texts of one message may have at most ${kilobytes} kB together.`,
  modelWithoutPictures: (model: string) => `${model} cannot look at pictures.`,
  filesFull: (megabytes: number) =>
    `Your files take up the ${megabytes} MB that there are for them.`,
  fileGone: "A file that was attached is not there any more.",
  fileNotBase64: "A file in this chat is not valid Base64.",
  bodyNotFile: "The body has to be a file.",
  chooseAnotherFile: "Choose another file.",
  saveAsPicture: "Save it again as PNG or JPEG.",
  makeSmaller: "Make it smaller, or attach a part of it.",
  kindsOfFiles: "Text has to be UTF-8; pictures PNG, JPEG, GIF or WebP.",
  removeOne: "Remove one of them, or attach a part of it.",
  otherModelOrNoPicture: "Choose another model, or remove the picture.",
  attachAgain: "Remove it and attach it again.",
  deleteChatsWithFiles: "Delete chats with files that you need no longer.",
  sendAtMost: (megabytes: number) => `Send less at once: at most ${megabytes} MB.`,
  sendOctets: "Send it with content-type: application/octet-stream.",
};
