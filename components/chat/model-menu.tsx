"use client";

import { Check, ChevronDown, Cpu } from "lucide-react";
import { useWords } from "@/components/language/words";
import { Menu } from "@/components/ui/menu";

/** The model that answers in this chat, and the way to another. */
export function ModelMenu({
  models,
  model,
  onChoose,
}: {
  models: readonly string[];
  model: string;
  onChoose: (model: string) => void;
}) {
  const entries = models.map((name) => ({
    label: name,
    icon: name === model ? Check : Cpu,
    checked: name === model,
    onSelect: () => onChoose(name),
  }));
  return (
    <Menu
      label={useWords("chat").thread.answeredBy(model)}
      align="start"
      side="top"
      className="touch-target flex min-w-0 items-center gap-1 rounded-md px-1.5 py-1 text-muted-foreground text-xs hover:bg-hover hover:text-foreground data-popup-open:bg-hover"
      entries={entries}
    >
      <span className="truncate">{model}</span>
      <ChevronDown aria-hidden className="size-3 shrink-0" />
    </Menu>
  );
}
