import type { tools as english } from "../../english/errors/tools";

/** @param said the provider's own sentence, or nothing */
const quoting = (sentence: string) => (said: string) =>
  said ? `${sentence} Die Meldung dazu: ${said}` : sentence;

export const tools: typeof english = {
  toolFailed: "Das Werkzeug ist gescheitert, ohne einen Grund zu nennen.",
  notAccepted: quoting("Bitbucket hat das nicht angenommen."),
  connectionRefused: quoting("Bitbucket nimmt diese Verbindung nicht mehr an."),
  accountMayNot: quoting("Das verbundene Konto darf das nicht."),
  notThere: quoting("Das gibt es bei Bitbucket nicht."),
  inTheWay: quoting("Das gibt es schon, oder etwas anderes steht im Weg."),
  functionRemoved: quoting("Bitbucket hat diese Funktion abgeschafft."),
  bitbucketLimits: quoting("Bitbucket begrenzt gerade die Anfragen."),
  bitbucketFailed: (status, said) =>
    quoting(`Bitbucket hat mit einem Fehler geantwortet (${status}).`)(said),
  takenBack:
    "Die Erlaubnis dafür wurde vor dem Beginn zurückgenommen, deshalb wurde nichts geändert.",
  readOnlyBlocked: "In diesem Chat wird nur gelesen, deshalb wurde nichts geändert.",
  readOnly: "In diesem Chat wird nur gelesen, deshalb darf nichts geändert werden.",
  toolkitOff: (toolkit) =>
    `${toolkit} ist in diesem Chat ausgeschaltet, deshalb wurde nichts dorthin gesendet.`,
  toolDenied: (tool) => `${tool} darf hier nicht benutzt werden, deshalb wurde nichts gesendet.`,
  accountChanged: (allowed, now) =>
    `Das wurde als ${allowed} erlaubt und würde jetzt als ${now || "ein anderes Konto"} geschehen. Es wurde nichts getan.`,
  repeatedCall: (times) =>
    `Genau dieser Aufruf kam in dieser Antwort schon ${times}-mal vor und wurde deshalb nicht wiederholt.`,
  nobodyAnswered: (minutes) =>
    `Innerhalb von ${minutes} ${minutes === 1 ? "Minute" : "Minuten"} hat niemand geantwortet, deshalb wurde es nicht getan.`,
  answeredAlready: "Das wurde schon beantwortet.",
  foreignItem: "Ein Eintrag gehört nicht zu dieser Freigabe.",
  typeToConfirm: (words) => `Zum Bestätigen ${words} eintippen.`,
  alwaysAsked: "Danach wird immer gefragt.",
  cannotBeEdited: "Das kann nicht bearbeitet werden.",
  notTaken: (name) => `„${name}“ kennt dieses Werkzeug nicht.`,
  fixedArgument: (name) =>
    `„${name}“ bestimmt, was geändert wird, und niemand kann hier prüfen, ob der andere Wert in die richtigen Hände gehört.`,
  editOfNothing: "Eine Bearbeitung betrifft nichts, was getan wird.",
  argumentsTooLong: "Die Argumente sind zu lang, um sie anzusehen.",
  argumentsKeyNotAllowed: "Die Argumente haben einen Schlüssel, der nicht erlaubt ist.",
  moreThanReads: "Dieses Werkzeug liest nicht nur.",
  noAccountConnected: "Dafür ist kein Konto mehr verbunden.",
  firstPageOnly: "Das Werkzeug gibt nur seine erste Seite aus.",
  pageTooLarge: "Diese Seite ist zu groß, um sie zu zeigen.",
  pageLate: "Die nächste Seite kam nicht rechtzeitig.",
  notPaged: "Das ist keine Liste, in der sich blättern lässt.",
  noPageBehind: "Hinter dieser Seite kommt keine weitere.",
  pageLoading: "Diese Seite wird schon geladen.",
};
