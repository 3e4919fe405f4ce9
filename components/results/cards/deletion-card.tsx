import { Trash2 } from "lucide-react";
import { z } from "zod";
import { useWords } from "@/components/language/words";
import { defineResult } from "../define-result";
import { Card } from "../parts/card";
import { PlainText } from "../parts/plain-text";

/** The answer to a deletion is a sentence, there being nothing left to show. */
const deletionSchema = z.object({ message: z.string().min(1) });

export const deletionResult = defineResult(deletionSchema, ({ value }) => (
  <Card label={useWords("results").cards.deleted}>
    <p className="flex items-center gap-2.5 px-3 py-2">
      <Trash2 aria-hidden className="size-4 shrink-0 text-muted-foreground" />
      <span className="wrap-anywhere min-w-0">
        <PlainText text={value.message} />
      </span>
    </p>
  </Card>
));
