"use client";

import { useWords } from "@/components/language/words";

/** Chooses all of some names, also of those that come later, or certain ones. @param chosen null for all of them */
export function ChoiceList({
  legend,
  names,
  chosen,
  onChange,
}: {
  legend: string;
  names: readonly string[];
  chosen: readonly string[] | null;
  onChange: (chosen: string[] | null) => void;
}) {
  const { everything } = useWords("admin").policy;
  const toggle = (name: string, on: boolean) =>
    onChange(names.filter((one) => (one === name ? on : chosen?.includes(one))));
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1 font-medium text-sm">{legend}</legend>
      <label className="touch-target flex items-center gap-2 text-sm">
        <input
          type="checkbox"
          className="size-4 accent-accent"
          checked={chosen === null}
          onChange={({ target }) => onChange(target.checked ? null : [...names])}
        />
        {everything}
      </label>
      {chosen === null
        ? null
        : names.map((name) => (
            <label key={name} className="touch-target ml-6 flex items-center gap-2 text-sm">
              <input
                type="checkbox"
                className="size-4 accent-accent"
                checked={chosen.includes(name)}
                onChange={({ target }) => toggle(name, target.checked)}
              />
              <span className="wrap-anywhere font-mono text-xs">{name}</span>
            </label>
          ))}
    </fieldset>
  );
}
