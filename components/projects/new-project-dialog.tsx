"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, type RefObject, useRef, useState } from "react";
import { useChatListActions } from "@/components/chat/chat-list-context";
import { ErrorText } from "@/components/language/error-text";
import { useWords } from "@/components/language/words";
import { WordsFor } from "@/components/language/words-for";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/text-field";
import { complaintIn } from "@/lib/client/complaint-in";
import { createProject } from "@/lib/client/projects-api";
import { errorView } from "@/lib/client/request";
import type { ErrorWords } from "@/lib/language/error-text";
import { projectNameSchema } from "@/lib/shared/project";

function NameForm({
  input,
  onDone,
}: {
  input: RefObject<HTMLInputElement | null>;
  onDone: () => void;
}) {
  const words = useWords("projects");
  const { cancel } = useWords("common");
  const { refresh } = useChatListActions();
  const router = useRouter();
  const [id] = useState(() => crypto.randomUUID());
  const [name, setName] = useState("");
  const [problem, setProblem] = useState<ErrorWords>();
  const [saving, setSaving] = useState(false);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    const parsed = projectNameSchema.safeParse(name);
    if (!parsed.success) return setProblem(complaintIn(parsed.error));
    setSaving(true);
    try {
      await createProject(id, parsed.data);
      await refresh();
      onDone();
      router.push(`/projects/${id}`);
    } catch (error) {
      setProblem(errorView(error));
      setSaving(false);
    }
  };
  return (
    <form onSubmit={save} className="grid gap-5">
      <TextField
        ref={input}
        label={words.name}
        value={name}
        problem={problem && <ErrorText error={problem}>{({ message }) => message}</ErrorText>}
        onChange={(event) => setName(event.target.value)}
      />
      <div className="flex justify-end gap-2">
        <Button onClick={onDone}>{cancel}</Button>
        <Button variant="primary" type="submit" disabled={saving}>
          {words.createAction}
        </Button>
      </div>
    </form>
  );
}

/** Asks for the name of a new project, and opens its page. */
export function NewProjectDialog({ onClosed }: { onClosed: () => void }) {
  const { newProject } = useWords("shelf");
  const input = useRef<HTMLInputElement>(null);
  return (
    <Dialog title={newProject} initialFocus={input} onClosed={onClosed}>
      {(close) => (
        <WordsFor room="projects">
          <NameForm input={input} onDone={close} />
        </WordsFor>
      )}
    </Dialog>
  );
}
