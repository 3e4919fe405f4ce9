/** The longest message a person may send, in UTF-16 code units. */
export const messageLengthLimit = 50_000;

/** Files that one message may bring. */
export const attachmentsPerMessage = 5;

/** Bytes of one picture, of one text, and of all texts of one message: a model has to read them beside the conversation. */
export const imageSizeLimit = 5_000_000;
export const textSizeLimit = 200_000;
export const messageTextLimit = 300_000;

/** Pixels of a picture on either side. */
export const imageSideLimit = 8_000;

/** UTF-16 code units of a file's name. */
export const attachmentNameLimit = 120;
