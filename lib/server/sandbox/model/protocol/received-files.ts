/** A file as it came with a message, by what there is of it in the request. */
export type ReceivedFile = {
  /** As the app calls it. */
  name: string;
  kind: string;
  /** In bytes. */
  size: number;
};

type Part = { type: string; text?: string | undefined; image_url?: string | null | undefined };

/** How the app announces a file of the person's. */
const announcement =
  /^\[A note from the app: the person attached the (?:image|text file) ("(?:[^"\\]|\\.)*") /;
/** A text, between marks that nobody could write into it beforehand. */
const content = /\n<attachment id="([\w-]+)">\n([\s\S]*)\n<\/attachment id="\1">$/;
const picture = /^data:(image\/[\w+.-]+);base64,/;

function nameIn(text: string): string | undefined {
  const name = announcement.exec(text)?.[1];
  return name === undefined ? undefined : String(JSON.parse(name));
}

/** Tells the words of a message from the files that came with it. What is announced only, because it is far back, is neither. */
export function takeFilesApart<Each extends Part>(
  parts: readonly Each[],
): { words: Each[]; files: ReceivedFile[] } {
  const words: Each[] = [];
  const files: ReceivedFile[] = [];
  let announced = "a picture";
  for (const part of parts) {
    const [beginning = "", kind] = picture.exec(part.image_url ?? "") ?? [];
    const name = nameIn(part.text ?? "");
    const text = content.exec(part.text ?? "")?.[2];
    if (kind !== undefined) {
      const data = part.image_url?.slice(beginning.length) ?? "";
      files.push({ name: announced, kind, size: Buffer.byteLength(data, "base64") });
    } else if (name === undefined) words.push(part);
    else if (text === undefined) announced = name;
    else files.push({ name, kind: "text", size: Buffer.byteLength(text) });
  }
  return { words, files };
}
