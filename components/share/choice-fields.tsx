"use client";

import { useId } from "react";
import { Switch } from "@/components/ui/switch";
import type { ShareAudience, ShareChoices, ShareDays } from "@/lib/shared/sharing/choices";
import type { ShareForm } from "./share-form-state";

const audiences: { value: ShareAudience; label: string; hint: string }[] = [
  { value: "me", label: "Only me", hint: "To look at it elsewhere" },
  { value: "signed-in", label: "Anyone signed in here", hint: "Who has the link and an account" },
  { value: "link", label: "Anyone with the link", hint: "Without signing in" },
];

const parts: { name: keyof ShareChoices; label: string }[] = [
  { name: "answers", label: "Questions and answers" },
  { name: "cards", label: "Result cards" },
  { name: "sent", label: "What was sent to tools" },
  { name: "results", label: "Raw results" },
  { name: "accounts", label: "Account names" },
  { name: "reasoning", label: "Reasoning" },
];

const ends: { value: ShareDays; label: string }[] = [
  { value: 1, label: "1 day" },
  { value: 7, label: "7 days" },
  { value: 30, label: "30 days" },
  { value: null, label: "No end" },
];

type Props = { form: ShareForm; onChange: (change: Partial<ShareForm>) => void };

const legend = "pb-1.5 font-medium text-sm";

function AudienceField({ form, onChange }: Props) {
  const name = useId();
  return (
    <fieldset>
      <legend className={legend}>Who</legend>
      <div className="grid gap-1.5">
        {audiences.map(({ value, label, hint }) => (
          <label key={value} className="touch-target flex cursor-pointer items-start gap-2 text-sm">
            <input
              type="radio"
              name={name}
              checked={form.audience === value}
              onChange={() => onChange({ audience: value })}
              className="mt-0.5 size-4 shrink-0 accent-accent"
            />
            <span>
              {label}
              <span className="block text-muted-foreground text-xs">{hint}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function PartsField({ form: { choices, image, audience }, onChange }: Props) {
  return (
    <fieldset>
      <legend className={legend}>What</legend>
      <div className="grid justify-items-start gap-2">
        {parts.map(({ name, label }) => (
          <Switch
            key={name}
            checked={choices[name]}
            onCheckedChange={(checked) => onChange({ choices: { ...choices, [name]: checked } })}
          >
            {label}
          </Switch>
        ))}
        {audience === "link" ? (
          <Switch checked={image} onCheckedChange={(checked) => onChange({ image: checked })}>
            Preview picture with the title, for other sites
          </Switch>
        ) : null}
      </div>
      <p className="mt-2 text-muted-foreground text-xs">
        Never: links, e-mail addresses, ids, tokens, and what you approved or turned down.
      </p>
    </fieldset>
  );
}

function EndField({ form: { days }, onChange, keeps }: Props & { keeps: boolean }) {
  const id = useId();
  return (
    <div className="flex items-center justify-between gap-3 text-sm">
      <label htmlFor={id} className="font-medium">
        Until
      </label>
      <select
        id={id}
        value={String(days)}
        onChange={({ target }) => {
          const chosen = ends.find(({ value }) => String(value) === target.value);
          onChange({ days: chosen ? chosen.value : "same" });
        }}
        className="h-8 rounded-lg border border-input/60 bg-surface px-2 text-sm"
      >
        {keeps ? <option value="same">As it is</option> : null}
        {ends.map(({ value, label }) => (
          <option key={label} value={String(value)}>
            {label}
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
