import "server-only";

/** Kinds of secrets that the detector's own rules leave out. The group `secret`, else the whole match, is the secret. */
export const ownPatterns: ReadonlyArray<[kind: string, pattern: RegExp]> = [
  ["Atlassian API token", /\bAT(?:ATT3x|CTT3x|STT3x)[\w=-]{20,400}/g],
  ["Bitbucket app password", /\bATBB[A-Za-z0-9]{24,64}\b/g],
  ["JSON web token", /\beyJ[\w-]{10,2000}\.eyJ[\w-]{10,4000}\.[\w-]{10,1000}/g],
  [
    "Private key",
    /-----BEGIN [A-Z ]{0,30}PRIVATE KEY(?: BLOCK)?-----(?:(?!-----)[\s\S]){0,20000}(?:-----END [A-Z ]{0,30}PRIVATE KEY(?: BLOCK)?-----)?/g,
  ],
  [
    "AWS key",
    /\b(?:A3T[A-Z0-9]|AKIA|AGPA|AIDA|AROA|AIPA|ANPA|ANVA|ASIA)[A-Z0-9]{16}(?![A-Za-z0-9])/g,
  ],
  [
    "Password in an address",
    /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:@/]{0,100}:(?<secret>[^\s@/]{3,200})@/gi,
  ],
  ["Google API key", /\bAIza[\w-]{35}(?![\w-])/g],
  ["Twilio key", /\bSK[0-9a-f]{32}\b/g],
  ["Composio key", /\bak_[\w-]{16,64}/g],
  ["Bearer token", /\b[Bb]earer\s{1,4}(?<secret>[\w.~+/-]{16,2000}=*)/g],
  [
    "Password",
    /(?:pass(?:word|wd|phrase)|secret|token|api[_-]?key|access[_-]?key|private[_-]?key|credentials?)["'\]]{0,2}[ \t]{0,4}(?:=>|:=|[:=])[ \t]{0,4}["'`]?(?<secret>(?=[^\s"'`,;(){}<>[\]$]{0,60}(?:\d|[^\w\s.:/"'`,;(){}<>[\]$-]))[^\s"'`,;(){}<>[\]$]{8,500})/gi,
  ],
];
