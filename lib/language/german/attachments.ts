import type { Words } from "../words";

export const attachments: Words["attachments"] = {
  attached: "Angehängte Dateien",
  text: (size) => `Text, ${size}`,
  image: (width, height) => `Bild, ${width} × ${height}`,
  open: (name) => `Bild ${name} öffnen`,
  download: (name) => `Datei ${name} speichern`,
  remove: (name) => `${name} entfernen`,
  again: "Erneut versuchen",
  uploading: (name) => `${name} wird hochgeladen`,
  unseen: "Dieses Bild kann nicht gezeigt werden.",
  failed: "Nicht angehängt",
  surplus: (count, most) =>
    count === 1
      ? `Eine Datei blieb weg: Eine Nachricht darf ${most} haben.`
      : `${count} Dateien blieben weg: Eine Nachricht darf ${most} haben.`,
  flaws: {
    empty: "Sie ist leer.",
    unreadable: "Sie kann nicht gelesen werden.",
    "image-too-large": "Zu groß: Ein Bild darf 5 MB haben.",
    "text-too-large": "Zu groß: Ein Text darf 200 kB haben.",
    "unknown-kind": "Weder UTF-8-Text noch ein Bild als PNG, JPEG, GIF oder WebP.",
  },
};
