import type { Words } from "../words";

export const signIn: Words["signIn"] = {
  title: "Anmelden",
  description: "Ein Chat, in dem ein Agent Bitbucket-Arbeit erledigt und vor jeder Änderung fragt.",
  promise: "Bitbucket-Arbeit per Chat",
  how: "Sagen, was zu tun ist. Ein Agent findet den Weg, fragt vor jeder Änderung und zeigt, was geschehen ist.",
  orWithAccount: "oder mit einem Konto",
  or: "oder",
  withProvider: (provider) => `Mit ${provider} fortfahren`,
  asGuest: "Als Gast fortfahren",
  guestMeans:
    "Ohne Konto. Die Chats eines Gastes gehören diesem Browser: Nach dem Abmelden sind sie nicht mehr erreichbar.",
  name: "Name",
  email: "E-Mail",
  password: "Passwort",
  createAccount: "Konto anlegen",
  haveAccount: "Schon ein Konto?",
  noAccount: "Noch kein Konto?",
  createOne: "Eines anlegen",
};
