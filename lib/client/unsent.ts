import type { Attachment } from "@/lib/shared/attachment";

/** What a person said, until the server has it. */
export type Unsent = {
  id: string;
  text: string;
  attachments: readonly Attachment[];
  /** The person's message that it is another version of. */
  replaces: string | undefined;
};

/** Whether sending the one again is sending the other. */
export const saysTheSame = (one: Omit<Unsent, "id">, other: Omit<Unsent, "id">): boolean =>
  one.text === other.text &&
  one.replaces === other.replaces &&
  one.attachments.map(({ id }) => id).join() === other.attachments.map(({ id }) => id).join();

/** The parts of the message that says it. */
export const partsOf = ({ text, attachments }: Unsent) => [
  ...(text.trim() ? [{ type: "text" as const, text }] : []),
  ...attachments.map((data) => ({ type: "data-attachment" as const, id: data.id, data })),
];
