import { Paperclip } from "lucide-react";
import { useRef } from "react";
import { Button } from "@/components/ui/button";

/** Opens the browser's choice of files. */
export function AttachButton({
  label,
  disabled,
  onFiles,
}: {
  label: string;
  disabled: boolean;
  onFiles: (files: readonly File[]) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={label}
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])]);
          // The same file chosen again is a change, too.
          currentTarget.value = "";
        }}
      />
      <Button
        variant="quiet"
        size="icon"
        aria-label={label}
        title={label}
        disabled={disabled}
        onClick={() => input.current?.click()}
      >
        <Paperclip aria-hidden className="size-4" />
      </Button>
    </>
  );
}
