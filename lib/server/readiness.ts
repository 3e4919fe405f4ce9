import "server-only";
import { sql } from "drizzle-orm";
import type { ServiceModes } from "@/lib/shared/api";
import { database } from "./database/connection.ts";
import { serviceModes } from "./environment.ts";
import { log } from "./log.ts";

/** Whether this process can serve, what is wrong if not, and which services it uses. */
export type Readiness = {
  status: "ready" | "failing";
  database: "ready" | "failing";
  services: ServiceModes;
};

export async function readiness(): Promise<Readiness> {
  const services = serviceModes();
  try {
    await (await database()).execute(sql`select 1`);
    return { status: "ready", database: "ready", services };
  } catch (error) {
    log.error("readiness.database", error);
    return { status: "failing", database: "failing", services };
  }
}
