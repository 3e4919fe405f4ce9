"use client";

import { type FormEvent, useState } from "react";
import { useWords } from "@/components/language/words";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Spinner } from "@/components/ui/spinner";
import { TextField } from "@/components/ui/text-field";
import { useHydrated } from "@/components/ui/use-hydrated";
import { errorView, jsonRequest, request } from "@/lib/client/request";
import { textIn } from "@/lib/language/sentence";
import type { Words } from "@/lib/language/words";
import { signUpSchema } from "@/lib/shared/api";
import { complaintOf } from "@/lib/shared/complaints";
import type { Progress } from "./progress";
import { signIn } from "./sign-in";

type Problems = Partial<Record<"name" | "email" | "password", string>>;

function problemsOf(details: Record<string, string>, words: Words["common"]["failures"]): Problems {
  const parsed = signUpSchema.safeParse(details);
  if (parsed.success) return {};
  return Object.fromEntries(
    parsed.error.issues
      .toReversed()
      .map((issue) => [issue.path[0], textIn(words, complaintOf(issue)) ?? issue.message]),
  );
}

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
    const found = signsUp ? problemsOf(account, failures) : {};
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    setProgress({ status: "working" });
    try {
      if (signsUp) await request("/api/account", jsonRequest("POST", account));
      await signIn("password", { ...details, next });
    } catch (error) {
      setProgress({ status: "failed", error: errorView(error) });
    }
  };

  const change = () => {
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
