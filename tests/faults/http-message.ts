/** One complete HTTP/1.1 message at the beginning of some bytes. */
export type HttpMessage = {
  /** `POST /path HTTP/1.1`, or `HTTP/1.1 200 OK`. */
  startLine: string;
  body: string;
  /** Bytes it takes up on the wire. */
  size: number;
};

const lineEnd = Buffer.from("\r\n");
const headEnd = Buffer.from("\r\n\r\n");

function headersOf(lines: readonly string[]): Map<string, string> {
  return new Map(
    lines.map((line) => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
}

/** The pieces of a chunked body and where it ends, or null while some of it is missing. */
function readChunked(bytes: Buffer, start: number): { body: Buffer; end: number } | null {
  const pieces: Buffer[] = [];
  let position = start;
  for (;;) {
    const sizeEnd = bytes.indexOf(lineEnd, position);
    if (sizeEnd < 0) return null;
    const size = Number.parseInt(bytes.toString("latin1", position, sizeEnd), 16);
    const pieceStart = sizeEnd + lineEnd.length;
    const next = pieceStart + size + lineEnd.length;
    if (Number.isNaN(size)) throw new Error("This is not a chunked body.");
    if (bytes.length < next) return null;
    if (size === 0) return { body: Buffer.concat(pieces), end: next };
    pieces.push(bytes.subarray(pieceStart, pieceStart + size));
    position = next;
  }
}

/**
 * Reads the message that `bytes` begin with; null while some of it is missing. A body is as long as its headers say: one that
 * lasts until the connection closes, or that has trailers, is not understood.
 */
export function readHttpMessage(bytes: Buffer): HttpMessage | null {
  const headLength = bytes.indexOf(headEnd);
  if (headLength < 0) return null;
  const [startLine = "", ...lines] = bytes.toString("latin1", 0, headLength).split("\r\n");
  const headers = headersOf(lines);
  const bodyStart = headLength + headEnd.length;
  if (headers.get("transfer-encoding") === "chunked") {
    const chunked = readChunked(bytes, bodyStart);
    return chunked && { startLine, body: chunked.body.toString(), size: chunked.end };
  }
  const size = bodyStart + Number(headers.get("content-length") ?? 0);
  if (bytes.length < size) return null;
  return { startLine, body: bytes.toString("utf8", bodyStart, size), size };
}
