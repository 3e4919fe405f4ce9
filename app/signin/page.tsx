import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { WordsFor } from "@/components/language/words-for";
import { Brand } from "@/components/ui/brand-mark";
import { currentUser } from "@/lib/server/auth";
import { guestsAllowed } from "@/lib/server/environment";
import { requestWords } from "@/lib/server/language";
import { AccountForm } from "./account-form";
import { GuestForm } from "./guest-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords()).signIn.title };
}

type PageProps = { searchParams: Promise<{ next?: string | string[] }> };

export default async function SignInPage({ searchParams }: PageProps) {
  if (await currentUser()) redirect("/");
  const { next } = await searchParams;
  const destination = typeof next === "string" ? next : "/";
  const guests = guestsAllowed();
  const words = (await requestWords()).signIn;
  return (
    <main className="mx-auto grid min-h-dvh w-full max-w-sm content-center gap-8 px-4 py-10">
      <div>
        <Brand />
        <h1 className="mt-6 text-2xl font-semibold tracking-tight">{words.promise}</h1>
        <p className="mt-2 text-muted-foreground">{words.how}</p>
      </div>
      <WordsFor room="signIn">
        {guests ? <GuestForm next={destination} /> : null}
        {guests ? (
          <div className="flex items-center gap-3 text-xs text-muted-foreground">
            <span className="h-px grow bg-border" />
            {words.orWithAccount}
            <span className="h-px grow bg-border" />
          </div>
        ) : null}
        <AccountForm next={destination} prominent={!guests} />
      </WordsFor>
    </main>
  );
}
