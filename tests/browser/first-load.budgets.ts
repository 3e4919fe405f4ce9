/**
 * What a first visit may fetch of scripts before anything is touched, in bytes as sent (gzip). `first` are those that the page
 * names; `all` has besides them what the page fetches ahead by itself once it is there. A little over what it was last:
 * raise a number only with a reason.
 */
export const budgets = {
  "/": { first: 300_000, all: 396_500 },
  "/chat": { first: 299_500, all: 396_500 },
  "/signin": { first: 200_000, all: 200_000 },
  "/share": { first: 0, all: 0 },
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
} as const;
