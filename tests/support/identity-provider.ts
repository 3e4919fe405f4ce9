import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { Provider } from "oidc-provider";
import { Visitor } from "../security/visitor";

/** What the provider says of somebody, by the name they log in with there. */
type Claims = { name?: string; email?: string; email_verified?: boolean | string };

const oidcClient = { id: "branchline", secret: "a-secret-of-the-client-and-the-provider" };

/** An OpenID Connect provider of a test's own: the pages, tokens and checks of a real one. */
export type IdentityProvider = {
  issuer: string;
  /** Settings of an app that uses it. */
  settings: Record<string, string>;
  people: Map<string, Claims>;
  /** Lets an app at this origin send people here. */
  trust(origin: string): void;
  close(): Promise<void>;
};

/** Seconds that everything a provider gives out is good for. */
const lifetime = 600;

function makeProvider(issuer: string, origin: string, people: Map<string, Claims>): Provider {
  // It says that its own pages for logging in are for tests only, which a test knows.
  const { warn } = console;
  console.warn = () => {};
  try {
    return new Provider(issuer, {
      clients: [
        {
          client_id: oidcClient.id,
          client_secret: oidcClient.secret,
          redirect_uris: [`${origin}/api/auth/callback/oidc`],
        },
      ],
      claims: { openid: ["sub"], profile: ["name"], email: ["email", "email_verified"] },
      findAccount: (_context, id) => ({
        accountId: id,
        claims: () => Promise.resolve({ sub: id, ...people.get(id) }),
      }),
      cookies: { keys: ["a key of this test's"] },
      pkce: { required: () => true },
      ttl: {
        AccessToken: lifetime,
        Grant: lifetime,
        IdToken: lifetime,
        Interaction: lifetime,
        Session: lifetime,
      },
    });
  } finally {
    console.warn = warn;
  }
}

export async function startIdentityProvider(): Promise<IdentityProvider> {
  let answer: RequestListener = (_request, response) => response.writeHead(503).end();
  const server = createServer((request, response) => answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  const people = new Map<string, Claims>();
  return {
    issuer,
    settings: {
      OIDC_ISSUER: issuer,
      OIDC_CLIENT_ID: oidcClient.id,
      OIDC_CLIENT_SECRET: oidcClient.secret,
      OIDC_NAME: "Acme",
    },
    people,
    trust(origin) {
      answer = makeProvider(issuer, origin, people).callback();
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const formType = { "content-type": "application/x-www-form-urlencoded" };

/**
 * Goes to a provider's address as a browser, logs in and agrees.
 *
 * @param login the name to log in with; null presses "Abort" instead
 * @returns the address the provider sends the browser back to
 */
export async function logIn(address: string, login: string | null): Promise<URL> {
  const { origin } = new URL(address);
  const browser = new Visitor(origin);
  const open = async (url: URL): Promise<URL> => {
    if (url.origin !== origin) return url;
    const path = `${url.pathname}${url.search}`;
    const response = await browser.fetch(path);
    const location = response.headers.get("location");
    if (location) return open(new URL(location, url));
    const page = await response.text();
    if (!page.includes("<form")) throw new Error(`The provider said ${response.status}: ${page}`);
    if (login === null) return open(new URL(`${url.pathname}/abort`, url));
    const prompt = page.includes('value="login"') ? "login" : "consent";
    const body = new URLSearchParams({ prompt, login, password: "any" });
    const sent = await browser.fetch(path, { method: "POST", headers: formType, body });
    return open(new URL(sent.headers.get("location") ?? "", url));
  };
  return open(new URL(address));
}
