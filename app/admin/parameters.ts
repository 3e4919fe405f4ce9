type Parameter = string | string[] | undefined;

/** What stands behind the question mark of a page's address. */
export type Parameters = Record<string, Parameter>;

/** What is said once; what is said several times says nothing. */
export const single = (parameter: Parameter): string | undefined =>
  typeof parameter === "string" && parameter !== "" ? parameter : undefined;
