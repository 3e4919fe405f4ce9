import type { Words } from "../words";

export const projects: Words["projects"] = {
  createAction: "Anlegen",
  name: "Bezeichnung",
  newChat: "Neuer Chat in diesem Projekt",
  empty: "Noch keine Chats. Was hier beginnt oder hierher verschoben wird, steht hier.",
  chats: "Chats dieses Projekts",
  instructions: "Anweisungen",
  instructionsMean:
    "Wird dem Modell in jedem Chat dieses Projekts als Wunsch mitgegeben. Was ein Ja braucht, entscheiden sie nie.",
  save: "Sichern",
  saved: "Gesichert",
  deleteAction: "Projekt löschen",
  deleteTitle: "Dieses Projekt löschen?",
  deleteMeans: "Die Anweisungen werden endgültig gelöscht. Die Chats bleiben, in keinem Projekt.",
  none: "Kein Projekt",
};
