import { redirect } from "next/navigation";
import { isBranchlineError } from "@/lib/server/errors";

type Parameter = string | string[] | undefined;

/** What stands behind the question mark of a page's address. */
export type Parameters = Record<string, Parameter>;

/** What is said once; what is said several times says nothing. */
export const single = (parameter: Parameter): string | undefined =>
  typeof parameter === "string" && parameter !== "" ? parameter : undefined;

/** An address with what of these is said. */
export function addressWith(path: string, said: Record<string, string | null | undefined>): string {
  const parameters = new URLSearchParams(
    Object.entries(said).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
  return parameters.size > 0 ? `${path}?${parameters}` : path;
}

/** What is listed at an address; one that was mended by hand and cannot be read leads to the whole list. */
export async function listedAt<Listed>(path: string, list: () => Promise<Listed>): Promise<Listed> {
  try {
    return await list();
  } catch (error) {
    if (isBranchlineError(error) && error.code === "invalid_request") redirect(path);
    throw error;
  }
}
