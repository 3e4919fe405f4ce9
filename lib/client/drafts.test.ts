import { afterEach, describe, expect, it, vi } from "vitest";
import { clearDrafts, readDraft, writeDraft } from "./drafts";
import { MessageQueue } from "./message-queue";
import { MemoryStorage } from "./testing/memory-storage";

afterEach(() => vi.unstubAllGlobals());

describe("drafts", () => {
  it("are kept per chat until they are empty", () => {
    const storage = new MemoryStorage();
    vi.stubGlobal("localStorage", storage);
    writeDraft("one", "Open a pull");
    writeDraft("two", "List");
    expect([readDraft("one"), readDraft("two")]).toEqual(["Open a pull", "List"]);
    writeDraft("one", "");
    expect(Object.keys(storage)).toEqual(["branchline.draft.two"]);
  });

  it("go with the person who signs out; what others store stays", () => {
    const storage = new MemoryStorage();
    storage.setItem("theirs", "x");
    vi.stubGlobal("localStorage", storage);
    writeDraft("one", "secret");
    new MessageQueue("one").add("secret, too");
    clearDrafts();
    expect(Object.keys(storage)).toEqual(["theirs"]);
  });

  it("are done without where storage is forbidden", () => {
    vi.stubGlobal("localStorage", undefined);
    expect(() => writeDraft("one", "text")).not.toThrow();
    expect(readDraft("one")).toBe("");
    expect(() => clearDrafts()).not.toThrow();
  });
});
