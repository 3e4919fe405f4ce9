/**
 * What the interface offers to say in German, and the commonest answers to it, as the readers know it in English. The scripts
 * understand no other German.
 */
const place = String.raw`([\w.-]+/[\w.-]*\w)`;
const pullRequest = String.raw`Pull Request #(\d+) in ${place}`;

const sentences: readonly [german: string, english: string][] = [
  ["(?:Hallo|Guten (?:Morgen|Tag|Abend))", "Hello"],
  ["(?:Danke|Vielen Dank|Danke schön)", "Thanks"],
  ["(?:Hilfe|Was kannst du|Wer bist du)", "What can you do?"],
  ["(?:Vergiss es|Lass es|Abbrechen|Nein(?:,? danke)?)", "Never mind"],
  ["(?:Mach weiter|Weiter|Fortfahren|Ja,? weiter)", "Continue"],
  ["Noch einmal versuchen", "Try again"],
  ["Welche Pull Requests sind offen", "Which pull requests are open?"],
  [`Welche Pull Requests sind in ${place} offen`, "Which pull requests are open in $1?"],
  ["Zeige das neueste offene Issue", "Show the latest open issue"],
  [`Zeige das neueste offene Issue in ${place}`, "Show the latest open issue in $1"],
  ["Hole die Readme eines Repositorys", "Fetch the readme of a repository"],
  [`Hole die Readme (?:von|aus) ${place}`, "Fetch the readme of $1"],
  [String.raw`Lege einen neuen Branch von ([\w./-]+) an`, "Create a new branch off $1"],
  ["Liste meine Repositories auf", "List my repositories"],
  [
    "Erstelle einen Pull Request für meinen Feature-Branch",
    "Open a pull request for my feature branch",
  ],
  [
    String.raw`Erstelle einen Pull Request für ([\w./-]+) in ${place}`,
    "Open a pull request for $1 in $2.",
  ],
  [`Fasse den Diff von ${pullRequest} zusammen`, "Summarize the diff of pull request #$1 in $2."],
  [`Genehmige ${pullRequest}`, "Approve pull request #$1 in $2."],
  [`Merge ${pullRequest}`, "Merge pull request #$1 in $2."],
  [`Zeige ${pullRequest}`, "Show pull request #$1 in $2."],
  [`Liste die Branches von ${place} auf`, "List the branches of $1."],
  [`Liste die offenen Issues in ${place} auf`, "List the open issues in $1."],
  [String.raw`Lösche Issue #(\d+) in ${place}`, "Delete issue #$1 in $2."],
  [
    String.raw`Lösche Kommentar (\d+) von ${pullRequest}`,
    "Delete comment $1 of pull request #$2 in $3.",
  ],
];

const patterns = sentences.map(
  ([german, english]) => [new RegExp(`^(?:Bitte )?${german}[.!?]*$`, "i"), english] as const,
);

/** A message in the words of the readers; one that is no German they know stays as it is. */
export function inEnglish(text: string): string {
  const trimmed = text.trim();
  for (const [pattern, english] of patterns)
    if (pattern.test(trimmed)) return trimmed.replace(pattern, english);
  return text;
}

const germanWords =
  /[äöüß]|\b(?:auf|bitte|das|der|die|du|ein|eine|einen|für|hallo|hilfe|ich|im|ist|kannst|mir|nicht|noch|offen|sind|und|von|was|weiter|welche|wie|zeige|danke)\b/gi;
const englishWords =
  /\b(?:a|an|and|are|for|in the|is|me|my|of|on|open|show|the|to|what|which|you)\b/gi;

const times = (pattern: RegExp, text: string) => text.match(pattern)?.length ?? 0;

/** Whether a message is German, known or not; the answer to it is then German where the scripts have one. */
export function isGerman(text: string): boolean {
  return inEnglish(text) !== text || times(germanWords, text) > times(englishWords, text);
}
