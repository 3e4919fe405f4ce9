"use client";

import { useWords } from "@/components/language/words";
import type { OfferedProvider } from "@/lib/shared/sign-in";
import { OneButtonForm } from "./one-button-form";
import { goToProvider } from "./sign-in";

type ProviderFormProps = { provider: OfferedProvider; next: string; prominent: boolean };

/** Leads to a provider, which says who somebody is. */
export function ProviderForm({ provider, next, prominent }: ProviderFormProps) {
  const words = useWords("signIn");
  return (
    <OneButtonForm
      enter={() => goToProvider(provider.id, next)}
      prominent={prominent}
      label={words.withProvider(provider.name)}
    />
  );
}
