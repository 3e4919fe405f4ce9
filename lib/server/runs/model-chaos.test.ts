import { LLMock } from "@copilotkit/aimock";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { configure, installForTests } from "@/tests/support/installation";
import { type Turn, takeTurn } from "@/tests/support/model-turn";
import { textOf } from "@/tests/support/run-reader";
import { seededRandom } from "@/tests/support/seeded-random";

const provider = new LLMock({ port: 0 });
const words = "Two branches are open: main and release.";
const turns = 200;
/** Turns taken side by side, because some of them are asked to wait. */
const abreast = 50;

beforeAll(async () => {
  provider.onMessage(/.*/, { content: words });
  await provider.start();
});
installForTests();
beforeAll(() => configure({ OPENAI_BASE_URL: `${provider.url}/v1`, MODEL_RETRY_DELAY_MS: "1" }));
beforeEach(() => {
  vi.spyOn(console, "warn").mockImplementation(() => {});
  // The provider rolls its dice in this process.
  vi.spyOn(Math, "random").mockImplementation(seededRandom(33));
});
afterEach(() => {
  vi.restoreAllMocks();
  provider.clearChaos();
});
afterAll(() => provider.stop());

async function takeTurns(): Promise<Turn[]> {
  const taken: Turn[] = [];
  while (taken.length < turns)
    taken.push(...(await Promise.all(Array.from({ length: abreast }, () => takeTurn()))));
  return taken;
}

const stepsOf = ({ message }: Turn) =>
  message.parts.filter(({ type }) => type === "step-start").length;

describe("a provider in chaos", () => {
  test.each([
    ["drops three in ten requests", { dropRate: 0.3 }],
    [
      "limits, hangs up on and answers with nonsense one in ten each",
      { rateLimitRate: 0.1, disconnectRate: 0.1, malformedRate: 0.1 },
    ],
  ])(
    "that %s answers nearly every turn, and none twice",
    async (name, chaos) => {
      provider.setChaos(chaos);
      const taken = await takeTurns();
      const answered = taken.filter(
        (turn) => turn.failed === null && textOf(turn.message) === words && stepsOf(turn) === 1,
      );
      const failed = taken.filter((turn) => turn.failed !== null && stepsOf(turn) === 0);
      const counts = `${answered.length} answered, ${failed.length} failed, ${turns - answered.length - failed.length} otherwise`;
      process.stdout.write(`A provider that ${name}, ${turns} turns: ${counts}\n`);
      expect(answered.length).toBeGreaterThanOrEqual(turns * 0.97);
      expect(answered.length + failed.length).toBe(turns);
    },
    60_000,
  );
});
