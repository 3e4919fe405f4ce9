import type { Words } from "../../words";
import { count } from "../count";

export const code: Words["results"]["code"] = {
  text: "Text",
  textOf: (path) => `Text von ${path}`,
  moreLines: (lines) => `${count(lines)} weitere Zeilen`,
  someLines: (shown, all) => `${count(shown)} von ${count(all)} Zeilen`,
  file: "Datei",
  fileAt: (path) => `Datei ${path}`,
  open: "Öffnen",
  emptyFile: "Diese Datei ist leer.",
  binaryFile: "Eine Binärdatei: Es gibt keinen Text zu zeigen.",
  largeFile: (size) =>
    `Liegt in Git LFS${size === undefined ? "" : ` (${size})`}: Das Repository enthält nur einen Verweis darauf.`,
  aFolder: ", Ordner",
  aFile: ", Datei",
};

export const diff: Words["results"]["diff"] = {
  title: "Diff",
  files: (files) => `${count(files)} ${files === 1 ? "Datei" : "Dateien"}, `,
  copy: "Diff kopieren",
  noDifferences: "Keine Unterschiede.",
  cut: "Dieser Diff wurde gekürzt: Der Rest fehlt.",
  changesOf: (path) => `Änderungen an ${path}`,
  binary: "Eine Binärdatei: Es gibt keine Zeilen zu vergleichen.",
  sameLines: "Keine Zeile ihres Textes ist anders.",
  remarks: { binary: "binär", generated: "erzeugt", sameText: "gleicher Text" },
  generatedFiles: (files) => (files === 1 ? "1 erzeugte Datei" : `${files} erzeugte Dateien`),
  inThoseShown: " in den gezeigten",
  statuses: {
    added: "hinzugefügt",
    modified: "geändert",
    removed: "entfernt",
    renamed: "umbenannt",
  },
};
