import { expect, test, vi } from "vitest";
import { drawnTitle, shareImage } from "./image";

test.each([
  ["Open pull requests in acme/api", "Open pull requests in acme/api"],
  ["  Two\n lines ", "Two lines"],
  ["“Café” – über…", "“Café” – über…"],
])("%j is drawn as %j", (title, drawn) => {
  expect(drawnTitle(title)).toBe(drawn);
});

// The renderer would fetch a font or a picture for these, and name them in the address.
test.each(["日本語", "Party 🎉", "Жанна", "\u202Etxt"])("%j is not drawn", (title) => {
  expect(drawnTitle(title)).toBe("A shared conversation");
});

test("is a picture that is made here, without asking anybody", async () => {
  const asked = vi.spyOn(globalThis, "fetch");
  const bytes = new Uint8Array(await shareImage("日本語 and more").arrayBuffer());
  expect([...bytes.slice(1, 4)]).toEqual([..."PNG"].map((letter) => letter.charCodeAt(0)));
  const addresses = asked.mock.calls.map(([address]) => String(address));
  expect(addresses.filter((address) => /^https?:/.test(address))).toEqual([]);
});
