import type { Workspace } from "../../store/account-schema";
import { seedUuid } from "../identifiers";
import { type PersonKey, people } from "../people";

type Role = Workspace["members"][number]["permission"];

export const workspaces: Workspace[] = [
  {
    uuid: seedUuid("workspace acme"),
    slug: "acme",
    name: "Acme",
    isPrivate: true,
    createdOn: "2019-03-11T09:12:00.000Z",
    projects: [
      { uuid: seedUuid("project PLAT"), key: "PLAT", name: "Platform" },
      { uuid: seedUuid("project APP"), key: "APP", name: "Apps" },
    ],
    members: members({
      jane: "owner",
      priya: "owner",
      mateo: "collaborator",
      hana: "collaborator",
      sam: "member",
      noor: "member",
      elias: "member",
      bot: "member",
    }),
  },
  {
    uuid: seedUuid("workspace acme-labs"),
    slug: "acme-labs",
    name: "Acme Labs",
    isPrivate: false,
    createdOn: "2023-05-02T14:40:00.000Z",
    projects: [{ uuid: seedUuid("project LAB"), key: "LAB", name: "Experiments" }],
    members: members({ sam: "owner", jane: "collaborator", hana: "member" }),
  },
];

function members(roles: Partial<Record<PersonKey, Role>>): Workspace["members"] {
  return Object.entries(people).flatMap(([key, { uuid }]) => {
    const permission = Object.entries(roles).find(([name]) => name === key)?.[1];
    return permission ? [{ account: uuid, permission }] : [];
  });
}
