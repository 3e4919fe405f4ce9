import { requestOf } from "../exchange";
import { consent } from "../person";
import { connecting, routine } from "../script";
import type { Fault } from "../tcp-proxy";
import { type KillPoint, request } from "./kill-point";

/** The server has taken a request; its answer does not arrive. */
const unheard: Fault = { kind: "hold-answer-from", words: "HTTP/1.1" };

/** Points at which a person is asked, answers, or speaks. */
export const whilePersonIsAsked: readonly KillPoint[] = [
  {
    name: "message taken, its sender has not heard so",
    script: routine,
    async reach(stage) {
      const point = stage.front.intercept(requestOf("POST", "/messages"), unheard);
      const id = crypto.randomUUID();
      const person = stage.person.at(stage.front.origin);
      person.send(stage.chatId, { id, text: request }).catch(() => {});
      await point.reached;
      return { afterwards: () => stage.say(request, { id }) };
    },
  },
  {
    name: "waiting for a yes",
    script: routine,
    async reach(stage) {
      await (await stage.say(request)).untilApproval();
      return {};
    },
  },
  {
    name: "yes sent",
    script: routine,
    async reach(stage) {
      const approval = await (await stage.say(request)).untilApproval();
      stage.person.approve(approval).catch(() => {});
      return {};
    },
  },
  {
    name: "yes taken, its sender has not heard so",
    script: routine,
    async reach(stage) {
      const approval = await (await stage.say(request)).untilApproval();
      const point = stage.front.intercept(requestOf("POST", "/approvals/"), unheard);
      stage.person
        .at(stage.front.origin)
        .approve(approval)
        .catch(() => {});
      await point.reached;
      return { afterwards: () => stage.person.approve(approval) };
    },
  },
  {
    name: "waiting for a connection",
    script: connecting,
    unconnected: true,
    async reach(stage) {
      await (await stage.say(request)).untilConnection();
      return {};
    },
  },
  {
    name: "consent given while the server is dead",
    script: connecting,
    unconnected: true,
    async reach(stage) {
      const attempt = await (await stage.say(request)).untilConnection();
      const address = await stage.person.openConsent(attempt);
      let back = "";
      return {
        async meanwhile() {
          back = await consent(address);
        },
        async afterwards() {
          await stage.person.comeBack(back);
          await stage.untilEnded({ giving: false });
        },
      };
    },
  },
];
