import type { connections as english } from "../../english/errors/connections";

export const connections: typeof english = {
  notReturned:
    "Der Zugriff wurde erlaubt, aber der Browser, in dem es begann, kam nicht zurück. Deshalb wurde nichts verbunden. Bitte neu beginnen und in dem Tab abschließen, der sich öffnet.",
  signInPageSaid: (said) => `Die Anmeldeseite meldet: ${said}.`,
  accessRefused:
    "Der Zugriff wurde verweigert: Er wurde abgelehnt, oder der Workspace lässt diese App nicht zu.",
  returnedEarly:
    "Dieser Browser kam zurück, bevor der Zugriff erlaubt war; damit ist der Link verbraucht.",
  otherBrowser:
    "Diese Verbindung wurde in einem anderen Browser abgeschlossen als dem, in dem sie begann. Deshalb wurde nichts verbunden. Bitte im selben Browser beginnen und abschließen.",
  otherPerson:
    "Jemand anders hat diese Verbindung abgeschlossen, deshalb wurde nichts verbunden. Ein solcher Link ist nur für die Person da, für die er gemacht wurde.",
};
