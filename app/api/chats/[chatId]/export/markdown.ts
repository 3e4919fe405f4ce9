import { describeAction } from "@/components/activity/describe/describe-action";
import { english } from "@/lib/language/english";
import type { ArchivedChat, ArchivedMessage, ArchivedPart } from "@/lib/shared/archive";
import { revealHiddenCharacters } from "@/lib/shared/hidden-characters";

const names = { user: "You", assistant: "Branchline" };

/** The messages of the version that is shown, the oldest first. */
function shownMessages({ messages, shown }: ArchivedChat): ArchivedMessage[] {
  const path: ArchivedMessage[] = [];
  for (let message = messages[shown - 1]; message; message = messages[message.after - 1])
    path.unshift(message);
  return path;
}

function partOf(part: ArchivedPart): string {
  switch (part.type) {
    case "text":
      return part.text;
    case "reasoning":
      return part.text.replace(/^/gm, "> ");
    case "action": {
      const { type: _type, ...told } = part;
      const action = { ...told, id: "", toolCallId: "", index: 0 };
      const { text } = describeAction(action, english.actions);
      return `- ${revealHiddenCharacters(text)}`;
    }
  }
}

/** A chat to read elsewhere: the version that is shown, what was said word for word, what was done in a line each. */
export function markdownOf(chat: ArchivedChat): string {
  const messages = shownMessages(chat).map(({ role, parts }) =>
    [`## ${names[role]}`, ...parts.map(partOf)].join("\n\n"),
  );
  return `${[`# ${revealHiddenCharacters(chat.title)}`, ...messages].join("\n\n")}\n`;
}
