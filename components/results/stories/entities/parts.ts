/** What results of several kinds are made of. */

export const jane = {
  type: "user",
  uuid: "{5b2f8a1e-0c6d-4a53-9a34-0d7c1c9b2e11}",
  display_name: "Jane Okafor",
  nickname: "jane-acme",
  account_id: "557058:1a2b",
  links: { html: { href: "https://bitbucket.org/jane-acme/" } },
};

export const tomas = {
  type: "user",
  uuid: "{8c7d3b52-6e7a-4c5b-8b64-8a1e3d9a7f22}",
  display_name: "Tomás Lindqvist",
  nickname: "tomas",
};

export const priya = {
  type: "user",
  uuid: "{1f0c9e7d-3a2b-4f6e-9d8c-7b6a5f4e3d33}",
  display_name: "Priya Raman",
  nickname: "priya",
};

export function hash(seed: string): string {
  return seed.repeat(40).slice(0, 40);
}

export function html(path: string) {
  return { html: { href: `https://bitbucket.org/${path}` } };
}
