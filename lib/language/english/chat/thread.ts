import { count } from "../count";

/** Around the messages: the header, the way through them, what is set for a chat. */
export const thread = {
  share: "Share",
  download: "Download this chat",
  markdown: "Markdown, to read",
  json: "JSON, to bring in again",
  conversation: "Conversation",
  soughtFor: "What you looked for:",
  notAmongThese:
    "The message you looked for is not among these: it is further back, or in another version of this chat.",
  toTheEnd: "Go to the end",
  newAnswer: "New answer",
  jumpToPrompt: "Jump to a prompt",
  earlier: {
    available: "Load earlier messages",
    loading: "Loading earlier messages…",
    failed: "Earlier messages could not be loaded.",
  },
  signIn: "Sign in",
  answeredBy: (model: string) => `Answered by ${model}. Change`,
  toolkits: "Toolkits of this chat",
  whileOff: (toolkit: string) => `While this is off, nothing is sent to ${toolkit}`,
  memoryFull: (percent: number) => `The model's memory of this chat is ${percent} % full`,
  ofWhatCanBeRead: (percent: number) => `${percent} % of what the model can read`,
  memory: (used: number, limit: number) =>
    `This chat takes about ${count(used)} of the ${count(limit)} tokens that the model gets to read. When they are full, the oldest turns are left out, and the answer says so.`,
  usedSoFar: (tokens: number, cost: string | undefined) =>
    `${count(tokens)} ${tokens === 1 ? "token" : "tokens"} used so far${cost === undefined ? "" : ` (${cost})`}, every version and the title included.`,
  demo: {
    both: "Demo: scripted model, made-up Bitbucket.",
    model: "Demo: scripted model. Bitbucket is real.",
    bitbucket: "Demo: made-up Bitbucket. The model is real.",
  },
  queue: {
    title: "Messages that wait",
    sentAfter: "Sent after this answer",
    notByItself: "Not sent by itself: send it now, or take it back",
    sendNow: "Send now",
    takeBack: "Take back",
    takeBackText: (text: string) => `Take back: ${text}`,
  },
};
