import { count } from "./count";

/** Sharing a chat: the dialog, the links, and going on with somebody's copy. */
export const sharing = {
  title: "Share this chat",
  means: "Readers get a copy of what you choose here, and nothing else.",
  makeAnother: "Make another link",
  linksOfChat: "Links of this chat",
  who: "Who",
  audiences: {
    me: { label: "Only me", hint: "To look at it elsewhere", told: "Only you" },
    "signed-in": {
      label: "Anyone signed in here",
      hint: "Who has the link and an account",
      told: "Anyone signed in here",
    },
    link: {
      label: "Anyone with the link",
      hint: "Without signing in",
      told: "Anyone with the link",
    },
  },
  what: "What",
  parts: {
    answers: "Questions and answers",
    cards: "Result cards",
    sent: "What was sent to tools",
    results: "Raw results",
    accounts: "Account names",
    reasoning: "Reasoning",
  },
  picture: "Preview picture with the title, for other sites",
  never: "Never: links, e-mail addresses, ids, tokens, and what you approved or turned down.",
  until: "Until",
  asItIs: "As it is",
  days: (days: number) => (days === 1 ? "1 day" : `${days} days`),
  noEnd: "No end",
  /** Of a clock time. */
  copyFrom: (time: string) => `This is a copy from ${time}.`,
  laterStaysPrivate: "Messages you add later stay private.",
  preview: "Preview",
  loadingPreview: "Loading the preview",
  whatReadersGet: "What readers get",
  create: "Create link",
  update: "Update copy",
  changes: {
    title: "What the update changes",
    none: "Readers see all of this already.",
    added: "Readers will see, too",
    removed: "Readers will no longer see",
    kinds: {
      title: "Title",
      question: "Question",
      answer: "Answer",
      reasoning: "Reasoning",
      action: "Action",
      card: "Result card",
      sent: "What was sent",
      raw: "Raw result",
    },
  },
  findings: {
    summary: (found: number, hidden: number) => {
      const things =
        found === 1 ? "1 thing looks like a secret" : `${found} things look like secrets`;
      if (hidden === found) return `${things} – hidden`;
      return hidden === 0 ? `${things} – shown` : `${things} – ${hidden} hidden`;
    },
    /** What a finding is, by its English name. */
    kind: (kind: string) => kind,
    times: (number: number) => `${number} times`,
    reveal: "Show: it is no secret",
  },
  row: {
    link: "Link",
    copyLink: "Copy link",
    qrCode: "QR code",
    qrCodeOfLink: "QR code of the link",
    stop: "Stop sharing",
    /** Before how long ago. */
    copiedAt: "copy from",
    views: (number: number) => (number === 1 ? "1 view" : `${count(number)} views`),
    noEnd: "no end",
    /** Before when. */
    ends: "ends",
    ended: "ended",
  },
  mine: {
    title: "My shares",
    means:
      "Copies of your chats that others can read. One that you stop is gone at once; what somebody has copied from it stays with them.",
    links: "Links",
    loading: "Loading your shares",
    none: "You share nothing.",
    stopAll: "Stop sharing all",
    askStopAll: "Stop sharing all?",
    stopAllMeans: "Every link on this page ends at once. None of them can be brought back.",
  },
  continue: {
    pageTitle: "Continue a shared chat",
    title: "Continue in your account",
    changedTitle: "The copy has changed",
    changed: "Its owner has updated it since you read it.",
    back: "Back to the copy",
    lookAgain: "Look at it again",
    here: "Continue here",
    /** Around the chat's title. */
    means: {
      before: "“",
      after:
        "” becomes a chat of yours, with what its page shows. Its owner does not see what you do with it, and you do not see what comes after.",
    },
  },
};
