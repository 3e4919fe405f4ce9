import { ExternalLink } from "lucide-react";
import { Button } from "@/components/ui/button";

type OpenFormProps = {
  connectionId: string;
  label: string;
  variant: "primary" | "outline";
  onOpen: () => void;
};

/**
 * Opens the provider's page in a new tab. A form and no script: no blocker of popups stops it, and a GET that a browser
 * makes on its own account never uses the link up. A form's new tab gets no way back to this page (`noopener` is its
 * default); `noreferrer` would take the origin away, by which the server knows that the form is ours.
 */
export function OpenForm({ connectionId, label, variant, onOpen }: OpenFormProps) {
  return (
    <form
      method="post"
      action={`/connect/${encodeURIComponent(connectionId)}/open`}
      target="_blank"
      onSubmit={onOpen}
      rel="noopener"
    >
      <Button type="submit" variant={variant}>
        {label}
        <ExternalLink aria-hidden className="size-3.5" />
      </Button>
    </form>
  );
}
