import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { type Parameters, single } from "@/app/search-parameters";
import { WordsFor } from "@/components/language/words-for";
import { Brand } from "@/components/ui/brand-mark";
import { Notice } from "@/components/ui/notice";
import { currentUser } from "@/lib/server/auth";
import { offeredProviders } from "@/lib/server/auth/providers";
import { signInRefusal } from "@/lib/server/auth/sign-in-refusals";
import { environment } from "@/lib/server/environment";
import { requestWords } from "@/lib/server/language";
import { AccountForm } from "./account-form";
import { GuestForm } from "./guest-form";
import { ProviderForm } from "./provider-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords()).signIn.title };
}

type PageProps = { searchParams: Promise<Parameters> };

function Divider({ label }: { label: string }) {
  return (
    <div className="flex items-center gap-3 text-xs text-muted-foreground">
      <span className="h-px grow bg-border" />
      {label}
      <span className="h-px grow bg-border" />
    </div>
  );
}

export default async function SignInPage({ searchParams }: PageProps) {
  if (await currentUser()) redirect("/");
  const { next, error } = await searchParams;
  const destination = single(next) ?? "/";
  const refusal = signInRefusal(single(error));
  const { guests, password } = environment().signIn;
  const providers = offeredProviders();
  const words = (await requestWords()).signIn;
  return (
    <main className="mx-auto grid min-h-dvh w-full max-w-sm content-center gap-8 px-4 py-10">
      <div>
        <Brand />
        <h1 className="mt-6 text-2xl font-semibold tracking-tight">{words.promise}</h1>
        <p className="mt-2 text-muted-foreground">{words.how}</p>
      </div>
      <WordsFor room="signIn">
        {refusal ? <Notice error={refusal} /> : null}
        {providers.length > 0 ? (
          <div className="grid gap-3">
            {providers.map((provider, index) => (
              <ProviderForm
                key={provider.id}
                provider={provider}
                next={destination}
                prominent={index === 0}
              />
            ))}
          </div>
        ) : null}
        {guests && providers.length > 0 ? <Divider label={words.or} /> : null}
        {guests ? <GuestForm next={destination} prominent={providers.length === 0} /> : null}
        {password && (guests || providers.length > 0) ? (
          <Divider label={words.orWithAccount} />
        ) : null}
        {password ? (
          <AccountForm next={destination} prominent={!guests && providers.length === 0} />
        ) : null}
      </WordsFor>
    </main>
  );
}
