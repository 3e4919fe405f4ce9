import { exactly } from "./spans.ts";

/** What went wrong with the model. */
export const model = {
  modelDeclined: "The model declined to answer this.",
  answerTooLong: "The answer reached the longest allowed.",
  modelConnectionBroke: "The connection to the model broke.",
  modelKeyRefused: "The model's provider refused this installation's key.",
  modelUnknown: "The model's provider does not know this model or address.",
  modelLimits: "The model's provider is limiting requests.",
  modelNotNow: (status: number) => `The model's provider could not answer now (${status}).`,
  modelRefused: (status: number) => `The model's provider refused the request (${status}).`,
  modelTroubled: (status: number) => `The model's provider has trouble of its own (${status}).`,
  conversationTooLong: "This conversation is longer than the model can read.",
  quotaUsedUp: "The quota with the model's provider is used up.",
  modelUnreachable: "The model cannot be reached.",
  modelUnreadable: "The model sent no answer that can be read.",
  answerBrokeOff: "The model's answer broke off.",
  answerWithheld: "The model's provider withheld the answer.",
  modelNotAsked: "The model could not be asked.",
  modelNotOffered: "This model is not offered here.",
  modelSilent: (milliseconds: number) => `The model said nothing for ${exactly(milliseconds)}.`,
  modelTooSlow: (milliseconds: number) =>
    `The model's answer took longer than ${exactly(milliseconds)}.`,
  modelCallsUnreadable: "The model called its tools in a way that cannot be read, again and again.",
};
