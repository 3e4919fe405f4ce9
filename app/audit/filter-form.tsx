import Form from "next/form";
import Link from "next/link";
import { type ComponentProps, useId } from "react";
import { Button, buttonClasses } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import type { AuditFilter } from "@/lib/server/policy/audit-filter";

type Choice = { value: string; label: string };

const kinds: (Choice & { value: AuditFilter["kind"] })[] = [
  { value: "all", label: "All actions" },
  { value: "changes", label: "Changes only" },
  { value: "refused", label: "Refused" },
];

function SelectField({
  label,
  choices,
  ...props
}: Omit<ComponentProps<"select">, "id" | "className"> & { label: string; choices: Choice[] }) {
  const id = useId();
  return (
    <div data-slot="select-field" className="grid min-w-0 gap-1">
      <label htmlFor={id} className="font-medium text-sm">
        {label}
      </label>
      <select
        id={id}
        className="h-9 w-full min-w-0 rounded-lg border border-input bg-surface px-2 text-sm pointer-coarse:h-11"
        {...props}
      >
        {choices.map(({ value, label: words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}

type FilterFormProps = {
  filter: AuditFilter;
  /** Those that can be chosen. */
  chats: { id: string; title: string }[];
};

/** Chooses what is listed. Every choice is in the page's address, and works without scripts. */
export function FilterForm({ filter, chats }: FilterFormProps) {
  const chatChoices = chats.map(({ id, title }) => ({ value: id, label: title }));
  const chosen = filter.kind !== "all" || filter.chatId || filter.text;
  return (
    <Form
      // Fields keep what was typed in them; after "Show all" they have to be empty.
      key={JSON.stringify(filter)}
      action="/audit"
      role="search"
      aria-label="Actions"
      className="grid items-end gap-3 sm:grid-cols-[11rem_minmax(0,1fr)_minmax(0,1fr)_auto]"
    >
      <SelectField label="Kind" name="kind" defaultValue={filter.kind} choices={kinds} />
      <SelectField
        label="Chat"
        name="chatId"
        defaultValue={filter.chatId ?? ""}
        choices={[{ value: "", label: "All chats" }, ...chatChoices]}
      />
      <TextField
        label="Words"
        type="search"
        name="text"
        defaultValue={filter.text}
        maxLength={200}
        placeholder="acme/api, branch, a title…"
      />
      <div className="flex h-9 items-center gap-2 pointer-coarse:h-11">
        <Button type="submit">Show</Button>
        {chosen ? (
          <Link href="/audit" className={buttonClasses({ variant: "quiet" })}>
            Show all
          </Link>
        ) : null}
      </div>
    </Form>
  );
}
