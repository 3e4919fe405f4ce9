/** Something that must not get around, and the places that have to know it. */
export type Secret = {
  name: string;
  value: string;
  /** Matched against the whole name of a place. */
  belongs?: readonly RegExp[];
};

/** A text and where it stood: `log`, `prompt`, `column share.token`, `GET /api/chats`, … */
export type Found = { place: string; text: string };

/** A value as it is and as it would look inside of an address, of Base64 and of hexadecimal. */
function formsOf(value: string): string[] {
  const bytes = Buffer.from(value);
  // Where the bytes around it are not known, the ends of its Base64 are not, either.
  const shifted = [0, 1, 2].flatMap((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString("base64url")
      .slice(4, -4);
    return [text, text.replaceAll("-", "+").replaceAll("_", "/")];
  });
  const forms = [value, encodeURIComponent(value), bytes.toString("hex"), ...shifted];
  return [...new Set(forms)].filter((form) => form.length >= 8);
}

/** Every place where a secret stands that it does not belong to. */
export function leaksOf(secrets: readonly Secret[], texts: readonly Found[]): string[] {
  return secrets.flatMap(({ name, value, belongs = [] }) => {
    if (value.length < 8) throw new Error(`${name} is too short to be searched for.`);
    const forms = formsOf(value);
    const places = texts
      .filter(({ text }) => forms.some((form) => text.includes(form)))
      .filter(({ place }) => !belongs.some((pattern) => pattern.test(place)))
      .map(({ place }) => `${name}: ${place}`);
    return [...new Set(places)];
  });
}
