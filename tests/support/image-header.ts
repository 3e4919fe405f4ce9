const ascii = (text: string) => Buffer.from(text, "latin1");

const number = (value: number, bytes: number, order: "big" | "little") => {
  const buffer = Buffer.alloc(bytes);
  if (order === "big") buffer.writeUIntBE(value, 0, bytes);
  else buffer.writeUIntLE(value, 0, bytes);
  return buffer;
};

/** The beginning of a picture, which says how large it is; there are no pixels in it. */
export function imageHeader(
  type: "png" | "gif" | "jpeg" | "webp",
  width: number,
  height: number,
): Uint8Array {
  const sides = (bytes: number, order: "big" | "little", less = 0) =>
    Buffer.concat([number(width - less, bytes, order), number(height - less, bytes, order)]);
  switch (type) {
    case "png":
      return Buffer.concat([
        Buffer.from([0x89]),
        ascii("PNG\r\n\x1a\n"),
        number(13, 4, "big"),
        ascii("IHDR"),
        sides(4, "big"),
        Buffer.from([8, 6, 0, 0, 0, 0, 0, 0, 0]),
      ]);
    case "gif":
      return Buffer.concat([ascii("GIF89a"), sides(2, "little"), Buffer.from([0, 0, 0])]);
    case "jpeg":
      return Buffer.concat([
        Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]),
        ascii("JFIF\0\x01\x01\0\0\x01\0\x01\0\0"),
        Buffer.from([0xff, 0xc0, 0, 17, 8]),
        number(height, 2, "big"),
        number(width, 2, "big"),
        Buffer.from([3, 1, 0x11, 0, 2, 0x11, 1, 3, 0x11, 1, 0xff, 0xd9]),
      ]);
    case "webp":
      return Buffer.concat([
        ascii("RIFF"),
        number(22, 4, "little"),
        ascii("WEBPVP8X"),
        number(10, 4, "little"),
        Buffer.from([0, 0, 0, 0]),
        sides(3, "little", 1),
      ]);
  }
}
