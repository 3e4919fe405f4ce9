import { Visitor } from "../visitor";

/** A browser that keeps everything it was ever answered. */
export class RecordingVisitor extends Visitor {
  readonly #answers: { place: string; headers: string; body: Promise<string> }[] = [];

  override async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const response = await super.fetch(path, init);
    const { pathname } = new URL(path, "http://localhost");
    const headers = [...response.headers].map((line) => line.join(": ")).join("\n");
    // A connection that breaks has said what it said.
    const body = response.clone().text().catch(String);
    this.#answers.push({ place: `${init.method ?? "GET"} ${pathname}`, headers, body });
    return response;
  }

  /** Each answer under the place it came from: `GET /path` for its body, `GET /path headers` for its headers. */
  async texts(): Promise<{ place: string; text: string }[]> {
    const texts = this.#answers.map(async ({ place, headers, body }) => [
      { place: `${place} headers`, text: headers },
      { place, text: await body },
    ]);
    return (await Promise.all(texts)).flat();
  }
}
