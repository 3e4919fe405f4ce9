import Form from "next/form";
import Link from "next/link";
import { type ComponentProps, useId } from "react";
import { Button, buttonClasses } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { requestWords } from "@/lib/server/language";
import type { AuditFilter } from "@/lib/server/policy/audit-filter";

type Choice = { value: string; label: string };

const kinds: AuditFilter["kind"][] = ["all", "changes", "refused"];

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
        {choices.map(({ value, label: shown }) => (
          <option key={value} value={value}>
            {shown}
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
export async function FilterForm({ filter, chats }: FilterFormProps) {
  const { title, filter: words } = (await requestWords()).audit;
  const chatChoices = chats.map((chat) => ({ value: chat.id, label: chat.title }));
  const chosen = filter.kind !== "all" || filter.chatId || filter.text;
  return (
    <Form
      // Fields keep what was typed in them; after "Show all" they have to be empty.
      key={JSON.stringify(filter)}
      action="/audit"
      role="search"
      aria-label={title}
      className="grid items-end gap-3 sm:grid-cols-[11rem_minmax(0,1fr)_minmax(0,1fr)_auto]"
    >
      <SelectField
        label={words.kind}
        name="kind"
        defaultValue={filter.kind}
        choices={kinds.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
      />
      <SelectField
        label={words.chat}
        name="chatId"
        defaultValue={filter.chatId ?? ""}
        choices={[{ value: "", label: words.allChats }, ...chatChoices]}
      />
      <TextField
        label={words.words}
        type="search"
        name="text"
        defaultValue={filter.text}
        maxLength={200}
        placeholder={words.example}
      />
      <div className="flex h-9 items-center gap-2 pointer-coarse:h-11">
        <Button type="submit">{words.show}</Button>
        {chosen ? (
          <Link href="/audit" className={buttonClasses({ variant: "quiet" })}>
            {words.showAll}
          </Link>
        ) : null}
      </div>
    </Form>
  );
}
