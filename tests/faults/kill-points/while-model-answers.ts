import { requestOf } from "../exchange";
import { busyAtFirst, closingHeldAt, lookingHeldAt, routine } from "../script";
import type { Fault } from "../tcp-proxy";
import { afterYes, type KillPoint, modelRequest, nth, onTheWay, request } from "./kill-point";

const routerSession = requestOf("POST", "/tool_router/session");
const heldRequest: Fault = { kind: "hold-request" };

/** Stops an answer before its first byte. */
const silence: Fault = { kind: "hold-answer-from", words: "HTTP/1.1" };

/** A text of which a reader has seen the first half. */
const inFirstText: KillPoint["reach"] = async (stage) => {
  const fault: Fault = { kind: "hold-answer-from", words: lookingHeldAt };
  const point = stage.services.network.intercept(modelRequest, fault);
  const reader = await stage.say(request);
  await point.reached;
  await reader.untilChunk("text-delta");
  return point;
};

/** The server dies that many times before the model has said a word, and is about to die once more. */
const afterDeaths =
  (deaths: number): KillPoint["reach"] =>
  async (stage) => {
    for (let left = deaths; ; left -= 1) {
      const point = stage.services.network.intercept(modelRequest, heldRequest);
      if (left === deaths) await stage.say(request);
      await point.reached;
      if (left === 0) return point;
      await stage.kill();
      await stage.server.restart();
    }
  };

/** Points at which the model is about to be asked, is asked, or answers. */
export const whileModelAnswers: readonly KillPoint[] = [
  {
    name: "message acknowledged, nothing done yet",
    script: routine,
    async reach(stage) {
      const { release } = stage.services.network.intercept(routerSession, heldRequest);
      await stage.say(request);
      // It may not have come that far: what comes after the restart is not to be held.
      return { release, meanwhile: async () => release() };
    },
  },
  {
    name: "router session made, its answer held",
    script: routine,
    reach: onTheWay(() => routerSession, { kind: "hold-answer" }),
  },
  {
    name: "model asked, not a byte answered",
    script: routine,
    reach: onTheWay(() => modelRequest, silence),
  },
  { name: "in the middle of the first text", script: routine, reach: inFirstText },
  {
    name: "in the middle of the last text",
    script: routine,
    reach: afterYes(() => nth(3, modelRequest), {
      kind: "hold-answer-from",
      words: closingHeldAt,
    }),
  },
  {
    name: "while it waits to ask a busy model again",
    script: busyAtFirst,
    async reach(stage) {
      const reader = await stage.say(request);
      await reader.untilChunk("data-notice");
      return {};
    },
  },
  {
    name: "again, in the middle of the recovery",
    script: routine,
    reach: afterDeaths(1),
  },
  {
    name: "again and again, before anything was done",
    script: routine,
    reach: afterDeaths(3),
    ends: "interrupted",
  },
  {
    name: "stop accepted, in the middle of a text",
    script: routine,
    async reach(stage) {
      const point = await inFirstText(stage);
      await stage.person.stop(stage.chatId);
      return point;
    },
    ends: "stopped",
  },
];
