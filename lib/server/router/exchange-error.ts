import "server-only";

/** JSON-RPC error codes that this side gives to a request whose answer did not come; of the range left to implementations. */
export const answerEnd = { cut: -32_090, unreadable: -32_091, tooLarge: -32_092 } as const;

/** The endpoint answered a request of the protocol with an HTTP status that carries no answer. */
export class RouterStatusError extends Error {
  override name = "RouterStatusError";

  readonly status: number;
  /** The hosted service's own sentence. */
  readonly said: string | undefined;
  /** Milliseconds the server wants to be left alone. */
  readonly retryAfter: number | undefined;

  constructor(status: number, said: string | undefined, retryAfter: number | undefined) {
    super(`Status ${status}.`);
    this.status = status;
    this.said = said;
    this.retryAfter = retryAfter;
  }
}

/** What answered does not speak the protocol: a page of a proxy, for example. */
export class NotARouterError extends Error {
  override name = "NotARouterError";
}

/** The router no longer offers a tool that it had listed. */
export class ToolGoneError extends Error {
  override name = "ToolGoneError";

  readonly tool: string;

  constructor(tool: string) {
    super(`${tool} is no longer listed.`);
    this.tool = tool;
  }
}

/** A tool is listed otherwise than it was seen first; it is not called. */
export class ToolChangedError extends Error {
  override name = "ToolChangedError";

  readonly tool: string;

  constructor(tool: string) {
    super(`${tool} has changed.`);
    this.tool = tool;
  }
}
