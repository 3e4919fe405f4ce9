import { invalidQuery, type Token, tokenize } from "./tokenize";

const comparisonOperators = ["=", "!=", "~", "!~", ">", ">=", "<", "<="] as const;
type ComparisonOperator = (typeof comparisonOperators)[number];

export type Query =
  | { type: "and" | "or"; left: Query; right: Query }
  | {
      type: "comparison";
      field: readonly string[];
      operator: ComparisonOperator;
      value: string | number | boolean | null;
    };

/** Reads a query in Bitbucket's query language: `state = "open" AND (priority = "major" OR title ~ "login")`. */
export function parseQuery(query: string): Query {
  const tokens = tokenize(query);
  const result = parseEither(tokens);
  const rest = tokens[0];
  if (rest) throw invalidQuery(rest.text);
  return result;
}

function parseEither(tokens: Token[]): Query {
  let left = parseBoth(tokens);
  while (takeWord(tokens, "or")) left = { type: "or", left, right: parseBoth(tokens) };
  return left;
}

function parseBoth(tokens: Token[]): Query {
  let left = parseTerm(tokens);
  while (takeWord(tokens, "and")) left = { type: "and", left, right: parseTerm(tokens) };
  return left;
}

function parseTerm(tokens: Token[]): Query {
  const first = tokens.shift();
  if (first?.type === "parenthesis" && first.text === "(") {
    const inner = parseEither(tokens);
    const last = tokens.shift();
    if (last?.type !== "parenthesis" || last.text !== ")") throw invalidQuery(last?.text ?? "");
    return inner;
  }
  const operatorToken = tokens.shift();
  const operator = comparisonOperators.find((known) => known === operatorToken?.text);
  if (first?.type !== "word" || operatorToken?.type !== "operator" || !operator) {
    throw invalidQuery(first?.text ?? "");
  }
  return {
    type: "comparison",
    field: first.text.split("."),
    operator,
    value: parseValue(tokens.shift()),
  };
}

function parseValue(token: Token | undefined): string | number | boolean | null {
  if (token?.type === "text") return token.text;
  if (token?.type !== "word") throw invalidQuery(token?.text ?? "");
  const { text } = token;
  if (text === "true" || text === "false") return text === "true";
  if (text === "null") return null;
  if (/^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  if (/^\d{4}-\d{2}/.test(text)) return text;
  throw invalidQuery(text);
}

function takeWord(tokens: Token[], word: string): boolean {
  const next = tokens[0];
  if (next?.type !== "word" || next.text.toLowerCase() !== word) return false;
  tokens.shift();
  return true;
}
