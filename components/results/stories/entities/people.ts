import { html, jane, priya, tomas } from "./parts";

export const user = { ...jane, created_on: "2021-03-04T00:00:00+00:00" };

export const workspacePage = {
  values: [
    {
      type: "workspace_access",
      administrator: true,
      workspace: { slug: "acme", name: "Acme", uuid: "{77}", links: html("acme/") },
    },
    { slug: "jane-acme", name: "Jane Okafor", is_private: true },
  ],
  size: 2,
};

export const memberPage = {
  values: [jane, tomas, priya].map((member, index) => ({
    type: "workspace_membership",
    user: member,
    workspace: { slug: "acme" },
    permission: index === 0 ? "owner" : "member",
  })),
  size: 3,
};
