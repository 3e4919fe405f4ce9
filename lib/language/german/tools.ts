import type { Words } from "../words";
import { count } from "./count";

export const tools: Words["tools"] = {
  title: "Werkzeuge",
  means:
    "Was der Tool Router anbietet, wird so festgehalten, wie es zuerst gesehen wurde. Ein Werkzeug, dessen Beschreibung, Schema oder Hinweise sich ändern, wird nicht benutzt, bis jemand es angesehen hat. Das Annehmen gilt für alle, die diese Installation nutzen.",
  changed: "Geänderte Werkzeuge",
  noneSeen: "Es wurde noch kein Werkzeug gesehen.",
  noneChanged: (total) => `Keines von ${total} hat sich geändert.`,
  noticed: { before: "Geändert, bemerkt ", after: ". Seine Aufrufe werden abgelehnt." },
  concerns: {
    long: (limit) => `Ein Text darin hat mehr als ${count(limit)} Zeichen.`,
    hidden: "Es enthält Zeichen, die nicht zu sehen sind.",
  },
  odd: "Werkzeuge mit auffälligem Text",
  oddMeans: (limit) =>
    `Der Agent bekommt davon zu sehen, was auch Menschen sehen, und höchstens ${count(limit)} Zeichen eines Textes.`,
  accept: "Änderung annehmen",
  accepting: "Wird angenommen …",
};
