"use client";

import { type FormEvent, type RefObject, useState } from "react";
import type { z } from "zod";
import { ErrorText } from "@/components/language/error-text";
import { useWords } from "@/components/language/words";
import { complaintIn } from "@/lib/client/complaint-in";
import { errorView } from "@/lib/client/request";
import type { ErrorWords } from "@/lib/language/error-text";
import { Button } from "./button";
import { TextField } from "./text-field";

type NameFormProps = {
  label: string;
  /** What the button says that saves. */
  action: string;
  name: string;
  schema: z.ZodType<string>;
  /** What it throws is shown below the name, which stays. */
  onSave: (name: string) => Promise<void>;
  onDone: () => void;
  input: RefObject<HTMLInputElement | null>;
};

/** Asks for a name in a dialog, and is done when it is saved. */
export function NameForm({ label, action, name, schema, onSave, onDone, input }: NameFormProps) {
  const { cancel } = useWords("common");
  const [text, setText] = useState(name);
  const [problem, setProblem] = useState<ErrorWords>();
  const [saving, setSaving] = useState(false);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    const parsed = schema.safeParse(text);
    if (!parsed.success) return setProblem(complaintIn(parsed.error));
    setSaving(true);
    try {
      await onSave(parsed.data);
      onDone();
    } catch (error) {
      setProblem(errorView(error));
      setSaving(false);
    }
  };

  return (
    <form onSubmit={save} className="grid gap-5">
      <TextField
        ref={input}
        label={label}
        value={text}
        problem={problem && <ErrorText error={problem}>{({ message }) => message}</ErrorText>}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="flex justify-end gap-2">
        <Button onClick={onDone}>{cancel}</Button>
        <Button variant="primary" type="submit" disabled={saving}>
          {action}
        </Button>
      </div>
    </form>
  );
}
