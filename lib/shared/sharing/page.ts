import type { ServiceModes } from "../api";
import type { Language } from "../language";
import type { SharedDocument } from "./document";

/** What the page that readers get is made from, whole. */
export type SharedPage = {
  /** Of the page; what was copied stays as it is. */
  language: Language;
} & (
  | {
      kind: "copy";
      document: SharedDocument;
      /** Which copy it is: readers who go on with it go on with this one. */
      version: number;
      services: ServiceModes;
      /** Where the picture for other sites is, absolute. */
      imageAddress: string | null;
      reportAddress: string | null;
    }
  /** Absent, ended or for others: nobody is told which. `signedIn`: whether signing in could help. */
  | { kind: "gone"; signedIn: boolean }
);
