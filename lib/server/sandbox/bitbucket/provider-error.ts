/** The body Bitbucket Cloud sends with every refusal. */
export type ProviderErrorBody = {
  type: "error";
  error: {
    message: string;
    detail?: unknown;
    fields?: Record<string, string[]>;
    data?: Record<string, unknown>;
  };
};

type Extras = Omit<ProviderErrorBody["error"], "message">;

/** A refusal of the embedded Bitbucket. Becomes an ordinary tool result; everything else thrown is a defect. */
export class ProviderError extends Error {
  readonly status: number;
  readonly body: ProviderErrorBody;

  constructor(status: number, message: string, extras: Extras = {}) {
    super(message);
    this.name = "ProviderError";
    this.status = status;
    this.body = { type: "error", error: { message, ...extras } };
  }
}

/** 400 about one field of the request, worded the way Bitbucket does: `field: what is wrong`. */
export function invalidField(field: string, problem: string): ProviderError {
  return new ProviderError(400, `${field}: ${problem}`, { fields: { [field]: [problem] } });
}

export function badRequest(message: string, data?: Record<string, unknown>): ProviderError {
  return new ProviderError(400, message, data ? { data } : {});
}

export function forbidden(message: string, detail?: unknown): ProviderError {
  return new ProviderError(403, message, detail === undefined ? {} : { detail });
}

export function notFound(message: string, data?: Record<string, unknown>): ProviderError {
  return new ProviderError(404, message, data ? { data } : {});
}

export function conflict(message: string): ProviderError {
  return new ProviderError(409, message);
}

export function gone(message: string, detail: string, announcement: string): ProviderError {
  return new ProviderError(410, message, { detail, data: { announcement_url: announcement } });
}
