import { readUtterance, unmark } from "../language/utterance";
import type { ModelStep } from "../protocol/output";
import type { InputItem } from "../protocol/request";
import { capitalize } from "./words";

/** How the app asks for the title of a conversation. */
const titleOrder = /^Write a title for the conversation/;
const mostWords = 8;

const textOf = (items: readonly InputItem[], ...roles: string[]) =>
  items
    .flatMap((item) => (item.type === "message" && roles.includes(item.role) ? [item.content] : []))
    .join("\n");

/** The title of a conversation where that is asked for: the order without words of courtesy; null for anything else. */
export function titleStep(items: readonly InputItem[]): ModelStep | null {
  if (!titleOrder.test(textOf(items, "system", "developer"))) return null;
  const { order, original, quotations } = readUtterance(textOf(items, "user"));
  const words = (unmark(order, quotations) || original).split(/\s+/);
  const text = words
    .slice(0, mostWords)
    .join(" ")
    .replace(/[\s.,;:!?–-]+$/, "");
  return { text: capitalize(text), calls: [] };
}
