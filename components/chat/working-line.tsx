import { BrandMark } from "@/components/ui/brand-mark";

/** The end of the thread while the agent works. */
export function WorkingLine() {
  return (
    <p data-slot="working-line" className="flex items-center gap-2 text-sm text-muted-foreground">
      <BrandMark className="pulse-soft size-4" />
      Working
    </p>
  );
}
