import "server-only";
import { SpanStatusCode } from "@opentelemetry/api";
import type { RunRow } from "../runs/claim.ts";
import type { DriveEnd } from "../runs/drive.ts";
import { instruments } from "./instruments.ts";
import { inSpan } from "./spans.ts";

/** Tells of the time that a run is driven: from a message, or from what it has waited for, to its end or the next wait. */
export async function observeRun(
  { id, chatId, userId, takeovers }: RunRow,
  drive: () => Promise<DriveEnd>,
): Promise<void> {
  const attributes = {
    "gen_ai.operation.name": "invoke_agent",
    "gen_ai.agent.name": "branchline",
    "gen_ai.conversation.id": chatId,
    "branchline.run.id": id,
    "branchline.run.takeovers": takeovers,
    "user.id": userId,
  };
  await inSpan("invoke_agent branchline", { attributes }, async (span) => {
    instruments()?.runsDriven.add(1);
    try {
      const outcome = await drive();
      span.setAttribute("branchline.run.outcome", outcome);
      if (outcome === "failed") span.setStatus({ code: SpanStatusCode.ERROR });
      if (outcome !== "waiting" && outcome !== "queued")
        instruments()?.runsEnded.add(1, { "branchline.run.outcome": outcome });
    } finally {
      instruments()?.runsDriven.add(-1);
    }
  });
}
