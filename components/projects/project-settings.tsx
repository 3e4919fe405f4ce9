"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useId, useState } from "react";
import { useChatListActions } from "@/components/chat/chat-list-context";
import { useWords } from "@/components/language/words";
import { Button } from "@/components/ui/button";
import { Confirmation } from "@/components/ui/confirmation";
import { Notice } from "@/components/ui/notice";
import { TextField } from "@/components/ui/text-field";
import { complaintIn } from "@/lib/client/complaint-in";
import { deleteProject, updateProject } from "@/lib/client/projects-api";
import { errorView } from "@/lib/client/request";
import type { ErrorView } from "@/lib/shared/error";
import { type Project, projectInstructionsLimit, updateProjectSchema } from "@/lib/shared/project";

type Progress =
  | { status: "changed" }
  | { status: "saving" }
  | { status: "saved" }
  | { status: "failed"; error: ErrorView };

/** Name and instructions of a project, and its end. */
export function ProjectSettings({ project }: { project: Project }) {
  const words = useWords("projects");
  const router = useRouter();
  const { refresh } = useChatListActions();
  const [name, setName] = useState(project.name);
  const [instructions, setInstructions] = useState(project.instructions);
  const [progress, setProgress] = useState<Progress>({ status: "changed" });
  const [deleting, setDeleting] = useState(false);
  const id = useId();

  const save = async (event: FormEvent) => {
    event.preventDefault();
    const change = updateProjectSchema.safeParse({ name, instructions });
    if (!change.success) {
      const complaint = complaintIn(change.error);
      return (
        complaint &&
        setProgress({ status: "failed", error: { code: "invalid_request", ...complaint } })
      );
    }
    setProgress({ status: "saving" });
    try {
      await updateProject(project.id, change.data);
      setProgress({ status: "saved" });
      await refresh();
      router.refresh();
    } catch (failure) {
      setProgress({ status: "failed", error: errorView(failure) });
    }
  };
  const remove = async () => {
    try {
      await deleteProject(project.id);
      await refresh();
      return null;
    } catch (failure) {
      return errorView(failure);
    }
  };
  const typed = (set: (value: string) => void) => (value: string) => {
    set(value);
    setProgress({ status: "changed" });
  };
  return (
    <form onSubmit={save} className="grid gap-4">
      <TextField
        label={words.name}
        value={name}
        onChange={(event) => typed(setName)(event.target.value)}
      />
      <div className="grid gap-1">
        <label htmlFor={id} className="text-sm font-medium">
          {words.instructions}
        </label>
        <textarea
          id={id}
          rows={5}
          value={instructions}
          maxLength={projectInstructionsLimit}
          aria-describedby={`${id}-means`}
          onChange={(event) => typed(setInstructions)(event.target.value)}
          className="w-full rounded-lg border border-input bg-surface px-3 py-2 text-sm"
        />
        <p id={`${id}-means`} className="text-xs text-muted-foreground">
          {words.instructionsMean}
        </p>
      </div>
      {progress.status === "failed" ? <Notice error={progress.error} /> : null}
      <div className="flex flex-wrap items-center gap-2">
        <Button variant="primary" type="submit" disabled={progress.status === "saving"}>
          {words.save}
        </Button>
        <span role="status" className="grow text-sm text-muted-foreground">
          {progress.status === "saved" ? words.saved : null}
        </span>
        <Button variant="quiet" onClick={() => setDeleting(true)}>
          {words.deleteAction}
        </Button>
      </div>
      {deleting ? (
        <Confirmation
          title={words.deleteTitle}
          action={words.deleteAction}
          onConfirm={remove}
          onClosed={(confirmed) => {
            setDeleting(false);
            if (confirmed) router.push("/");
          }}
        >
          {words.deleteMeans}
        </Confirmation>
      ) : null}
    </form>
  );
}
