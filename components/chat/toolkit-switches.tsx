"use client";

import { toolkitName } from "@/components/activity/describe/toolkit-name";
import { useWords } from "@/components/language/words";
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
  const words = useWords("chat").thread;
  const names = Object.keys(toolkits);
  if (names.length < 2) return null;
  return (
    <fieldset className="flex flex-wrap items-center gap-x-3">
      <legend className="sr-only">{words.toolkits}</legend>
      {names.map((toolkit) => (
        <Switch
          key={toolkit}
          checked={toolkits[toolkit] === true}
          onCheckedChange={(checked) => onChange({ ...toolkits, [toolkit]: checked })}
        >
          <span title={words.whileOff(toolkitName(toolkit))}>{toolkitName(toolkit)}</span>
        </Switch>
      ))}
    </fieldset>
  );
}
