import { type Matches, requestOf } from "../exchange";
import type { Script } from "../scripted-model";
import type { Stage } from "../stage";
import type { Fault } from "../tcp-proxy";

/** A conversation that stands where the server is to be killed. */
type Reached = {
  /** Lets go of what is held there. */
  release?(): void;
  /** Happens while the server is dead. */
  meanwhile?(): Promise<unknown>;
  /** What the person does once the server is up again. Without it, they say yes and connect. */
  afterwards?(): Promise<unknown>;
};

/** A place in a conversation at which the server is killed. */
export type KillPoint = {
  name: string;
  script: Script;
  /** Set when Bitbucket is not connected before it begins. */
  unconnected?: true;
  /** Brings the conversation there. */
  reach(stage: Stage): Promise<Reached>;
  /** How the answer ends; as `done` unless said otherwise. */
  ends?: "stopped" | "interrupted";
};

export const request = "Please file an issue.";
export const modelRequest = requestOf("POST", "/v1/responses");

/** The n-th of the requests that match, counted from 1. */
export function nth(count: number, matches: Matches): Matches {
  let seen = 0;
  return (exchange) => {
    if (!matches(exchange)) return false;
    seen += 1;
    return seen === count;
  };
}

/** Reached when the server runs into the fault, after the message. */
export const onTheWay =
  (matches: () => Matches, fault: Fault): KillPoint["reach"] =>
  async (stage) => {
    const point = stage.services.network.intercept(matches(), fault);
    await stage.say(request);
    await point.reached;
    return point;
  };

/** Reached when the server runs into the fault, after the person has said yes. */
export const afterYes =
  (matches: () => Matches, fault: Fault): KillPoint["reach"] =>
  async (stage) => {
    const point = stage.services.network.intercept(matches(), fault);
    const reader = await stage.say(request);
    await stage.person.approve(await reader.untilApproval());
    await point.reached;
    return point;
  };
