import { discoverListedTools, readDiscovery } from "./discovery";
import type { Ledger } from "./ledger";
import { type Outcome, outcomeOf } from "./outcome";
import {
  connectCall,
  executeCall,
  type FunctionCall,
  routerTools,
  searchCall,
} from "./router-tools";
import type { Effect, Question, Reply, Script, ToolAction } from "./script";

/** Where a replay came to a halt, with the words since the last call that was answered. */
export type Halt =
  | { type: "calls"; text: string; calls: readonly FunctionCall[] }
  | { type: "question"; text: string; question: Question }
  | { type: "finished"; text: string };

type Circumstances = {
  tools: ReadonlyMap<string, Record<string, unknown>>;
  ledger: Ledger;
  /** The person's replies to the script's questions, oldest first. */
  answers: readonly string[];
  toolkit: string;
};

type Progress = { reply: Reply } | { calls: readonly FunctionCall[] };

const silent: Outcome = {
  status: "failed",
  message: "The router has no tool for connecting accounts in this conversation.",
};

/** Runs a script against what is on record until it wants something that is not. */
export function replay(script: Script, circumstances: Circumstances): Halt {
  const { tools, ledger, toolkit } = circumstances;
  const routed = tools.has(routerTools.execute);
  const answers = [...circumstances.answers];
  let said: string[] = [];
  let sessionId: string | undefined;

  function search(effect: Extract<Effect, { type: "discover" }>): Progress {
    if (!routed || !tools.has(routerTools.search)) {
      return { reply: { type: "discovery", result: discoverListedTools(tools) } };
    }
    const output = ledger.takeDiscovery();
    if (output === undefined) return { calls: [searchCall(effect.queries)] };
    const discovery = readDiscovery(output, toolkit);
    sessionId = discovery.sessionId;
    return { reply: { type: "discovery", result: discovery.result } };
  }

  function connect(): Progress {
    if (!tools.has(routerTools.connect)) return { reply: { type: "connection", outcome: silent } };
    const output = ledger.takeConnection();
    return output === undefined
      ? { calls: [connectCall(toolkit, sessionId)] }
      : { reply: { type: "connection", outcome: outcomeOf(output) } };
  }

  function perform(actions: readonly ToolAction[], thought: string): Progress {
    const outcomes = ledger
      .takeActions(actions)
      .map((outcome, index) => outcome ?? unavailable(actions[index]));
    const missing = actions.filter((_, index) => outcomes[index] === undefined);
    if (missing.length === 0) {
      return {
        reply: { type: "outcomes", outcomes: outcomes.filter((outcome) => outcome !== undefined) },
      };
    }
    if (routed) return { calls: [executeCall(missing, thought, sessionId)] };
    return {
      calls: missing.map((action) => ({ name: action.slug, arguments: action.arguments })),
    };
  }

  function unavailable(action: ToolAction | undefined): Outcome | undefined {
    if (routed || action === undefined || tools.has(action.slug)) return undefined;
    return { status: "failed", message: `The tool ${action.slug} is not available here.` };
  }

  let next = script.next({ type: "done" });
  while (!next.done) {
    const effect = next.value;
    let progress: Progress;
    switch (effect.type) {
      case "say":
        said.push(effect.text);
        next = script.next({ type: "done" });
        continue;
      case "finish":
        return { type: "finished", text: [...said, effect.text].join("\n\n") };
      case "ask": {
        const answer = answers.shift();
        if (answer === undefined) {
          const text = [...said, effect.question.text].join("\n\n");
          return { type: "question", text, question: effect.question };
        }
        said = [];
        next = script.next({ type: "answer", text: answer });
        continue;
      }
      case "discover":
        progress = search(effect);
        break;
      case "connect":
        progress = connect();
        break;
      case "perform":
        progress = perform(effect.actions, effect.thought);
        break;
    }
    if ("calls" in progress) {
      return { type: "calls", text: said.join("\n\n"), calls: progress.calls };
    }
    said = [];
    next = script.next(progress.reply);
  }
  return { type: "finished", text: [...said, next.value].join("\n\n") };
}
