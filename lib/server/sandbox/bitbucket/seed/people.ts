import type { Account } from "../store/account-schema";
import { seedAccountId, seedUuid } from "./identifiers";

/** The made-up people of the seed. `example` is a top-level domain nobody can own. */
export const people = {
  jane: person("Jane Okafor", "jane-acme", "2019-03-11"),
  sam: person("Sam Lindqvist", "sam-acme", "2022-09-05"),
  priya: person("Priya Raman", "priya-acme", "2020-01-20"),
  mateo: person("Mateo Ferreira", "mateo-acme", "2021-06-14"),
  hana: person("Hana Kobayashi", "hana-acme", "2021-11-02"),
  noor: person("Noor Haddad", "noor-acme", "2023-02-27"),
  elias: person("Elias Brandt", "elias-acme", "2024-04-08"),
  bot: person("Acme Release Bot", "acme-release-bot", "2020-05-04"),
} satisfies Record<string, Account>;

export type PersonKey = keyof typeof people;

function person(displayName: string, nickname: string, since: string): Account {
  return {
    uuid: seedUuid(`account ${nickname}`),
    accountId: seedAccountId(nickname),
    nickname,
    displayName,
    email: `${nickname}@acme.example`,
    createdOn: `${since}T09:30:00.000Z`,
  };
}
