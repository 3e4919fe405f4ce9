/**
 * What a first visit may fetch before anything is touched, in bytes as sent: scripts (gzip) and fonts. `first` are the scripts that
 * the page names; `all` has besides them what the page fetches by itself once it is there. A little over what it was last: raise
 * a number only with a reason, and `first` of a chat not over 200,000, nor its fonts over 60,000.
 */
export const budgets = {
  "/": { first: 187_000, all: 231_500, fonts: 49_000 },
  "/chat": { first: 192_000, all: 328_500, fonts: 49_000 },
  "/signin": { first: 153_000, all: 153_000, fonts: 49_000 },
  "/share": { first: 0, all: 0, fonts: 49_000 },
} as const;

/** What is fetched by whoever opens it, by words that only its code has. */
export const onDemand = {
  search: '"search-hit"',
  "share dialog": "What readers get",
  "shortcut list": "Backspace|Delete|Home",
  "notification offer": '"notification-offer"',
  menu: '"menu-item"',
  highlighting: "hljs-",
  comparing: "@@ -",
  streaming: "resumeStreamIsReplay",
  schemas: "invalid_union",
} as const;
