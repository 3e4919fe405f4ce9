import type { Words } from "../words";
import { count } from "./count";

export const usage: Words["usage"] = {
  title: "Verbrauch",
  means:
    "Was die antwortenden Modelle gelesen und geschrieben haben, in Token: jedes etwa vier Zeichen. Tage beginnen um Mitternacht UTC.",
  costs: "Kosten nach dem damaligen Preis; ein Strich heißt, dass etwas darin keinen hatte.",
  nothing: "Noch nichts. Es beginnt mit der ersten Nachricht.",
  lastDays: (days) => `Die letzten ${days} Tage`,
  byDay: "Token nach Tag und Modell, die neuesten zuerst",
  chats: "Chats",
  byChat: "Token nach Chat, die meisten zuerst",
  deletedChats: "Gelöschte Chats",
  models: "Modelle",
  columns: {
    day: "Tag",
    model: "Modell",
    chat: "Chat",
    read: "Gelesen",
    cached: "Cache",
    written: "Geschrieben",
    cost: "Kosten",
  },
  tokens: (number) => `${count(number)} Token`,
  chart: (first, last) =>
    `Token jedes Tages vom ${first} bis zum ${last}; die Zahlen stehen in der Tabelle darunter`,
};
