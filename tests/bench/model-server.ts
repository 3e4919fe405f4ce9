import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { now } from "./clock.ts";
import { markdownPieces } from "./markdown.ts";
import { planIn, stamp } from "./prompt.ts";

/**
 * A model that speaks the OpenAI Responses API and says what its prompt asks for, at the pace it asks for. Runs as a process
 * of its own and writes its port to the standard output.
 */

const response = { id: "resp_1", created_at: 0, model: "bench", incomplete_details: null };
const usage = { input_tokens: 1, output_tokens: 1 };
const item = { id: "msg_1", type: "message", role: "assistant", content: [] };

const event = (data: { type: string; [field: string]: unknown }): string =>
  `event: ${data.type}\ndata: ${JSON.stringify(data)}\n\n`;

const delta = (piece: string): string =>
  event({
    type: "response.output_text.delta",
    item_id: item.id,
    output_index: 0,
    content_index: 0,
    delta: piece,
  });

const opening =
  event({ type: "response.created", response }) +
  event({ type: "response.output_item.added", output_index: 0, item });

const ending =
  event({ type: "response.output_item.done", output_index: 0, item }) +
  event({ type: "response.completed", response: { ...response, usage } });

/** Answers in one piece: what titles are asked for with. */
function answerWhole(answer: ServerResponse): void {
  const content = [{ type: "output_text", text: "Bench", annotations: [] }];
  const output = [
    { type: "message", id: "msg_1", role: "assistant", status: "completed", content },
  ];
  answer.setHeader("content-type", "application/json");
  answer.end(JSON.stringify({ ...response, output, usage }));
}

/** Says one piece after the other; pieces that are late are said at once, so that the pace holds on average. */
function stream(
  answer: ServerResponse,
  pieces: (index: number) => string,
  plan: { pieces: number; interval: number },
): void {
  answer.setHeader("content-type", "text/event-stream");
  answer.write(opening);
  const begun = now();
  let said = 0;
  const speak = () => {
    if (answer.destroyed) return;
    const due = plan.interval === 0 ? plan.pieces : Math.floor((now() - begun) / plan.interval) + 1;
    while (said < Math.min(due, plan.pieces)) answer.write(delta(pieces(said++)));
    if (said === plan.pieces) answer.end(ending);
    else setTimeout(speak, Math.max(0, begun + said * plan.interval - now()));
  };
  speak();
}

async function handle(request: IncomingMessage, answer: ServerResponse): Promise<void> {
  const asked = now();
  const body = await text(request);
  if (!body.includes('"stream":true')) return answerWhole(answer);
  const plan = planIn(body);
  const markdown = plan.kind === "markdown" ? markdownPieces(plan.pieces) : undefined;
  const first = stamp("asked", asked);
  stream(
    answer,
    (index) =>
      markdown?.[index] ?? (index === 0 ? first : "") + stamp("at", now()) + gapAfter(index),
    plan,
  );
}

/** No answer is one paragraph of 60 kB. */
const gapAfter = (index: number): string => (index % 20 === 19 ? "\n\n" : "");

const server = createServer((request, answer) => {
  handle(request, answer).catch(() => answer.destroy());
});
server.listen(0, "127.0.0.1", () => {
  process.stdout.write(`${(server.address() as AddressInfo).port}\n`);
});
