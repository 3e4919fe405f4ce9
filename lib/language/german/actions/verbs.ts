import type { VerbPhrases } from "../../action-words";

type Forms = {
  /** The verb comes first, and what is split off it last: `legt * an`. */
  present: string;
  /** `* anlegen` */
  infinitive: string;
  /** `* anzulegen` */
  infinitiveWithZu: string;
  /** `* angelegt` */
  participle: string;
};

const after = (phrase: string, adverb: string) => phrase.replace("*", `* ${adverb}`);

function verb({ present, infinitive, infinitiveWithZu, participle }: Forms): VerbPhrases {
  return {
    queued: present.replace(" ", " gleich "),
    running: present,
    approval: `möchte ${infinitive}`,
    connection: `braucht {place}, um ${infinitiveWithZu}`,
    succeeded: participle,
    failed: `konnte ${after(infinitive, "nicht")}`,
    denied: after(participle, "nicht"),
    blocked: `durfte ${after(infinitive, "nicht")}`,
    cancelled: `abgebrochen: ${infinitive}`,
    unknown: after(participle, "vielleicht"),
    effect: infinitive,
    kind: infinitive,
  };
}

/** A verb that keeps together: `liest *`, `* lesen`. */
function whole(present: string, infinitive: string, participle: string): VerbPhrases {
  return verb({
    present: `${present} *`,
    infinitive: `* ${infinitive}`,
    infinitiveWithZu: `* zu ${infinitive}`,
    participle: `* ${participle}`,
  });
}

/** A verb whose particle goes to the end: `legt * an`, `* anlegen`. */
function split(particle: string, present: string, infinitive: string, participle: string) {
  return verb({
    present: `${present} * ${particle}`,
    infinitive: `* ${particle}${infinitive}`,
    infinitiveWithZu: `* ${particle}zu${infinitive}`,
    participle: `* ${particle}${participle}`,
  });
}

export const verbs = {
  approve: whole("genehmigt", "genehmigen", "genehmigt"),
  ask: whole("verlangt", "verlangen", "verlangt"),
  check: whole("prüft", "prüfen", "geprüft"),
  comment: whole("kommentiert", "kommentieren", "kommentiert"),
  create: split("an", "legt", "legen", "gelegt"),
  decline: split("ab", "lehnt", "lehnen", "gelehnt"),
  delete: whole("löscht", "löschen", "gelöscht"),
  fetch: split("ab", "ruft", "rufen", "gerufen"),
  list: split("auf", "listet", "listen", "gelistet"),
  lookFor: whole("sucht", "suchen", "gesucht"),
  merge: whole("mergt", "mergen", "gemergt"),
  open: whole("erstellt", "erstellen", "erstellt"),
  read: whole("liest", "lesen", "gelesen"),
  run: split("aus", "führt", "führen", "geführt"),
  update: whole("ändert", "ändern", "geändert"),
  wait: verb({
    present: "wartet auf *",
    infinitive: "auf * warten",
    infinitiveWithZu: "auf * zu warten",
    participle: "auf * gewartet",
  }),
};
