"use client";

import { type FormEvent, useState } from "react";
import { useWords } from "@/components/language/words";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Spinner } from "@/components/ui/spinner";
import { TextField } from "@/components/ui/text-field";
import { useHydrated } from "@/components/ui/use-hydrated";
import { loadPart } from "@/lib/client/load-part";
import { errorView, jsonRequest, request } from "@/lib/client/request";
import type { Problems } from "./problems-of";
import type { Progress } from "./progress";
import { signIn } from "./sign-in";

/** With the schemas, which are not part of the first load. */
const loadProblems = () => loadPart(() => import("./problems-of"));

const textOf = (form: FormData, name: string) => String(form.get(name) ?? "");

/** Signs in with an e-mail address and a password, or makes the account first. */
export function AccountForm({ next, prominent }: { next: string; prominent: boolean }) {
  const [purpose, setPurpose] = useState<"sign-in" | "sign-up">("sign-in");
  const [problems, setProblems] = useState<Problems>({});
  const [progress, setProgress] = useState<Progress>({ status: "ready" });
  const words = useWords("signIn");
  const { failures } = useWords("common");
  const signsUp = purpose === "sign-up";

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const details = { email: textOf(form, "email"), password: textOf(form, "password") };
    const account = { ...details, name: textOf(form, "name") };
    try {
      const found = signsUp ? (await loadProblems()).problemsOf(account, failures) : {};
      setProblems(found);
      if (Object.keys(found).length > 0) return;
      setProgress({ status: "working" });
      if (signsUp) await request("/api/account", jsonRequest("POST", account));
      await signIn("password", { ...details, next });
    } catch (error) {
      setProgress({ status: "failed", error: errorView(error) });
    }
  };

  const change = () => {
    // What is entered is looked at soon. A failure is told of then.
    loadProblems().catch(() => undefined);
    setPurpose(signsUp ? "sign-in" : "sign-up");
    setProblems({});
    setProgress({ status: "ready" });
  };

  const working = progress.status === "working";
  const hydrated = useHydrated();
  return (
    // By this method, a form that is sent without its script puts no password into an address.
    <form method="post" onSubmit={submit} noValidate className="grid gap-4">
      {signsUp ? (
        <TextField label={words.name} name="name" autoComplete="name" problem={problems.name} />
      ) : null}
      <TextField
        label={words.email}
        name="email"
        type="email"
        autoComplete="email"
        problem={problems.email}
      />
      <TextField
        label={words.password}
        name="password"
        type="password"
        autoComplete={signsUp ? "new-password" : "current-password"}
        problem={problems.password}
      />
      {progress.status === "failed" ? <Notice error={progress.error} /> : null}
      <Button
        type="submit"
        size="large"
        variant={prominent ? "primary" : "outline"}
        disabled={working || !hydrated}
      >
        {working ? <Spinner /> : null}
        {signsUp ? words.createAccount : words.title}
      </Button>
      <p className="text-center text-sm text-muted-foreground">
        {signsUp ? words.haveAccount : words.noAccount}{" "}
        <button
          type="button"
          onClick={change}
          disabled={!hydrated}
          className="touch-target font-medium text-accent hover:underline"
        >
          {signsUp ? words.title : words.createOne}
        </button>
      </p>
    </form>
  );
}
