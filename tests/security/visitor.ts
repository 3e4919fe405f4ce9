import { randomUUID } from "node:crypto";
import { z } from "zod";

const nameOf = (cookie: string) => cookie.slice(0, cookie.indexOf("="));

/** A browser as far as cookies and headers go: every request is one that a page of the server's own would make. */
export class Visitor {
  /** Every `set-cookie` header so far. */
  readonly setCookies: string[] = [];
  readonly #origin: string;
  readonly #headers: Record<string, string>;
  #cookies = new Map<string, string>();

  /** @param headers sent with every request */
  constructor(origin: string, headers: Record<string, string> = {}) {
    this.#origin = origin;
    this.#headers = headers;
  }

  /** The cookies as they would be sent, to be copied or planted. */
  get cookies(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  set cookies(header: string) {
    this.#cookies = new Map(
      header
        .split("; ")
        .filter(Boolean)
        .map((cookie) => [nameOf(cookie), cookie.slice(nameOf(cookie).length + 1)]),
    );
  }

  /** Another browser with the same cookies. */
  copy(): Visitor {
    const copy = new Visitor(this.#origin, this.#headers);
    copy.cookies = this.cookies;
    return copy;
  }

  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers({ origin: this.#origin, ...this.#headers });
    if (this.cookies) headers.set("cookie", this.cookies);
    for (const [name, value] of new Headers(init.headers)) headers.set(name, value);
    const response = await fetch(`${this.#origin}${path}`, {
      redirect: "manual",
      ...init,
      headers,
    });
    for (const cookie of response.headers.getSetCookie()) {
      this.setCookies.push(cookie);
      const [pair = ""] = cookie.split(";");
      const value = pair.slice(nameOf(pair).length + 1);
      if (value) this.#cookies.set(nameOf(pair), value);
      else this.#cookies.delete(nameOf(pair));
    }
    return response;
  }

  send(method: string, path: string, body: unknown = {}): Promise<Response> {
    const headers = { "content-type": "application/json" };
    return this.fetch(path, { method, headers, body: JSON.stringify(body) });
  }

  post(path: string, body: unknown = {}): Promise<Response> {
    return this.send("POST", path, body);
  }

  /** Whether the server takes this browser for somebody. */
  async isSignedIn(): Promise<boolean> {
    const response = await this.fetch("/api/chats");
    await response.body?.cancel();
    return response.status === 200;
  }

  async signInAsGuest(next?: string): Promise<string> {
    const response = await this.post("/api/auth/guest", next === undefined ? {} : { next });
    return z.object({ path: z.string() }).parse(await response.json()).path;
  }
}

/** Somebody with an account, signed in. */
export async function signUp(visitor: Visitor, password = randomUUID()) {
  const email = `jane-${randomUUID()}@example.com`;
  const made = await visitor.post("/api/account", { email, password, name: "Jane" });
  const signedIn = await visitor.post("/api/auth/password", { email, password });
  if (made.status !== 201 || signedIn.status !== 200)
    throw new Error(`No account was made: ${made.status}, ${signedIn.status}.`);
  return { email, password };
}
