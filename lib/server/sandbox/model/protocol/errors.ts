/** An error in the envelope of the OpenAI API. */
export function errorResponse(
  status: number,
  error: { message: string; type: string; param?: string; code?: string },
  headers: Record<string, string> = {},
): Response {
  return Response.json(
    {
      error: {
        message: error.message,
        type: error.type,
        param: error.param ?? null,
        code: error.code ?? null,
      },
    },
    { status, headers },
  );
}

export function invalidRequest(message: string, param?: string, code?: string): Response {
  return errorResponse(400, {
    message,
    type: "invalid_request_error",
    ...(param && { param }),
    ...(code && { code }),
  });
}
