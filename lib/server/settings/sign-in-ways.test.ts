import { expect, test } from "vitest";
import { parseSettings } from "./settings.ts";
import { signInWays } from "./sign-in-ways.ts";

const oidc = {
  OIDC_ISSUER: "https://login.acme.example/realms/staff",
  OIDC_CLIENT_ID: "branchline",
  OIDC_CLIENT_SECRET: "secret",
};
const bitbucket = { BITBUCKET_CLIENT_ID: "key", BITBUCKET_CLIENT_SECRET: "secret" };
const waysOf = (settings: Record<string, string>, embedded = false) =>
  signInWays(parseSettings(settings), embedded);

test("without settings people come in with a password, and guests only where everything is embedded", () => {
  expect(waysOf({})).toEqual({
    password: true,
    guests: false,
    domains: null,
    administrators: [],
    oidc: null,
    bitbucket: null,
  });
  expect(waysOf({}, true).guests).toBe(true);
  expect(waysOf({ GUESTS: "off" }, true).guests).toBe(false);
  expect(waysOf({ GUESTS: "on" }).guests).toBe(true);
});

test("a provider has its host's name until it gets another", () => {
  expect(waysOf(oidc).oidc).toEqual({
    issuer: oidc.OIDC_ISSUER,
    clientId: "branchline",
    clientSecret: "secret",
    name: "login.acme.example",
  });
  expect(waysOf({ ...oidc, OIDC_NAME: "Acme" }).oidc?.name).toBe("Acme");
  expect(waysOf(bitbucket).bitbucket).toMatchObject({
    address: "https://bitbucket.org",
    apiAddress: "https://api.bitbucket.org",
  });
});

test("reads domains in whatever case they are written", () => {
  expect(waysOf({ ALLOWED_EMAIL_DOMAINS: "Acme.example, acme.org" }).domains).toEqual([
    "acme.example",
    "acme.org",
  ]);
});

test("reads who becomes an administrator", () => {
  expect(waysOf({ ADMIN_EMAILS: "Ada@acme.example,bob@acme.example" }).administrators).toEqual([
    "ada@acme.example",
    "bob@acme.example",
  ]);
});

test.each<[string, Record<string, string>]>([
  ["ADMIN_EMAILS", { ADMIN_EMAILS: "ada" }],
  ["PASSWORD_SIGN_IN", { PASSWORD_SIGN_IN: "no" }],
  ["GUESTS", { GUESTS: "true" }],
  ["ALLOWED_EMAIL_DOMAINS", { ALLOWED_EMAIL_DOMAINS: "@acme.example" }],
  ["ALLOWED_EMAIL_DOMAINS", { ALLOWED_EMAIL_DOMAINS: "acme.example," }],
  ["ALLOWED_EMAIL_DOMAINS", { ALLOWED_EMAIL_DOMAINS: "*" }],
  ["OIDC_ISSUER", { ...oidc, OIDC_ISSUER: "http://login.acme.example" }],
  ["OIDC_ISSUER", { ...oidc, OIDC_ISSUER: "http://localhost.acme.example" }],
  ["OIDC_ISSUER", { ...oidc, OIDC_ISSUER: "" }],
  ["OIDC_CLIENT_SECRET", { ...oidc, OIDC_CLIENT_SECRET: "" }],
  ["BITBUCKET_CLIENT_SECRET", { BITBUCKET_CLIENT_ID: "key" }],
  ["BITBUCKET_URL", { ...bitbucket, BITBUCKET_URL: "http://bitbucket.acme.example" }],
  ["PASSWORD_SIGN_IN", { PASSWORD_SIGN_IN: "off" }],
])("names %s when it is wrong: %j", (name, settings) => {
  expect(() => parseSettings(settings)).toThrow(`${name}: `);
});

test.each([oidc, bitbucket, { GUESTS: "on" }])(
  "passwords can be off with another way in: %j",
  (other) => {
    expect(waysOf({ PASSWORD_SIGN_IN: "off", ...other }).password).toBe(false);
  },
);

test("a provider on this machine needs no encryption", () => {
  for (const host of ["localhost:4000", "127.0.0.1:4000", "[::1]:4000"])
    expect(waysOf({ ...oidc, OIDC_ISSUER: `http://${host}` }).oidc?.issuer).toBe(`http://${host}`);
});
