import { type ComponentProps, useId } from "react";
import { useWords } from "@/components/language/words";
import { PlainText } from "@/components/results/parts/plain-text";
import { hasHiddenCharacters, revealHiddenCharacters } from "@/lib/shared/hidden-characters";
import { argumentName } from "../../argument-list";
import type { EditField } from "./edit-fields";
import type { Problem } from "./edited-arguments";

type EditFieldProps = {
  field: EditField;
  text: string;
  problem: Problem | undefined;
  disabled: boolean;
  onChange: (text: string) => void;
};

const look =
  "w-full rounded-lg border border-input bg-surface px-2.5 text-sm aria-invalid:border-danger disabled:opacity-55";
const linesLimit = 12;

function Input({
  field: { kind, choices, required, present },
  text,
  onChange,
  ...shared
}: Pick<EditFieldProps, "field" | "text" | "onChange"> &
  Pick<ComponentProps<"input">, "id" | "disabled" | "aria-describedby" | "aria-invalid">) {
  const { edit: words, sent } = useWords("activity");
  const labelOf = (choice: string) => {
    const value = choices.get(choice);
    if (typeof value === "boolean") return value ? sent.yes : sent.no;
    return revealHiddenCharacters(choice);
  };
  switch (kind) {
    case "choice":
      return (
        <select
          value={text}
          className={`${look} h-9 pointer-coarse:h-11`}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
          {...shared}
        >
          {required && present ? null : <option value="">{words.notSet}</option>}
          {text === "" || choices.has(text) ? null : (
            <option value={text}>{revealHiddenCharacters(text)}</option>
          )}
          {[...choices.keys()].map((choice) => (
            <option key={choice} value={choice}>
              {labelOf(choice)}
            </option>
          ))}
        </select>
      );
    case "text":
    case "json":
      return (
        <textarea
          value={text}
          rows={Math.min(linesLimit, Math.max(3, text.split("\n").length + 1))}
          spellCheck={kind === "text"}
          className={`${look} block resize-y py-1.5 leading-5 ${kind === "json" ? "font-mono text-xs" : ""}`}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
          {...shared}
        />
      );
    case "line":
    case "number":
      return (
        <input
          value={text}
          inputMode={kind === "number" ? "decimal" : undefined}
          autoComplete="off"
          className={`${look} h-9 pointer-coarse:h-11`}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
          {...shared}
        />
      );
  }
}

/** One argument to fill in. It belongs to no form: Enter in it says nothing. */
export function EditFieldRow({ field, text, problem, disabled, onChange }: EditFieldProps) {
  const id = useId();
  const [helpId, problemId] = [`${id}-help`, `${id}-problem`];
  const { edit: words, sent } = useWords("activity");
  const name = argumentName(field.name, sent);
  if (field.fixed) {
    return (
      <p className="text-sm">
        <span className="block text-muted-foreground text-xs">
          <PlainText text={name} />
        </span>
        <span className="wrap-anywhere">
          <PlainText text={field.text} />
        </span>
      </p>
    );
  }
  const described = [field.description ? helpId : "", problem ? problemId : ""].join(" ").trim();
  return (
    <div data-slot="edit-field" className="grid gap-1">
      <label htmlFor={id} className="font-medium text-xs">
        <PlainText text={name} />
        {field.required ? null : <span className="text-muted-foreground"> {words.optional}</span>}
      </label>
      <Input
        id={id}
        field={field}
        text={text}
        disabled={disabled}
        onChange={onChange}
        aria-describedby={described || undefined}
        aria-invalid={problem ? true : undefined}
      />
      {hasHiddenCharacters(text) ? (
        <p className="wrap-anywhere whitespace-pre-wrap text-danger text-xs">
          {words.writtenOut} <PlainText text={text} />
        </p>
      ) : null}
      {problem ? (
        <p id={problemId} className="text-danger text-xs">
          {words[problem]}
        </p>
      ) : null}
      {field.description ? (
        <p id={helpId} className="wrap-anywhere line-clamp-3 text-muted-foreground text-xs">
          <PlainText text={field.description} />
        </p>
      ) : null}
    </div>
  );
}
