const providerHost = "bitbucket.org";
const protocols: readonly string[] = ["https:", "http:", "mailto:"];

/** Where a link leads: `address` goes into the link, and `host` is what a person needs to see before following it. */
export type Destination = { address: string; host: string };

/**
 * The destination of an address out of an answer or a result; null for one that may not be a link. A name and password in
 * it are left out: they send something along, and make one host look like another. The host is written as it is looked up,
 * so that letters of other scripts show as punycode.
 */
export function destinationOf(address: string | undefined): Destination | null {
  const url = address === undefined ? null : URL.parse(address);
  if (!url || !protocols.includes(url.protocol)) return null;
  if (url.protocol === "mailto:") {
    // What else it may hold would be written into the message.
    return { address: `mailto:${url.pathname}`, host: decoded(url.pathname) };
  }
  url.username = "";
  url.password = "";
  return { address: url.href, host: url.host };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Whether an address leads to the provider itself; a port of its own would make it another place. */
export function isProvider({ host }: Destination): boolean {
  return host === providerHost;
}

/** Whether a link's own words say all of where it leads. */
export function saysItself(words: unknown, { address, host }: Destination): boolean {
  return words === host || words === address || `${words}/` === address;
}
