import { errorView, jsonRequest, request } from "@/lib/client/request";
import { say } from "@/lib/client/say";
import type { ErrorWords } from "@/lib/language/error-text";
import { errorViewOf } from "@/lib/language/sentence";
import { importLimit } from "@/lib/shared/archive";

export type Progress = {
  done: boolean;
  /** Chats that are here now. */
  brought: number;
  /** Those that are not, by their line in the file, from 1. */
  refused: { line: number; reason: ErrorWords }[];
};

/** The lines of a file, read piece by piece: it may be larger than memory. One that is too long comes as its beginning. */
async function* linesOf(file: Blob): AsyncGenerator<string> {
  let rest = "";
  const reader = file.stream().pipeThrough(new TextDecoderStream()).getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    const lines = (rest + next.value).split("\n");
    rest = (lines.pop() ?? "").slice(0, importLimit + 1);
    yield* lines;
  }
  if (rest) yield rest;
}

function jsonIn(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** Why a chat could not be brought in, or null. */
async function bringIn(line: string): Promise<ErrorWords | null> {
  if (line.length > importLimit) return errorViewOf("too_large", say("chatTooLarge"));
  const chat = jsonIn(line);
  if (chat === undefined) return errorViewOf("not_json", say("chatNotJson"));
  try {
    await request("/api/chats/import", jsonRequest("POST", chat));
    return null;
  } catch (error) {
    return errorView(error);
  }
}

/** Brings the chats of an archive in, one after the other; what is wrong with one keeps no other out. */
export async function importChats(
  file: Blob,
  onProgress: (progress: Progress) => void,
): Promise<void> {
  let progress: Progress = { done: false, brought: 0, refused: [] };
  const report = (change: Partial<Progress>) => {
    progress = { ...progress, ...change };
    onProgress(progress);
  };
  report({});
  let number = 0;
  for await (const line of linesOf(file)) {
    number += 1;
    if (line.trim() === "") continue;
    const reason = await bringIn(line);
    if (reason === null) report({ brought: progress.brought + 1 });
    else report({ refused: [...progress.refused, { line: number, reason }] });
  }
  report({ done: true });
}
