/** Files beside a message: while it is written, and in the conversation. */
export const attachments = {
  attached: "Attached files",
  text: (size: string) => `Text, ${size}`,
  image: (width: number, height: number) => `Picture, ${width} × ${height}`,
  open: (name: string) => `Open the picture ${name}`,
  download: (name: string) => `Save the file ${name}`,
  remove: (name: string) => `Remove ${name}`,
  again: "Try again",
  uploading: (name: string) => `${name} is on its way`,
  unseen: "This picture cannot be shown.",
  failed: "Not attached",
  surplus: (count: number, most: number) =>
    count === 1
      ? `One file was left out: a message may have ${most}.`
      : `${count} files were left out: a message may have ${most}.`,
  flaws: {
    empty: "It is empty.",
    unreadable: "It cannot be read.",
    "image-too-large": "It is too large: a picture may have 5 MB.",
    "text-too-large": "It is too large: a text may have 200 kB.",
    "unknown-kind": "It is neither UTF-8 text nor a PNG, JPEG, GIF or WebP picture.",
  },
};
