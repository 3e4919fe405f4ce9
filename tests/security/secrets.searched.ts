import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { type OwnServer, startServer } from "../support/own-server";
import { columnsOf, filesBelow, valuesOf } from "./secrets.places";
import type { Found, Secret } from "./secrets.search";
import type { Member } from "./support/member";
import { RecordingVisitor } from "./support/recording-visitor";

const shareSchema = z.object({ id: z.string(), path: z.string() });

/** What browsers, models, logs and the database got to see of an installation, and its secrets. */
export class Searched {
  readonly directory = mkdtempSync(join(tmpdir(), "branchline-secrets-"));
  readonly secrets: Secret[] = [];
  readonly texts: Found[] = [];
  output = "";
  readonly #visitors: RecordingVisitor[] = [];

  start(settings: Record<string, string>): Promise<OwnServer> {
    const onOutput = (text: string) => {
      this.output += text;
    };
    return startServer({ DATA_DIR: this.directory, ...settings }, { onOutput });
  }

  visitor(origin: string): RecordingVisitor {
    const visitor = new RecordingVisitor(origin);
    this.#visitors.push(visitor);
    return visitor;
  }

  /** Collects all texts and the secrets that only the database knows. The server has ended. */
  async collect(): Promise<void> {
    for (const visitor of this.#visitors) this.texts.push(...(await visitor.texts()));
    this.texts.push({ place: "log", text: this.output });
    this.texts.push(...filesBelow(".next/static", "bundle"));
    const columns = await columnsOf(this.directory);
    this.texts.push(...columns);
    for (const value of valuesOf(columns, "user.password_hash"))
      this.secrets.push({
        name: "password hash",
        value,
        belongs: [/^column user\.password_hash$/],
      });
    for (const value of valuesOf(columns, "user_session.id"))
      this.secrets.push({
        name: "session",
        value,
        belongs: [/^column (user_session\.id|connection_link\.session_id)$/],
      });
    for (const value of valuesOf(columns, "router_session.session_id"))
      this.secrets.push({
        name: "address of the tools",
        value: `tool_router/${value}/mcp`,
      });
    const cookies = this.#visitors.flatMap(({ setCookies }) => setCookies);
    for (const cookie of cookies) {
      const value = /session=([^;]{20,})/.exec(cookie)?.[1];
      if (value) this.secrets.push({ name: "session cookie", value, belongs: [/ headers$/] });
    }
  }
}

/** Looks at everything a member can look at, shares a chat, lets a stranger read it, and cleans up. */
export async function lookAround(
  searched: Searched,
  member: Member,
  chatId: string,
): Promise<void> {
  const { visitor } = member;
  const shared = await visitor.post(`/api/chats/${chatId}/shares`, {});
  const { path } = shareSchema.parse(await shared.json());
  searched.secrets.push({
    name: "address of a share",
    value: path.replace("/share/", ""),
    belongs: [
      /^column share\.token$/,
      /^POST \/api\/chats\/[\w-]+\/shares$/,
      /^GET \/api\/shares$/,
      /^GET \/share\/[\w-]+$/,
    ],
  });
  const { origin } = new URL(shared.url);
  const stranger = searched.visitor(origin);
  const pages = ["/", "/connections", "/permissions", "/tools", "/audit", `/chat/${chatId}`];
  const calls = [
    "/api/chats",
    `/api/chats/${chatId}`,
    "/api/actions",
    "/api/actions?format=csv",
    "/api/shares",
    "/api/connections",
    "/api/auth/session",
    "/api/auth/providers",
    "/api/health/ready",
  ];
  for (const place of [...pages, ...calls]) {
    await visitor.fetch(place);
    // The same as Next's own router asks for it.
    if (pages.includes(place)) await visitor.fetch(place, { headers: { rsc: "1" } });
    await stranger.fetch(place);
  }
  await stranger.fetch(path);
  const { email } = member;
  await stranger.post("/api/auth/password", { email, password: `${member.password}!` });
  const doomed = await member.ask("Hello");
  await visitor.send("DELETE", `/api/chats/${doomed}`);
  await visitor.post("/api/auth/sign-out", {});
}
