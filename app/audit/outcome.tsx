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
import { translateError } from "@/lib/language/error-text";
import { requestWords } from "@/lib/server/language";
import type { ActionStatus, ActionView } from "@/lib/shared/action";

const looks: Record<ActionStatus, { icon: LucideIcon; tone: Tone }> = {
  queued: { icon: LoaderCircle, tone: "accent" },
  running: { icon: LoaderCircle, tone: "accent" },
  approval: { icon: Hand, tone: "warning" },
  connection: { icon: Plug, tone: "warning" },
  succeeded: { icon: CircleCheck, tone: "success" },
  failed: { icon: CircleAlert, tone: "danger" },
  denied: { icon: CircleSlash, tone: "neutral" },
  blocked: { icon: Ban, tone: "danger" },
  cancelled: { icon: CircleSlash, tone: "neutral" },
  unknown: { icon: CircleQuestionMark, tone: "warning" },
};

/** What became of an action, and why where that needs saying. */
export async function Outcome({ action: { state, toolClass } }: { action: ActionView }) {
  const { icon, tone } = looks[state.status];
  const words = await requestWords();
  const quiet = state.status === "succeeded" && toolClass === "read";
  return (
    <>
      <Chip icon={icon} tone={quiet ? "neutral" : tone}>
        {words.audit.outcome[state.status]}
      </Chip>
      {"error" in state ? (
        <p className="wrap-anywhere mt-1 text-muted-foreground text-xs">
          <PlainText text={translateError(state.error, words).message} />
        </p>
      ) : null}
    </>
  );
}
