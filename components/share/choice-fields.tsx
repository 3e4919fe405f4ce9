"use client";

import { useId } from "react";
import { useWords } from "@/components/language/words";
import { Switch } from "@/components/ui/switch";
import type { ShareAudience, ShareChoices, ShareDays } from "@/lib/shared/sharing/choices";
import type { ShareForm } from "./share-form-state";

const audiences: ShareAudience[] = ["me", "signed-in", "link"];

const parts: (keyof ShareChoices)[] = [
  "answers",
  "cards",
  "sent",
  "results",
  "accounts",
  "reasoning",
];

const ends: ShareDays[] = [1, 7, 30, null];

type Props = { form: ShareForm; onChange: (change: Partial<ShareForm>) => void };

const legend = "pb-1.5 font-medium text-sm";

function AudienceField({ form, onChange }: Props) {
  const name = useId();
  const words = useWords("sharing");
  return (
    <fieldset>
      <legend className={legend}>{words.who}</legend>
      <div className="grid gap-1.5">
        {audiences.map((value) => (
          <label key={value} className="touch-target flex cursor-pointer items-start gap-2 text-sm">
            <input
              type="radio"
              name={name}
              checked={form.audience === value}
              onChange={() => onChange({ audience: value })}
              className="mt-0.5 size-4 shrink-0 accent-accent"
            />
            <span>
              {words.audiences[value].label}
              <span className="block text-muted-foreground text-xs">
                {words.audiences[value].hint}
              </span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function PartsField({ form: { choices, image, audience }, onChange }: Props) {
  const words = useWords("sharing");
  return (
    <fieldset>
      <legend className={legend}>{words.what}</legend>
      <div className="grid justify-items-start gap-2">
        {parts.map((name) => (
          <Switch
            key={name}
            checked={choices[name]}
            onCheckedChange={(checked) => onChange({ choices: { ...choices, [name]: checked } })}
          >
            {words.parts[name]}
          </Switch>
        ))}
        {audience === "link" ? (
          <Switch checked={image} onCheckedChange={(checked) => onChange({ image: checked })}>
            {words.picture}
          </Switch>
        ) : null}
      </div>
      <p className="mt-2 text-muted-foreground text-xs">{words.never}</p>
    </fieldset>
  );
}

function EndField({ form: { days }, onChange, keeps }: Props & { keeps: boolean }) {
  const id = useId();
  const words = useWords("sharing");
  return (
    <div className="flex items-center justify-between gap-3 text-sm">
      <label htmlFor={id} className="font-medium">
        {words.until}
      </label>
      <select
        id={id}
        value={String(days)}
        onChange={({ target }) => {
          const chosen = ends.find((end) => String(end) === target.value);
          onChange({ days: chosen === undefined ? "same" : chosen });
        }}
        className="h-8 rounded-lg border border-input/60 bg-surface px-2 text-sm"
      >
        {keeps ? <option value="same">{words.asItIs}</option> : null}
        {ends.map((end) => (
          <option key={String(end)} value={String(end)}>
            {end === null ? words.noEnd : words.days(end)}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Who may read a copy, what is in it, and until when. @param keeps whether the end of a link may stay as it is */
export function ChoiceFields({ keeps, ...props }: Props & { keeps: boolean }) {
  return (
    <div className="grid gap-4">
      <AudienceField {...props} />
      <PartsField {...props} />
      <EndField {...props} keeps={keeps} />
    </div>
  );
}
