/** The pictures of the documentation: chapters of states, each with the words under its pictures. */
export const gallery = {
  "Signing in and starting": {
    "sign-in": "Sign in: as a guest while everything is embedded, else with an account",
    welcome: "A new chat, with suggestions that fit what is connected",
  },
  "What the agent does": {
    chat: "Rows of what was done, result cards, receipts",
    opened: "A row opened: what was sent, what came back",
    cards: "Lists, with what is missing said",
    code: "A file, coloured",
    running: "An answer that is being written",
    "step-limit": "The limit of steps, and going on",
    failed: "A service that cannot be reached",
    "long-chat": "A long chat, read in its middle",
    prompts: "Jumping to a prompt",
  },
  "Questions before changes": {
    approval: "A change asks",
    editing: "What is asked for can be edited",
    batch: "Several changes, item by item",
    deletion: "Deleting a repository takes its name",
    denied: "A no, with its reason",
    "read-only": "A read-only chat changes nothing",
  },
  Connecting: {
    "connect-needed": "The agent asks for a connection",
    "connect-link": "Before leaving for Bitbucket",
    "connect-opened": "While signing in goes on in the other tab",
    "connect-failed": "Refused",
    "connect-expired": "A link that was left lying",
    "connect-declined": "Not now",
    "connect-done": "Back, and as whom",
    connections: "The accounts",
    "connections-remove": "Removing one",
  },
  "Sharing and keeping": {
    "share-dialog": "Sharing a copy by link",
    share: "What readers see",
    shares: "The links that were made",
    chats: "The list of chats, on a phone",
    "chat-menu": "What can be done with a chat",
    rename: "Renaming",
    "delete-chat": "Deleting",
  },
  "Other pages": {
    actions: "Everything that was done in one's name",
    permissions: "What was allowed for good",
    tools: "Tools that changed",
    settings: "Settings",
    "delete-account": "Deleting the account",
    "not-found": "Nothing here",
  },
} as const;

type Chapters = typeof gallery;
/** A state that is looked at, and the name of its pictures. */
export type State = { [Chapter in keyof Chapters]: keyof Chapters[Chapter] }[keyof Chapters];
