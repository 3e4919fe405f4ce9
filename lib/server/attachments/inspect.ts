import "server-only";
import { imageSize } from "image-size";
import type { Attachment } from "@/lib/shared/attachment";
import { kindOfFile } from "@/lib/shared/file-kind";
import { removeHiddenCharacters } from "@/lib/shared/hidden-characters";
import {
  attachmentNameLimit,
  imageSideLimit,
  imageSizeLimit,
  textSizeLimit,
} from "@/lib/shared/limits";
import type { Sentence } from "../../language/sentence.ts";
import { BranchlineError } from "../errors.ts";
import { say } from "../say.ts";

const refused = (message: Sentence, hint: Sentence) =>
  new BranchlineError("invalid_attachment", message, { hint });

/** The size of a picture as its header says; the picture itself is never decoded here. */
function sidesOf(bytes: Uint8Array): { width: number; height: number } {
  const sides = (() => {
    try {
      return imageSize(bytes);
    } catch {
      return { width: 0, height: 0 };
    }
  })();
  const { width, height } = sides;
  if (!(width > 0 && height > 0)) throw refused(say("pictureUnreadable"), say("saveAsPicture"));
  if (width > imageSideLimit || height > imageSideLimit)
    throw refused(say("pictureTooManyPixels", imageSideLimit, width, height), say("makeSmaller"));
  return { width, height };
}

/** A name that leads nowhere and hides nothing: the last part of a path, on one line. */
export function safeName(name: string): string {
  const last =
    removeHiddenCharacters(name.replace(/[\t\n]/g, " "))
      .split(/[/\\]/)
      .at(-1) ?? "";
  const cut = last.trim().slice(0, attachmentNameLimit).toWellFormed();
  return /^\.*$/.test(cut) ? "file" : cut;
}

/** What a file is, without an id. */
export type Inspected = Attachment extends infer Each
  ? Each extends Attachment
    ? Omit<Each, "id">
    : never
  : never;

/**
 * Tells what a file is by its content and checks that it may be kept.
 *
 * @throws BranchlineError `invalid_attachment` saying what is wrong with it
 */
export function inspectFile(name: string, bytes: Uint8Array): Inspected {
  const size = bytes.byteLength;
  const described = { name: safeName(name), size };
  if (size === 0) throw refused(say("fileEmpty"), say("chooseAnotherFile"));
  const found = kindOfFile(bytes);
  if (found === null) throw refused(say("fileOfNoKind"), say("kindsOfFiles"));
  const limit = found.kind === "image" ? imageSizeLimit : textSizeLimit;
  if (size > limit)
    throw refused(
      say(found.kind === "image" ? "pictureTooLarge" : "textTooLarge", limit / 1_000),
      say("makeSmaller"),
    );
  return found.kind === "image"
    ? { ...described, ...found, ...sidesOf(bytes) }
    : { ...described, kind: "text" };
}
