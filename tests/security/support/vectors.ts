/** What a hostile answer holds to run a script of its own. */
export type Vector = {
  name: string;
  /** What a model, a tool or a stranger writes. */
  text: string;
  /** What a renderer without a sanitiser makes of it. */
  html: string;
};

/** The name of the function that a vector calls when it runs; a test provides it. */
export const runMark = "vectorRan";

type Write = (script: string) => string;
const encoded = (script: string) =>
  [...script].map((character) => `&#${character.codePointAt(0)};`).join("");
const link = (address: string) => `<a href="${address}">x</a>`;

const elements: Record<string, Write> = {
  script: (script) => `<script>${script}</script>`,
  "script-case": (script) => `<ScRiPt >${script}</sCrIpT>`,
  "script-slash": (script) => `<script/x>${script}</script>`,
  "script-nonce": (script) => `<script nonce="">${script}</script>`,
  "script-data": (script) => `<script src="data:text/javascript,${script}"></script>`,
  "script-module": (script) => `<script type="module">${script}</script>`,
  "script-in-svg": (script) => `<svg><script>${script}</script></svg>`,
  "script-in-svg-entities": (script) => `<svg><script>${encoded(script)}</script></svg>`,
  "script-after-title": (script) => `</title><script>${script}</script>`,
  "script-after-textarea": (script) => `</textarea><script>${script}</script>`,
  "script-after-style": (script) => `</style><script>${script}</script>`,
  "script-after-comment": (script) => `--><script>${script}</script>`,
  "script-after-script": (script) => `</script><script>${script}</script>`,
  "script-after-attribute": (script) => `"><script>${script}</script>`,
  "script-in-noscript": (script) => `<noscript><p title="</noscript><script>${script}</script>">`,
  "template-shadow": (script) =>
    `<div><template shadowrootmode="open"><img src="x:" onerror="${script}"></template></div>`,
  "iframe-srcdoc": (script) => `<iframe srcdoc="<script>parent.${script}</script>"></iframe>`,
  "iframe-javascript": (script) => `<iframe src="javascript:parent.${script}"></iframe>`,
};

const handlers: Record<string, Write> = {
  "img-onerror": (script) => `<img src="x:" onerror="${script}">`,
  "img-onerror-bare": (script) => `<img/src="x:"/onerror=${script}>`,
  "img-onerror-entities": (script) => `<img src="x:" onerror="${encoded(script)}">`,
  "img-onerror-doubled": (script) => `<<img src="x:" onerror="${script}"//>`,
  "svg-onload": (script) => `<svg onload="${script}">`,
  "svg-onload-newline": (script) => `<svg\nonload\n=\n"${script}">`,
  "svg-animate": (script) => `<svg><animate onbegin="${script}" attributeName="x" dur="1s"></svg>`,
  "details-ontoggle": (script) => `<details open ontoggle="${script}">x</details>`,
  "input-onfocus": (script) => `<input autofocus onfocus="${script}">`,
  "video-onerror": (script) => `<video><source onerror="${script}"></video>`,
  "audio-onerror": (script) => `<audio src="x:" onerror="${script}"></audio>`,
  "style-onload": (script) => `<style onload="${script}"></style>`,
  "link-onerror": (script) => `<link rel="stylesheet" href="x:" onerror="${script}">`,
  "iframe-onload": (script) => `<iframe onload="${script}"></iframe>`,
  onanimationstart: (script) =>
    `<style>@keyframes k{}p{animation:k 1ms}</style><p onanimationstart="${script}">x</p>`,
  onmouseover: (script) => `<b onmouseover="${script}">x</b>`,
  onclick: (script) => `<b onclick="${script}">x</b>`,
  onpointerdown: (script) => `<b style="position:fixed;inset:0" onpointerdown="${script}">x</b>`,
};

const addresses: Record<string, Write> = {
  "link-javascript": (script) => link(`javascript:${script}`),
  "link-javascript-case": (script) => link(`JaVaScRiPt:${script}`),
  "link-javascript-tab": (script) => link(`java&#9;script:${script}`),
  "link-javascript-newline": (script) => link(`&#10;javascript&#58;${script}`),
  "link-javascript-control": (script) => link(`&#1;javascript:${script}`),
  "link-svg": (script) =>
    `<svg><a xlink:href="javascript:${script}"><text y="20">x</text></a></svg>`,
  "form-action": (script) => `<form action="javascript:${script}"><button>x</button></form>`,
  "button-formaction": (script) =>
    `<form><button formaction="javascript:${script}">x</button></form>`,
};

const markdown: Record<string, (script: string) => [text: string, html: string]> = {
  "md-link": (script) => [`[x](javascript:${script})`, link(`javascript:${script}`)],
  "md-link-angle": (script) => [`[x](<javascript:${script}>)`, link(`javascript:${script}`)],
  "md-link-entity": (script) => [
    `[x](java&Tab;script&colon;${script})`,
    link(`java&Tab;script&colon;${script}`),
  ],
  "md-autolink": (script) => [`<javascript:${script}>`, link(`javascript:${script}`)],
  "md-reference": (script) => [`[x][r]\n\n[r]: javascript:${script}`, link(`javascript:${script}`)],
  "md-image": (script) => [
    `![x](x:"onerror="${script})`,
    `<img alt="x" src="x:" onerror="${script}">`,
  ],
  "md-title": (script) => [
    `[x](https://a.example '"onmouseover="${script}')`,
    `<a href="#" title="" onmouseover="${script}">x</a>`,
  ],
  "md-fence": (script) => [
    `\`\`\`"><img src=x: onerror=${script}>\nx\n\`\`\``,
    `<code class="language-"><img src=x: onerror=${script}></code>`,
  ],
};

const callOf = (name: string) => `${runMark}('${name}')`;

/** Every way known here to make a browser run what an answer says. */
export const vectors: readonly Vector[] = [
  ...[elements, handlers, addresses].flatMap((group) =>
    Object.entries(group).map(([name, write]) => {
      const html = write(callOf(name));
      return { name, text: html, html };
    }),
  ),
  ...Object.entries(markdown).map(([name, write]) => {
    const [text, html] = write(callOf(name));
    return { name, text, html };
  }),
];
