import { count } from "./count";

/** The page of what the models have read and written. */
export const usage = {
  title: "Usage",
  means:
    "What the models that answer you have read and written, in tokens: about four characters each. Days begin at midnight UTC.",
  costs: "Costs are at the price of the time; a dash means that something in it had none.",
  nothing: "Nothing yet. It begins with your first message.",
  lastDays: (days: number) => `The last ${days} days`,
  byDay: "Tokens by day and model, the latest first",
  chats: "Chats",
  byChat: "Tokens by chat, the most first",
  deletedChats: "Deleted chats",
  models: "Models",
  columns: {
    day: "Day",
    model: "Model",
    chat: "Chat",
    read: "Read",
    cached: "Cached",
    written: "Written",
    cost: "Cost",
  },
  tokens: (number: number) => `${count(number)} ${number === 1 ? "token" : "tokens"}`,
  chart: (first: string, last: string) =>
    `Tokens of each day from ${first} to ${last}; the table below has the numbers`,
};
