import "server-only";

/** Another process has taken the run over, or the run is gone: what this one still has to say is not stored. */
export class RunLostError extends Error {
  override name = "RunLostError";
}

/** Why a run's signal was aborted: somebody pressed stop. */
export class StopRequestedError extends Error {
  override name = "StopRequestedError";
}

/** Why a run's signal was aborted: this process is about to end, and another one goes on. */
export class ShutdownError extends Error {
  override name = "ShutdownError";
}

// By name, because a bundler may load this module twice: the copy that drives a run need not be the one that stops it.
const isNamed = (reason: unknown, name: string) => reason instanceof Error && reason.name === name;

export const isRunLost = (reason: unknown) => isNamed(reason, "RunLostError");
export const isShutdown = (reason: unknown) => isNamed(reason, "ShutdownError");
export const isStopRequest = (reason: unknown) => isNamed(reason, "StopRequestedError");

/** Whether something was left off because its run was, and did not fail. */
export const isInterruption = (reason: unknown) =>
  isRunLost(reason) || isShutdown(reason) || isStopRequest(reason);
