import "server-only";
import { sql } from "drizzle-orm";
import type { ServiceModes } from "@/lib/shared/api";
import { database } from "../database/connection.ts";
import { storageFailure } from "../database/failure.ts";
import { environment } from "../environment.ts";
import { log } from "../log.ts";
import { apart } from "../telemetry/spans.ts";
import { untilAborted } from "../until-aborted.ts";
import { probeService, type Reach, ServiceProbe } from "./probe-service.ts";

type DatabaseState =
  | { status: "ready" }
  | { status: "failing"; cause: "full" | "away" | "timeout" | "other" };

type ServiceState = { mode: ServiceModes["model"] } & Reach;

/** Whether this process can serve, and what is wrong with each of the things it needs. */
export type Readiness = {
  /**
   * `failing`: it can store nothing, and should get no requests. `degraded`: a service is away, for every instance alike, and
   * people can still read, search and share; no instance is better off without requests.
   */
  status: "ready" | "degraded" | "failing";
  database: DatabaseState;
  model: ServiceState;
  router: ServiceState;
};

/** Milliseconds the database has to answer in; of one that takes longer, people wait for every click. */
const databaseLimit = 3_000;

type Health = {
  probes: Record<keyof ServiceModes, ServiceProbe>;
  asking: Promise<DatabaseState> | undefined;
};

// On the global object, because a bundler may load this module twice.
const healthKey = Symbol.for("branchline.health");
const holder = globalThis as { [healthKey]?: Health };

function health(): Health {
  const probe = (name: keyof ServiceModes) =>
    new ServiceProbe(() => probeService(environment()[name].address));
  holder[healthKey] ??= {
    probes: { model: probe("model"), router: probe("router") },
    asking: undefined,
  };
  return holder[healthKey];
}

async function askDatabase(): Promise<DatabaseState> {
  const limit = AbortSignal.timeout(databaseLimit);
  const asked = database().then((storage) => storage.execute(sql`select 1`));
  try {
    await untilAborted(asked, limit);
    return { status: "ready" };
  } catch (error) {
    log.error("readiness.database", error);
    const cause = limit.aborted ? "timeout" : (storageFailure(error) ?? "other");
    return { status: "failing", cause };
  }
}

/** However many ask at once, the database is asked once. */
function databaseState(): Promise<DatabaseState> {
  const current = health();
  current.asking ??= apart({}, askDatabase).finally(() => {
    current.asking = undefined;
  });
  return current.asking;
}

async function serviceState(name: keyof ServiceModes): Promise<ServiceState> {
  const mode = environment().modes[name];
  // An embedded service is this process.
  const reach: Reach =
    mode === "embedded" ? { status: "ready" } : await health().probes[name].reach();
  return { mode, ...reach };
}

export async function readiness(): Promise<Readiness> {
  const [database, model, router] = await Promise.all([
    databaseState(),
    serviceState("model"),
    serviceState("router"),
  ]);
  const away = model.status === "failing" || router.status === "failing";
  const status = database.status === "failing" ? "failing" : away ? "degraded" : "ready";
  return { status, database, model, router };
}
