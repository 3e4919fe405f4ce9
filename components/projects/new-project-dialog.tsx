"use client";

import { useRouter } from "next/navigation";
import { type RefObject, useRef, useState } from "react";
import { useChatListActions } from "@/components/chat/chat-list-context";
import { useWords } from "@/components/language/words";
import { WordsFor } from "@/components/language/words-for";
import { Dialog } from "@/components/ui/dialog";
import { NameForm } from "@/components/ui/name-form";
import { createProject } from "@/lib/client/projects-api";
import { projectNameSchema } from "@/lib/shared/project";

type NewProjectProps = { input: RefObject<HTMLInputElement | null>; onDone: () => void };

function NewProject({ input, onDone }: NewProjectProps) {
  const words = useWords("projects");
  const { refresh } = useChatListActions();
  const router = useRouter();
  const [id] = useState(() => crypto.randomUUID());
  const create = async (name: string) => {
    await createProject(id, name);
    await refresh();
    router.push(`/projects/${id}`);
  };
  return (
    <NameForm
      label={words.name}
      action={words.createAction}
      name=""
      schema={projectNameSchema}
      onSave={create}
      onDone={onDone}
      input={input}
    />
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
          <NewProject input={input} onDone={close} />
        </WordsFor>
      )}
    </Dialog>
  );
}
