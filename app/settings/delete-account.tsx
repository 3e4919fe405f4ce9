"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { DeleteAccountDialog } from "./delete-account-dialog";

export function DeleteAccount({ guest }: { guest: boolean }) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button variant="danger" onClick={() => setAsking(true)}>
        Delete account…
      </Button>
      {asking ? <DeleteAccountDialog guest={guest} onClosed={() => setAsking(false)} /> : null}
    </>
  );
}
