import { cards, generic } from "./cards";
import { code, diff } from "./code";
import { nouns } from "./nouns";
import { pullRequests } from "./pull-requests";
import { receipt } from "./receipt";
import { list, text } from "./text";

/** What came of an action: cards, lists, receipts. */
export const results = { cards, code, diff, generic, list, nouns, pullRequests, receipt, text };
