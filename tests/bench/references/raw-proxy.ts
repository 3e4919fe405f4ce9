import { createServer, request } from "node:http";

/** The least that can stand between a client and a model: it hands bytes on, both ways. */
const model = new URL("/v1/responses", process.env.MODEL_ADDRESS);

const server = createServer((asked, answer) => {
  const onward = request(model, { method: "POST", headers: asked.headers }, (given) => {
    answer.writeHead(given.statusCode ?? 502, given.headers);
    given.pipe(answer);
  });
  onward.on("error", () => answer.destroy());
  answer.on("close", () => onward.destroy());
  asked.pipe(onward);
});
server.listen(Number(process.env.PORT), "127.0.0.1");
