import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Brand } from "@/components/ui/brand-mark";
import { currentUser } from "@/lib/server/auth";
import { guestsAllowed } from "@/lib/server/environment";
import { AccountForm } from "./account-form";
import { GuestForm } from "./guest-form";

export const metadata: Metadata = { title: "Sign in" };

type PageProps = { searchParams: Promise<{ next?: string | string[] }> };

export default async function SignInPage({ searchParams }: PageProps) {
  if (await currentUser()) redirect("/");
  const { next } = await searchParams;
  const destination = typeof next === "string" ? next : "/";
  const guests = guestsAllowed();
  return (
    <main className="mx-auto grid min-h-dvh w-full max-w-sm content-center gap-8 px-4 py-10">
      <div>
        <Brand />
        <h1 className="mt-6 text-2xl font-semibold tracking-tight">Bitbucket work, by chat</h1>
        <p className="mt-2 text-muted-foreground">
          Say what you want. An agent finds the way, asks before it changes anything, and shows what
          happened.
        </p>
      </div>
      {guests ? <GuestForm next={destination} /> : null}
      {guests ? (
        <div className="flex items-center gap-3 text-xs text-muted-foreground">
          <span className="h-px grow bg-border" />
          or with an account
          <span className="h-px grow bg-border" />
        </div>
      ) : null}
      <AccountForm next={destination} prominent={!guests} />
    </main>
  );
}
