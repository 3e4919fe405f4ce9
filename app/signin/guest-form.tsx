"use client";

import { useWords } from "@/components/language/words";
import { OneButtonForm } from "./one-button-form";
import { signIn } from "./sign-in";

/** Signs in as a new guest. */
export function GuestForm({ next, prominent }: { next: string; prominent: boolean }) {
  const words = useWords("signIn");
  return (
    <OneButtonForm
      enter={() => signIn("guest", { next })}
      prominent={prominent}
      label={words.asGuest}
    >
      <p className="text-xs text-muted-foreground">{words.guestMeans}</p>
    </OneButtonForm>
  );
}
