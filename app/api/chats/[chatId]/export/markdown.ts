import { describeAction } from "@/components/activity/describe/describe-action";
import type { Words } from "@/lib/language/words";
import type { ArchivedChat, ArchivedMessage, ArchivedPart } from "@/lib/shared/archive";
import { revealHiddenCharacters } from "@/lib/shared/hidden-characters";

/** The messages of the version that is shown, the oldest first. */
function shownMessages({ messages, shown }: ArchivedChat): ArchivedMessage[] {
  const path: ArchivedMessage[] = [];
  for (let message = messages[shown - 1]; message; message = messages[message.after - 1])
    path.unshift(message);
  return path;
}

function partOf(part: ArchivedPart, words: Words): string {
  switch (part.type) {
    case "text":
      return part.text;
    case "reasoning":
      return part.text.replace(/^/gm, "> ");
    case "attachment":
      return `- Attached: ${revealHiddenCharacters(part.name)}`;
    case "action": {
      const { type: _type, ...told } = part;
      const action = { ...told, id: "", toolCallId: "", index: 0 };
      const { text } = describeAction(action, words.actions);
      return `- ${revealHiddenCharacters(text)}`;
    }
  }
}

/** A chat to read elsewhere: the version that is shown, what was said word for word, what was done in a line each. */
export function markdownOf(chat: ArchivedChat, words: Words): string {
  const names = { user: words.chat.exported.you, assistant: "Branchline" };
  const messages = shownMessages(chat).map(({ role, parts }) =>
    [`## ${names[role]}`, ...parts.map((part) => partOf(part, words))].join("\n\n"),
  );
  return `${[`# ${revealHiddenCharacters(chat.title)}`, ...messages].join("\n\n")}\n`;
}
