import { expect } from "vitest";
import { callOf, requestOf } from "../exchange";
import { batch, createIssue, listBranches, routine } from "../script";
import type { Fault } from "../tcp-proxy";
import { afterYes, type KillPoint, modelRequest, nth, onTheWay } from "./kill-point";

const read = callOf(listBranches);
const change = callOf(createIssue);
const accountLookup = requestOf("GET", "/connected_accounts");

const beforeService: Fault = { kind: "hold-request" };
const afterService: Fault = { kind: "hold-answer" };

/** Points at which a tool is about to run, runs, or has run. */
export const whileToolsRun: readonly KillPoint[] = [
  {
    name: "read called for, no row written yet",
    script: routine,
    reach: onTheWay(() => accountLookup, beforeService),
  },
  {
    name: "read sent, not yet at the service",
    script: routine,
    reach: onTheWay(() => read, beforeService),
  },
  {
    name: "read carried out, answer held",
    script: routine,
    reach: onTheWay(() => read, afterService),
  },
  {
    name: "read answered, before the next step",
    script: routine,
    reach: onTheWay(() => nth(2, modelRequest), beforeService),
  },
  {
    name: "change called for, no row written yet",
    script: routine,
    // The first is for the read before it.
    reach: onTheWay(() => nth(2, accountLookup), beforeService),
  },
  {
    name: "change sent, not yet at the service",
    script: routine,
    reach: afterYes(() => change, beforeService),
  },
  {
    name: "change sent, arriving after the restart",
    script: routine,
    async reach(stage) {
      const point = await afterYes(() => change, beforeService)(stage);
      return {
        async afterwards() {
          await stage.untilEnded();
          point.release?.();
          await expect
            .poll(async () => (await stage.services.changes()).length, { timeout: 20_000 })
            .toBe(1);
        },
      };
    },
  },
  {
    name: "change carried out, answer held",
    script: routine,
    reach: afterYes(() => change, afterService),
  },
  {
    name: "change answered, before the next step",
    script: routine,
    reach: afterYes(() => nth(3, modelRequest), beforeService),
  },
  {
    name: "first of two changes done, second not at the service",
    script: batch,
    reach: afterYes(() => nth(2, change), beforeService),
  },
  {
    name: "first of two changes done, second's answer held",
    script: batch,
    reach: afterYes(() => nth(2, change), afterService),
  },
];
