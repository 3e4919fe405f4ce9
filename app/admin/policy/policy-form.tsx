"use client";

import { type FormEvent, useId, useState } from "react";
import { useLanguage, useWords } from "@/components/language/words";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Spinner } from "@/components/ui/spinner";
import { TextField } from "@/components/ui/text-field";
import { useHydrated } from "@/components/ui/use-hydrated";
import { errorView, jsonRequest, requestJson } from "@/lib/client/request";
import type { ErrorView } from "@/lib/shared/error";
import type { Policy } from "@/lib/shared/policy";
import { ChoiceList } from "./choice-list";

type Limits = Policy["limits"];

type Progress =
  | { status: "ready" }
  | { status: "working" }
  | { status: "saved" }
  | { status: "failed"; error: ErrorView };

const limitNames = ["messagesPerMinute", "liveRuns", "tokensPerDay", "attachmentSpaceMb"] as const;

const textOf = (form: FormData, name: string) => String(form.get(name) ?? "").trim();

function limitsOf(form: FormData): Limits {
  const limit = (name: keyof Limits) => (textOf(form, name) ? Number(textOf(form, name)) : null);
  return {
    messagesPerMinute: limit("messagesPerMinute"),
    liveRuns: limit("liveRuns"),
    tokensPerDay: limit("tokensPerDay"),
    attachmentSpaceMb: limit("attachmentSpaceMb"),
  };
}

/** Lays down what holds for everybody. @param usual the settings' limits, null for none */
export function PolicyForm({
  policy,
  toolkits,
  models,
  usual,
}: {
  policy: Policy;
  toolkits: readonly string[];
  models: readonly string[];
  usual: Limits;
}) {
  const [allowed, setAllowed] = useState({ toolkits: policy.toolkits, models: policy.models });
  const [progress, setProgress] = useState<Progress>({ status: "ready" });
  const words = useWords("admin").policy;
  const language = useLanguage();
  const deniedId = useId();
  const hydrated = useHydrated();
  const working = progress.status === "working";
  const choose = (change: Partial<typeof allowed>) => {
    setAllowed({ ...allowed, ...change });
    setProgress({ status: "ready" });
  };

  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const deniedTools = textOf(form, "deniedTools").split(/\s+/).filter(Boolean);
    const body = { deniedTools, ...allowed, limits: limitsOf(form) };
    setProgress({ status: "working" });
    try {
      await requestJson("/api/admin/policy", "policy", jsonRequest("PUT", body));
      setProgress({ status: "saved" });
    } catch (error) {
      setProgress({ status: "failed", error: errorView(error) });
    }
  };

  return (
    <form
      method="post"
      onSubmit={save}
      onInput={() => setProgress({ status: "ready" })}
      className="grid max-w-2xl gap-8"
    >
      <div className="grid gap-1">
        <label htmlFor={deniedId} className="font-medium text-sm">
          {words.denied}
        </label>
        <textarea
          id={deniedId}
          name="deniedTools"
          rows={5}
          spellCheck={false}
          defaultValue={policy.deniedTools.join("\n")}
          aria-describedby={`${deniedId}-means`}
          className="w-full rounded-lg border border-input bg-surface px-3 py-2 font-mono text-sm"
        />
        <p id={`${deniedId}-means`} className="text-muted-foreground text-xs">
          {words.deniedMeans}
        </p>
      </div>
      <ChoiceList
        legend={words.toolkits}
        names={toolkits}
        chosen={allowed.toolkits}
        onChange={(chosen) => choose({ toolkits: chosen })}
      />
      <ChoiceList
        legend={words.models}
        names={models}
        chosen={allowed.models}
        onChange={(chosen) => choose({ models: chosen })}
      />
      <fieldset className="grid gap-3">
        <legend className="mb-1 font-medium text-sm">{words.limits}</legend>
        <p className="text-muted-foreground text-xs">{words.limitsMean}</p>
        <div className="grid gap-3 sm:grid-cols-2">
          {limitNames.map((name) => (
            <TextField
              key={name}
              label={words.limit[name]}
              name={name}
              type="number"
              min={1}
              step={1}
              defaultValue={policy.limits[name] ?? ""}
              placeholder={usual[name]?.toLocaleString(language) ?? words.unlimited}
            />
          ))}
        </div>
      </fieldset>
      {progress.status === "failed" ? <Notice error={progress.error} /> : null}
      <div className="flex items-center gap-3">
        <Button type="submit" variant="primary" disabled={working || !hydrated}>
          {working ? <Spinner /> : null}
          {words.save}
        </Button>
        <p role="status" className="text-muted-foreground text-sm">
          {progress.status === "saved" ? words.saved : null}
        </p>
      </div>
    </form>
  );
}
