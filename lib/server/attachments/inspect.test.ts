import { describe, expect, test } from "vitest";
import { imageHeader } from "@/tests/support/image-header";
import { inspectFile, safeName } from "./inspect.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const refusal = (content: Uint8Array, name = "a") => {
  try {
    return inspectFile(name, content);
  } catch (error) {
    return error;
  }
};
const invalid = { code: "invalid_attachment" };

describe("what a file is", () => {
  test.each(["png", "gif", "jpeg", "webp"] as const)("a %s is told by its bytes", (type) => {
    expect(inspectFile("notes.txt", imageHeader(type, 640, 480))).toEqual({
      name: "notes.txt",
      size: imageHeader(type, 640, 480).byteLength,
      kind: "image",
      mediaType: `image/${type}`,
      width: 640,
      height: 480,
    });
  });

  test.each([
    ["a drawing", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"],
    ["a page", "<!doctype html><script>alert(1)</script>"],
    ["words", "Grüße – 你好 🎉\r\n"],
  ])("%s is text, whatever it is called", (_name, text) => {
    expect(inspectFile("a.png", bytes(text))).toMatchObject({ kind: "text", name: "a.png" });
  });

  test.each([
    ["nothing", new Uint8Array()],
    ["a zero among words", bytes("a\0b")],
    ["Latin-1", Uint8Array.of(0x47, 0x72, 0xfc, 0xdf, 0x65)],
    ["UTF-16", Uint8Array.of(0xff, 0xfe, 0x61, 0x00)],
    ["half a character", Uint8Array.of(0x61, 0xe2, 0x82)],
    ["a character that is too long", Uint8Array.of(0xc0, 0xaf)],
    ["a PDF", new Uint8Array([...bytes("%PDF-1.7\n"), 0xe2, 0xe3, 0xcf, 0xd3])],
    ["a ZIP", Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0)],
    ["a picture of another kind", new Uint8Array([...bytes("BM"), 0, 0, 0, 0, 0, 0])],
    ["the beginning of a PNG and no more", imageHeader("png", 1, 1).slice(0, 8)],
    ["a JPEG without a picture", Uint8Array.of(0xff, 0xd8, 0xff, 0xd9)],
  ])("%s is refused", (_name, content) => {
    expect(refusal(content)).toMatchObject(invalid);
  });

  test("a picture that is another thing as well stays a picture", () => {
    const script = bytes("/*<script>alert(1)</script>*/=1;");
    const both = new Uint8Array([...imageHeader("gif", 10, 10), ...script]);
    expect(inspectFile("a.html", both)).toMatchObject({ kind: "image", mediaType: "image/gif" });
  });

  test.each([
    [10_000, 10],
    [10, 10_000],
    [0, 10],
  ])("a header of %i × %i pixels is refused", (width, height) => {
    expect(refusal(imageHeader("png", width, height))).toMatchObject(invalid);
  });

  test("a text may be smaller than a picture", () => {
    expect(refusal(bytes("a".repeat(200_001)))).toMatchObject(invalid);
    expect(refusal(bytes("a".repeat(200_000)))).toMatchObject({ kind: "text" });
    const png = imageHeader("png", 10, 10);
    const padded = (size: number) => new Uint8Array(Buffer.concat([png], size));
    expect(refusal(padded(5_000_001))).toMatchObject(invalid);
    expect(refusal(padded(5_000_000))).toMatchObject({ kind: "image" });
  });
});

describe("what a file is called", () => {
  test.each([
    ["../../etc/passwd", "passwd"],
    ["C:\\Users\\x\\a.txt", "a.txt"],
    ["..", "file"],
    ["/", "file"],
    ["", "file"],
    [".env", ".env"],
    ["a\r\nset-cookie: x=1.txt", "a set-cookie: x=1.txt"],
    ["invoice\u202Egnp.exe", "invoicegnp.exe"],
    ["half\uD800.txt", "half.txt"],
  ])("%j becomes %j", (given, kept) => {
    expect(safeName(given)).toBe(kept);
  });

  test("a long name is cut, and its characters stay whole", () => {
    expect(safeName("😀".repeat(100))).toHaveLength(120);
    expect(safeName(`a${"😀".repeat(100)}`).isWellFormed()).toBe(true);
  });
});
