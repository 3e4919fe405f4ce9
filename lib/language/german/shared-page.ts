import type { Words } from "../words";

export const sharedPage: Words["sharedPage"] = {
  goneTitle: "Hier ist nichts",
  gone: "Vielleicht stimmt die Adresse nicht, oder was hier stand, wird nicht mehr geteilt.",
  maybeForSignedIn: "Manche Kopien sind nur nach dem Anmelden zu lesen.",
  signIn: "Anmelden",
  toBranchline: "Zu Branchline",
  continue: "Fortsetzen",
  inMyAccount: "im eigenen Konto",
  copyMadeOn: "Kopie eines Chats vom",
  showsWhatWasChosen:
    "Sie zeigt, was zum Teilen ausgewählt wurde, und ändert sich nicht mit dem Chat.",
  report: "Diese Seite melden",
};
