import type { Attachment } from "@/lib/shared/attachment";
import { attachmentPath } from "@/lib/shared/attachments-of";
import { attachmentsPerMessage } from "@/lib/shared/limits";
import { errorView, RequestError, request } from "../request";
import { type AttachedFile, type AttachedFiles, noFiles } from "./attached-file";
import { checkFile } from "./check-file";
import { readStoredFiles, writeStoredFiles } from "./stored-files";
import { uploadFile } from "./upload";

const readyFile = (attachment: Attachment): AttachedFile => ({
  status: "ready",
  id: attachment.id,
  attachment,
});

/** A refusal stays one; everything else may have passed when it is tried again. */
const mayPass = (error: unknown): boolean =>
  RequestError.isInstance(error) &&
  (error.status === undefined || error.status === 429 || error.status >= 500);

/**
 * The files beside a message that is being written: each goes to the server as soon as it is chosen. Which those are is kept in
 * this browser together with the draft; a file that is not there yet when the page goes has to be chosen again.
 */
export class AttachmentStore {
  readonly #draftKey: string;
  readonly #listeners = new Set<() => void>();
  /** By id, those that are on their way or have failed on it. */
  readonly #pending = new Map<string, { file: File; leave: AbortController }>();
  #state: AttachedFiles = noFiles;

  constructor(draftKey: string) {
    this.#draftKey = draftKey;
    const files = readStoredFiles(draftKey).map(readyFile);
    if (files.length > 0) this.#state = { files, surplus: 0 };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly read = (): AttachedFiles => this.#state;

  /** Attaches as many as fit. */
  readonly add = (chosen: readonly File[]): void => {
    const room = attachmentsPerMessage - this.#state.files.length;
    const taken = chosen.slice(0, room).map((file) => ({ id: crypto.randomUUID(), file }));
    const begun = taken.map(({ id, file: { name } }): AttachedFile => {
      return { status: "uploading", id, name, progress: 0 };
    });
    this.#set([...this.#state.files, ...begun], chosen.length - taken.length);
    for (const { id, file } of taken) void this.#upload(id, file);
  };

  /** Takes over files that the server has, of a message that was taken back. */
  put(attachments: readonly Attachment[]): void {
    const known = new Set(this.#state.files.map(({ id }) => id));
    const added = attachments.filter(({ id }) => !known.has(id)).map(readyFile);
    this.#set([...this.#state.files, ...added].slice(0, attachmentsPerMessage));
  }

  retry(id: string): void {
    const pending = this.#pending.get(id);
    if (!pending) return;
    this.#update({ status: "uploading", id, name: pending.file.name, progress: 0 });
    void this.#upload(id, pending.file);
  }

  /** Takes one away. The server forgets it now; one that had not arrived whole, when nobody has sent it for long. */
  remove(id: string): void {
    this.#pending.get(id)?.leave.abort();
    this.#pending.delete(id);
    const { files } = this.#state;
    this.#set(files.filter((file) => file.id !== id));
    if (files.some((file) => file.id === id && file.status === "ready"))
      request(attachmentPath(id), { method: "DELETE" }).catch(() => undefined);
  }

  /** Forgets all of them: a message has them now. */
  clear(): void {
    this.#set([]);
  }

  async #upload(id: string, file: File): Promise<void> {
    const leave = new AbortController();
    const { signal } = leave;
    const { name } = file;
    this.#pending.set(id, { file, leave });
    try {
      const flaw = await checkFile(file);
      if (flaw)
        return this.#update({ status: "failed", id, name, failure: { kind: "flaw", flaw } });
      const onProgress = (progress: number) =>
        this.#update({ status: "uploading", id, name, progress });
      const attachment = await uploadFile(id, file, { signal, onProgress });
      this.#pending.delete(id);
      this.#update(readyFile(attachment));
    } catch (error) {
      if (signal.aborted) return;
      const failure = {
        kind: "refused" as const,
        error: errorView(error),
        passing: mayPass(error),
      };
      this.#update({ status: "failed", id, name, failure });
    }
  }

  #update(changed: AttachedFile): void {
    const { files, surplus } = this.#state;
    this.#set(
      files.map((file) => (file.id === changed.id ? changed : file)),
      surplus,
    );
  }

  #set(files: readonly AttachedFile[], surplus = 0): void {
    this.#state = files.length > 0 || surplus > 0 ? { files, surplus } : noFiles;
    const ready = files.flatMap((file) => (file.status === "ready" ? file.attachment : []));
    writeStoredFiles(this.#draftKey, ready);
    for (const listener of this.#listeners) listener();
  }
}
