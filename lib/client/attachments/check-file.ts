import { kindOfFile } from "@/lib/shared/file-kind";
import { imageSizeLimit, textSizeLimit } from "@/lib/shared/limits";
import type { FileFlaw } from "./attached-file";

/** What keeps a file from being attached, as far as can be told before it is sent; null for nothing. The server looks again. */
export async function checkFile(file: Blob): Promise<FileFlaw | null> {
  if (file.size === 0) return "empty";
  if (file.size > imageSizeLimit) return "image-too-large";
  const bytes = await file.arrayBuffer().catch(() => null);
  if (!bytes) return "unreadable";
  const found = kindOfFile(new Uint8Array(bytes));
  if (!found) return "unknown-kind";
  return found.kind === "text" && file.size > textSizeLimit ? "text-too-large" : null;
}
