import "server-only";
import { DiagLogLevel, diag } from "@opentelemetry/api";
import { z } from "zod";
import { log } from "../log.ts";
import { withholdSecrets } from "../withheld.ts";

/** Milliseconds between two lines of the log: a collector that is away is complained of with everything that is sent. */
const interval = 60_000;
const reasonLimit = 200;

const failureSchema = z.object({ message: z.string() });

/** Of what the SDK says, what went wrong: an error comes as JSON, with its stack and what the collector answered. */
export function reasonOf(complaint: string): string {
  const parsed = z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue({ code: "custom" });
        return z.NEVER;
      }
    })
    .pipe(failureSchema)
    .safeParse(complaint);
  return withholdSecrets(parsed.data?.message ?? complaint).slice(0, reasonLimit);
}

/** Has the log tell when traces or metrics cannot be sent. */
export function logComplaints(): void {
  let toldAt = Number.NEGATIVE_INFINITY;
  const tell = (complaint: string) => {
    if (performance.now() - toldAt < interval) return;
    toldAt = performance.now();
    log.warn("telemetry.failed", { reason: reasonOf(complaint) });
  };
  const silent = () => {};
  const logger = { error: tell, warn: tell, info: silent, debug: silent, verbose: silent };
  diag.setLogger(logger, DiagLogLevel.WARN);
}
