"use client";

import { useEffect, useMemo, useRef } from "react";
import { useWords } from "@/components/language/words";
import { Button } from "@/components/ui/button";
import { inReadingOrder } from "../../argument-list";
import { Disclosure } from "../../disclosure";
import { EditFieldRow } from "./edit-field";
import { type EditField, editFields } from "./edit-fields";
import { type ActionEdit, editedArguments } from "./edited-arguments";

type EditFormProps = {
  edit: ActionEdit;
  disabled: boolean;
  onChange: (texts: ActionEdit["texts"]) => void;
  onDiscard: () => void;
};

/** What is sent, to be changed before it is done. Nothing here says yes. */
export function EditArguments({ edit, disabled, onChange, onDiscard }: EditFormProps) {
  const { form, texts } = edit;
  const words = useWords("activity").edit;
  const fields = useMemo(() => inReadingOrder(editFields(form), ({ name }) => name), [form]);
  const { problems } = editedArguments(edit);
  const frame = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    frame.current?.querySelector<HTMLElement>("input, textarea, select")?.focus();
  }, []);
  const row = (field: EditField) => (
    <EditFieldRow
      key={field.name}
      field={field}
      text={texts.get(field.name) ?? field.text}
      problem={problems.get(field.name)}
      disabled={disabled}
      onChange={(text) => onChange(new Map([...texts, [field.name, text]]))}
    />
  );
  const others = fields.filter((field) => !field.present && !field.fixed);
  return (
    <fieldset ref={frame} data-slot="edit-form" className="grid min-w-0 gap-3">
      <legend className="sr-only">{words.whatIsSent}</legend>
      <div className="flex flex-wrap gap-x-6 gap-y-2 empty:hidden">
        {fields.filter((field) => field.present && field.fixed).map(row)}
      </div>
      {fields.filter((field) => field.present && !field.fixed).map(row)}
      {others.length > 0 ? (
        <Disclosure
          label={words.moreFields(others.length)}
          startsOpen={others.some(({ name }) => texts.has(name))}
        >
          <div className="grid gap-3">{others.map(row)}</div>
        </Disclosure>
      ) : null}
      <div>
        <Button size="small" disabled={disabled} onClick={onDiscard}>
          {words.discard}
        </Button>
      </div>
    </fieldset>
  );
}
