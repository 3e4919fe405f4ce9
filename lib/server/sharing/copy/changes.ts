import "server-only";
import { diffArrays } from "diff";
import type { CopyChange } from "@/lib/shared/sharing/api";
import type { SharedDocument, SharedPart } from "@/lib/shared/sharing/document";

/** Characters of a change that are told. */
const toldLength = 280;

/** Changes of each side that are told. */
const toldChanges = 200;

type Role = SharedDocument["messages"][number]["role"];

function piecesOf(part: SharedPart, role: Role): CopyChange[] {
  switch (part.type) {
    case "text":
      return [{ kind: role === "user" ? "question" : "answer", text: part.text }];
    case "reasoning":
      return [{ kind: "reasoning", text: part.text }];
    case "action": {
      const { tool, outcome, account, card, sent, raw } = part;
      const told =
        account === undefined ? `${tool}: ${outcome}` : `${tool}: ${outcome} (${account})`;
      return [
        { kind: "action", text: told },
        ...(card === undefined ? [] : [{ kind: "card" as const, text: JSON.stringify(card) }]),
        ...(sent === undefined ? [] : [{ kind: "sent" as const, text: JSON.stringify(sent) }]),
        ...(raw === undefined ? [] : [{ kind: "raw" as const, text: JSON.stringify(raw) }]),
      ];
    }
  }
}

/** Everything a copy says, piece by piece. */
function allPieces({ title, messages }: SharedDocument): CopyChange[] {
  return [
    { kind: "title", text: title },
    ...messages.flatMap(({ role, parts }) => parts.flatMap((part) => piecesOf(part, role))),
  ];
}

const told = ({ kind, text }: CopyChange): CopyChange => ({
  kind,
  text: text.length > toldLength ? `${text.slice(0, toldLength)}…` : text,
});

/** What readers of `after` can see and those of `before` could not, and the other way about. */
export function compareCopies(
  before: SharedDocument,
  after: SharedDocument,
): { added: CopyChange[]; removed: CopyChange[] } {
  const parts = diffArrays(allPieces(before), allPieces(after), {
    comparator: (left, right) => left.kind === right.kind && left.text === right.text,
  });
  const side = (which: "added" | "removed") =>
    parts
      .filter((part) => part[which])
      .flatMap((part) => part.value)
      .slice(0, toldChanges)
      .map(told);
  return { added: side("added"), removed: side("removed") };
}
