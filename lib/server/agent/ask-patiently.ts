import "server-only";
import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { environment } from "../environment.ts";
import type { ErrorCode } from "../errors.ts";
import { log } from "../log.ts";
import type { RunChunk } from "../runs/log-line.ts";
import { askModel, type Question } from "./ask-model.ts";
import { interrupted, modelError } from "./model-error.ts";
import { afterFailure } from "./retry.ts";
import { Speech } from "./speech.ts";

/** Failures of a request as a whole. In the middle of an answer they only end it: it must not be asked for again. */
const brokenOff: ReadonlySet<ErrorCode> = new Set(["model_unreadable", "context_too_long"]);

type PatientQuestion = Omit<Question, "speech"> & { append: (chunk: RunChunk) => void };

/**
 * Asks until the model says something, it is of no use, or it was asked often enough. Every wait is told in a notice.
 *
 * @throws BranchlineError by cause; the signal's reason when that was aborted.
 */
export async function askPatiently(question: PatientQuestion): Promise<void> {
  const { signal, append, ...asked } = question;
  const noticeId = randomUUID();
  let failures = 0;
  const settle = () => {
    if (failures > 0) append({ type: "data-notice", id: noticeId, data: { kind: "retried" } });
  };
  const speech = new Speech(append, settle);
  /** Nobody may read of a next attempt that never comes. */
  const leaveOffIfAborted = () => {
    if (signal.aborted && !speech.said) settle();
    signal.throwIfAborted();
  };
  for (;;) {
    try {
      return await askModel({ ...asked, signal, speech });
    } catch (failure) {
      leaveOffIfAborted();
      const error = modelError(failure);
      if (speech.said) throw brokenOff.has(error.code) ? interrupted(error.cause) : error;
      speech.forget();
      const { retryDelay } = environment().model;
      const consequence = afterFailure(error, {
        failures: failures + 1,
        delay: retryDelay,
        random: Math.random(),
        now: Date.now(),
      });
      if (consequence.kind === "fail") {
        settle();
        throw consequence.error;
      }
      failures += 1;
      log.warn("model.asked_again", { code: error.code, attempt: failures });
      const until = new Date(Date.now() + consequence.wait).toISOString();
      const data = { kind: "retrying" as const, error: error.view(), attempt: failures, until };
      append({ type: "data-notice", id: noticeId, data });
      await wait(consequence.wait, undefined, { signal }).catch(leaveOffIfAborted);
    }
  }
}
