import { describe, expect, test } from "vitest";
import { say as sayInPage } from "../client/say";
import { BranchlineError } from "../server/errors";
import { readJson } from "../server/http/body";
import { quote, say } from "../server/say";
import { sendMessageSchema } from "../shared/api";
import { errorViewSchema } from "../shared/error";
import { english } from "./english";
import { needsErrorRoom, translateError } from "./error-text";
import { german } from "./german";
import { errorViewOf, withMessage } from "./sentence";

/** As it comes out of a database or off the wire. */
const stored = (error: unknown) => errorViewSchema.parse(JSON.parse(JSON.stringify(error)));

describe("a stored error", () => {
  const error = stored(new BranchlineError("model_unavailable", say("modelTroubled", 503)).view());

  test("is in English as the API has it", () => {
    expect(error).toMatchObject({
      message: "The model's provider has trouble of its own (503).",
      hint: "Wait a moment and try again.",
    });
    expect(translateError(error, english)).toEqual({ message: error.message, hint: error.hint });
  });

  test("is read in German, with what it names", () => {
    expect(translateError(error, german)).toEqual({
      message: "Beim Anbieter des Modells gibt es eine Störung (503).",
      hint: "Einen Moment warten und erneut versuchen.",
    });
  });

  test.each([
    [say("tryAgainIn", 60), "In 60 Sekunden erneut versuchen."],
    [say("tryAgainIn", 7_000), "In 117 Minuten erneut versuchen."],
    [say("goesOnAfter", "2026-11-23T14:05:00.000Z"), "Es geht nach 23.11.2026, 14:05 UTC weiter."],
    [say("modelSilent", 1_500), "Das Modell hat 1,5 Sekunden lang nichts gesagt."],
    [say("missing", "chat"), "Diesen Chat gibt es nicht."],
    [say("notThere", "No."), "Das gibt es bei Bitbucket nicht. Die Meldung dazu: No."],
    [say("notThere", ""), "Das gibt es bei Bitbucket nicht."],
    [say("accountChanged", "ada", ""), "als ein anderes Konto geschehen"],
  ])("$english", (sentence, expected) => {
    expect(translateError(stored(errorViewOf("x", sentence)), german).message).toContain(expected);
  });
});

test.each([
  ["of before there were keys", { code: "x", message: "It broke.", hint: "Mend it." }],
  ["in a service's words", errorViewOf("x", quote("It broke."), quote("Mend it."))],
  [
    "of a newer server",
    { code: "x", message: "It broke.", hint: "Mend it.", said: { message: { key: "news" } } },
  ],
  [
    "whose key is no text",
    { code: "x", message: "It broke.", hint: "Mend it.", said: { message: { key: "toString" } } },
  ],
  ["of an unknown shape", { code: "x", message: "It broke.", hint: "Mend it.", said: [7] }],
])("an error %s stays as it was said", (_, error) => {
  expect(translateError(stored(error), german)).toEqual({ message: "It broke.", hint: "Mend it." });
});

test("a message that was replaced is not brought back by its translation", () => {
  const error = errorViewOf("x", say("routerSaid", "Open https://secret."), say("again"));
  const told = translateError(withMessage(error, "Open [withheld]."), german);
  expect(told).toEqual({ message: "Open [withheld].", hint: "Noch einmal versuchen." });
});

test("what a schema complains about is told in English and read in German", async () => {
  const request = new Request("http://localhost/api", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ id: crypto.randomUUID(), text: "x".repeat(50_001) }),
  });
  const error: BranchlineError = await readJson(request, sendMessageSchema).catch(
    (thrown) => thrown,
  );
  expect(error.message).toMatch(/^A message may have at most 50,000 characters\./);
  expect(translateError(error.view(), german)).toEqual({
    message: expect.stringMatching(/^Eine Nachricht darf höchstens 50.000 Zeichen haben\./),
    hint: "Es geht um „text“.",
  });
});

test("what a page says without a network needs nothing fetched", () => {
  const offline = errorViewOf("x", sayInPage("branchlineUnreachable"), sayInPage("hintReload"));
  expect(needsErrorRoom(offline, german)).toBe(false);
  expect(translateError(offline, { common: german.common }).message).toBe(
    "Branchline ist nicht erreichbar.",
  );
  expect(needsErrorRoom(errorViewOf("x", say("internal")), german)).toBe(true);
});

test("no key of a page's own hides one of the server's", () => {
  const own = Object.keys(english.common.failures);
  expect(own.filter((key) => Object.hasOwn(english.errors, key))).toEqual([]);
});
