import {
  Ban,
  CircleAlert,
  CircleCheck,
  CircleQuestionMark,
  CircleSlash,
  Hand,
  LoaderCircle,
  type LucideIcon,
  Plug,
} from "lucide-react";
import { Chip, type Tone } from "@/components/results/parts/chip";
import { PlainText } from "@/components/results/parts/plain-text";
import type { ActionStatus, ActionView } from "@/lib/shared/action";

const looks: Record<ActionStatus, { words: string; icon: LucideIcon; tone: Tone }> = {
  queued: { words: "In progress", icon: LoaderCircle, tone: "accent" },
  running: { words: "In progress", icon: LoaderCircle, tone: "accent" },
  approval: { words: "Waiting", icon: Hand, tone: "warning" },
  connection: { words: "Needs a connection", icon: Plug, tone: "warning" },
  succeeded: { words: "Done", icon: CircleCheck, tone: "success" },
  failed: { words: "Failed", icon: CircleAlert, tone: "danger" },
  denied: { words: "Not done", icon: CircleSlash, tone: "neutral" },
  blocked: { words: "Not done", icon: Ban, tone: "danger" },
  cancelled: { words: "Cancelled", icon: CircleSlash, tone: "neutral" },
  unknown: { words: "May have happened", icon: CircleQuestionMark, tone: "warning" },
};

/** What became of an action, and why where that needs saying. */
export function Outcome({ action: { state, toolClass } }: { action: ActionView }) {
  const { words, icon, tone } = looks[state.status];
  const quiet = state.status === "succeeded" && toolClass === "read";
  return (
    <>
      <Chip icon={icon} tone={quiet ? "neutral" : tone}>
        {words}
      </Chip>
      {"error" in state ? (
        <p className="wrap-anywhere mt-1 text-muted-foreground text-xs">
          <PlainText text={state.error.message} />
        </p>
      ) : null}
    </>
  );
}
