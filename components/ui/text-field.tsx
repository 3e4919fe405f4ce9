import { type ComponentProps, type ReactNode, useId } from "react";

/** A labelled line of text; `problem` is what is wrong with it, said beside it. */
export function TextField({
  label,
  problem,
  ...props
}: Omit<ComponentProps<"input">, "id" | "className"> & {
  label: string;
  problem?: ReactNode;
}) {
  const id = useId();
  const problemId = `${id}-problem`;
  return (
    <div data-slot="text-field" className="grid gap-1">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      <input
        id={id}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? problemId : undefined}
        className="h-9 w-full rounded-lg border border-input bg-surface px-3 text-sm aria-invalid:border-danger pointer-coarse:h-11"
        {...props}
      />
      {problem ? (
        <p id={problemId} className="text-xs text-danger">
          {problem}
        </p>
      ) : null}
    </div>
  );
}
