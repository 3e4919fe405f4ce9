"use client";

import { toolkitName } from "@/components/activity/describe/toolkit-name";
import { Switch } from "@/components/ui/switch";
import type { ToolkitSwitches as Switches } from "@/lib/shared/api";

/** Which toolkits a chat may use. Where there is only one, there is nothing to choose. */
export function ToolkitSwitches({
  toolkits,
  onChange,
}: {
  toolkits: Switches;
  onChange: (toolkits: Switches) => void;
}) {
  const names = Object.keys(toolkits);
  if (names.length < 2) return null;
  return (
    <fieldset className="flex flex-wrap items-center gap-x-3">
      <legend className="sr-only">Toolkits of this chat</legend>
      {names.map((toolkit) => (
        <Switch
          key={toolkit}
          checked={toolkits[toolkit] === true}
          onCheckedChange={(checked) => onChange({ ...toolkits, [toolkit]: checked })}
        >
          <span title={`While this is off, nothing is sent to ${toolkitName(toolkit)}`}>
            {toolkitName(toolkit)}
          </span>
        </Switch>
      ))}
    </fieldset>
  );
}
