import type { Attachment } from "@/lib/shared/attachment";
import { attachmentPath } from "@/lib/shared/attachments-of";
import { readAnswer, responseError, unreachable } from "../request";

type Upload = { signal: AbortSignal; onProgress: (fraction: number) => void };

/** The whole answer to an upload. `fetch` would not say how far it is. */
function put(path: string, file: Blob, { signal, onProgress }: Upload): Promise<Response> {
  const { promise, resolve, reject } = Promise.withResolvers<Response>();
  const request = new XMLHttpRequest();
  request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
  request.onload = () => resolve(new Response(request.responseText, { status: request.status }));
  request.onerror = () => reject(unreachable("upload"));
  request.onabort = () => reject(signal.reason);
  request.open("PUT", path);
  request.setRequestHeader("content-type", "application/octet-stream");
  signal.addEventListener("abort", () => request.abort());
  request.send(file);
  return promise;
}

/**
 * Has the server keep a file. The same id again is the same file.
 *
 * @throws RequestError
 */
export async function uploadFile(id: string, file: File, upload: Upload): Promise<Attachment> {
  const response = await put(
    `${attachmentPath(id)}?name=${encodeURIComponent(file.name)}`,
    file,
    upload,
  );
  if (!response.ok) throw await responseError(response);
  return readAnswer("attachment", response);
}
