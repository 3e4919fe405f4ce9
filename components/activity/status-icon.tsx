import {
  Ban,
  CircleAlert,
  CircleDashed,
  CircleQuestionMark,
  CircleSlash,
  Clock,
  Eye,
  Hand,
  LoaderCircle,
  type LucideIcon,
  PencilLine,
  Plug,
  Trash2,
  Wrench,
} from "lucide-react";
import type { ActionStatus, ActionView, ToolClass } from "@/lib/shared/action";
import { isRouterTool } from "./timeline";

const classIcons: Record<ToolClass, LucideIcon> = {
  read: Eye,
  change: PencilLine,
  delete: Trash2,
};

type Look = { icon: LucideIcon; className: string };

const statusLooks: Record<Exclude<ActionStatus, "succeeded">, Look> = {
  queued: { icon: Clock, className: "text-muted-foreground" },
  running: {
    icon: LoaderCircle,
    className: "animate-spin text-accent motion-reduce:animate-none",
  },
  approval: { icon: Hand, className: "text-warning" },
  connection: { icon: Plug, className: "text-warning" },
  failed: { icon: CircleAlert, className: "text-danger" },
  denied: { icon: CircleSlash, className: "text-muted-foreground" },
  blocked: { icon: Ban, className: "text-danger" },
  cancelled: { icon: CircleSlash, className: "text-muted-foreground" },
  unknown: { icon: CircleQuestionMark, className: "text-warning" },
};

const paused: Look = { icon: CircleDashed, className: "text-muted-foreground" };

function findLook(action: ActionView, still: boolean): Look {
  const { status } = action.state;
  if (status === "running" && still) return paused;
  if (status !== "succeeded") return statusLooks[status];
  if (isRouterTool(action)) return { icon: Wrench, className: "text-muted-foreground" };
  const className = action.toolClass === "read" ? "text-muted-foreground" : "text-success";
  return { icon: classIcons[action.toolClass], className };
}

type StatusIconProps = {
  action: ActionView;
  /** In a copy nothing goes on, so nothing turns. */
  still: boolean;
};

/** Where an action stands; once it is done, what kind of action it was. The words beside it say the same. */
export function StatusIcon({ action, still }: StatusIconProps) {
  const { icon: Icon, className } = findLook(action, still);
  return <Icon aria-hidden className={`size-4 shrink-0 ${className}`} />;
}
