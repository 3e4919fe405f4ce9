import { useWords } from "@/components/language/words";
import { PlainText } from "@/components/results/parts/plain-text";
import { Spinner } from "@/components/ui/spinner";

/** How far a file is on its way to the server. */
export function UploadProgress({ name, progress }: { name: string; progress: number }) {
  const words = useWords("attachments");
  const percent = Math.round(progress * 100);
  return (
    <>
      <span className="grid size-11 shrink-0 place-items-center rounded-md bg-sunken">
        <Spinner />
      </span>
      <span className="grid min-w-0 grow gap-1.5 text-left">
        <span className="truncate text-sm">
          <PlainText text={name} />
        </span>
        <span
          role="progressbar"
          aria-label={words.uploading(name)}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={percent}
          className="h-1 overflow-hidden rounded-full bg-border"
        >
          <svg
            aria-hidden
            viewBox="0 0 100 1"
            preserveAspectRatio="none"
            className="block size-full"
          >
            <rect width={percent} height={1} className="fill-accent" />
          </svg>
        </span>
      </span>
    </>
  );
}
