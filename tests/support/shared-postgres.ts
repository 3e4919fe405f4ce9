import type { TestProject } from "vitest/node";
import { startPostgres } from "./postgres.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The port of the PostgreSQL that test files make their databases on; absent where they use the embedded one. */
    postgresPort: number | undefined;
  }
}

/** One PostgreSQL for all test files of a run. */
export default async function sharePostgres(project: TestProject) {
  const server = await startPostgres();
  project.provide("postgresPort", server.port);
  return () => server.stop();
}
