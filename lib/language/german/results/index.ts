import type { Words } from "../../words";
import { cards, generic } from "./cards";
import { code, diff } from "./code";
import { nouns } from "./nouns";
import { pullRequests } from "./pull-requests";
import { receipt } from "./receipt";
import { list, text } from "./text";

export const results: Words["results"] = {
  cards,
  code,
  diff,
  generic,
  list,
  nouns,
  pullRequests,
  receipt,
  text,
};
