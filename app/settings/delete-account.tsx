"use client";

import { useState } from "react";
import { useWords } from "@/components/language/words";
import { Button } from "@/components/ui/button";
import { DeleteAccountDialog } from "./delete-account-dialog";

export function DeleteAccount({ password }: { password: boolean }) {
  const words = useWords("settings").deletion;
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button variant="danger" onClick={() => setAsking(true)}>
        {words.open}
      </Button>
      {asking ? (
        <DeleteAccountDialog password={password} onClosed={() => setAsking(false)} />
      ) : null}
    </>
  );
}
