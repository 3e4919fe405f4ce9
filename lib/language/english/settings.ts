import { count } from "./count";

const chats = (number: number) => `${count(number)} ${number === 1 ? "chat" : "chats"}`;
const counted = (number: number, one: string, several: string) =>
  `${count(number)} ${number === 1 ? one : several}`;

/** The page of a person's account. */
export const settings = {
  title: "Settings",
  account: {
    title: "Account",
    name: "Name",
    guest: "Guest",
    email: "E-mail",
    since: "Since",
    keptHere: "Kept here",
    kept: (kept: { chats: number; shares: number; actions: number }) =>
      [
        chats(kept.chats),
        counted(kept.shares, "public link", "public links"),
        counted(kept.actions, "recorded action", "recorded actions"),
      ].join(", "),
  },
  sessions: {
    title: "Sessions",
    signedIn: (browsers: number) =>
      browsers === 1
        ? "Only this browser is signed in as you."
        : `${count(browsers)} browsers are signed in as you, this one included.`,
    ending: "Ending all sessions signs out every one of them at once, this one too.",
    end: "End all sessions",
    ask: "End all sessions?",
    means:
      "Every browser in which you are signed in is signed out at once. Answers that are being written go on.",
  },
  archive: {
    title: "Your chats",
    means:
      "A file with every chat and every version of it, to keep or to bring in here or elsewhere. Chats that are brought in are added to yours; what they tell of was done elsewhere, and nothing of it is done again.",
    download: "Download all chats",
    bringIn: "Bring chats in",
    file: "File with chats",
    broughtIn: (number: number) => `${chats(number)} brought in.`,
    bringingIn: (number: number) => `Bringing in… ${chats(number)} so far.`,
    refused: (number: number) => `${chats(number)} could not be brought in:`,
    line: (number: number) => `Line ${count(number)}:`,
  },
  deletion: {
    title: "Delete account",
    means:
      "Your chats, their answers, what was recorded of them and your public links are deleted for good. Answers that are being written are stopped. The accounts you connected are removed from the tool router. What was done in Bitbucket stays done.",
    open: "Delete account…",
    ask: "Delete your account?",
    forGood: "This cannot be undone.",
    password: "Your password",
    confirm: "Delete account",
    done: "Your account is deleted",
    leave: "Leave",
    forgotten:
      "Nothing of it is kept, and the tool router has forgotten the accounts you connected.",
    toForget:
      "Nothing of it is kept. The tool router could not be reached just now: the accounts you connected are deleted there as soon as it can be. Until then you can also take the access back at the provider.",
  },
};
