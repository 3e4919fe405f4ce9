import type { english } from "./english";

/** All text of the interface, by the room of the house that says it. English has it first; every other language has the same. */
export type Words = typeof english;
export type WordsRoom = keyof Words;
