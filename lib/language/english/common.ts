import { count } from "./count.ts";
import { failures } from "./failures.ts";

/** What stands on every page: the frame, dialogs, errors in place. */
export const common = {
  backToChats: "Back to your chats",
  close: "Close",
  cancel: "Cancel",
  dismiss: "Dismiss",
  tryAgain: "Try again",
  copied: "Copied",
  copyingBlocked: "Copying is blocked by the browser",
  moreCharacters: (characters: number) => `${count(characters)} more characters`,
  justNow: "just now",
  hiddenCharacter: "A hidden character, written out",
  onceAnswerHasEnded: "once this answer has ended",
  language: "Language",
  searchChats: "Search chats",
  failures,
  notFound: {
    title: "There is nothing here",
    body: "The address may be wrong, or what was here has been deleted or is no longer shared.",
    leave: "Go to Branchline",
  },
  pageError: {
    title: "This page could not be shown",
    body: "Something went wrong on the server. Your chats are safe.",
    reference: (digest: string) => `Reference for the server’s log: ${digest}`,
  },
};
