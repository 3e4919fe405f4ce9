import type { ReactNode } from "react";

/** One entry of a list. Chips stand at its right, and under it where that would leave too little room for the words. */
export function Entry({ children, aside }: { children: ReactNode; aside?: ReactNode }) {
  return (
    <li className="flex flex-col items-start gap-x-3 gap-y-1.5 px-3 py-2 @[30rem]:flex-row">
      <div className="w-full min-w-0 @[30rem]:flex-1">{children}</div>
      {aside ? (
        <div className="flex shrink-0 flex-wrap items-center gap-1.5 @[30rem]:justify-end @[30rem]:pt-0.5">
          {aside}
        </div>
      ) : null}
    </li>
  );
}
