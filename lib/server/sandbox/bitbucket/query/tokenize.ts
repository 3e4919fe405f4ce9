import { badRequest } from "../provider-error";

export type Token =
  | { type: "word"; text: string }
  | { type: "text"; text: string }
  | { type: "operator"; text: string }
  | { type: "parenthesis"; text: "(" | ")" };

const pattern = /\s*(?:"((?:[^"\\]|\\.)*)"|(!=|!~|>=|<=|[=~<>])|([()])|([^\s"()=~<>!]+))/y;

/** Cuts a query in Bitbucket's query language into words, quoted texts, operators and parentheses. */
export function tokenize(query: string): Token[] {
  const tokens: Token[] = [];
  const text = query.trim();
  let position = 0;
  while (position < text.length) {
    pattern.lastIndex = position;
    const match = pattern.exec(text);
    if (!match) throw invalidQuery(text.slice(position));
    position = pattern.lastIndex;
    const [, quoted, operator, parenthesis, word] = match;
    if (quoted !== undefined) {
      tokens.push({ type: "text", text: quoted.replace(/\\(.)/g, "$1") });
    } else if (operator !== undefined) {
      tokens.push({ type: "operator", text: operator });
    } else if (parenthesis === "(" || parenthesis === ")") {
      tokens.push({ type: "parenthesis", text: parenthesis });
    } else if (word !== undefined) {
      tokens.push({ type: "word", text: word });
    }
  }
  return tokens;
}

export function invalidQuery(near: string): Error {
  return badRequest(`Invalid query: cannot read it near "${near.slice(0, 60)}".`, { key: "q" });
}
