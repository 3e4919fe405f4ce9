import {
  CircleAlert,
  CircleCheck,
  CircleSlash,
  LoaderCircle,
  type LucideIcon,
  Plug,
  TimerOff,
} from "lucide-react";
import type { ConnectionState } from "@/lib/shared/connection";

const looks: Record<ConnectionState["status"], { icon: LucideIcon; className: string }> = {
  needed: { icon: Plug, className: "text-accent" },
  opened: { icon: Plug, className: "text-accent" },
  waiting: {
    icon: LoaderCircle,
    className: "animate-spin text-accent motion-reduce:animate-none",
  },
  connected: { icon: CircleCheck, className: "text-success" },
  failed: { icon: CircleAlert, className: "text-danger" },
  expired: { icon: TimerOff, className: "text-warning" },
  declined: { icon: CircleSlash, className: "text-muted-foreground" },
};

type ConnectIconProps = {
  status: ConnectionState["status"];
  /** In a copy nothing goes on, so nothing turns. */
  still: boolean;
};

export function ConnectIcon({ status, still }: ConnectIconProps) {
  const { icon: Icon, className } = looks[status === "waiting" && still ? "opened" : status];
  return <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${className}`} />;
}
