import type { SandboxIdentity } from "../../contract";
import { callbackWithOutcome } from "../accounts/callback";
import type { StoredAccount } from "../store/schema";
import type { Toolkit } from "../toolkit";
import { documentResponse } from "./document";
import { html, type Markup } from "./html";

function person(identity: SandboxIdentity, isChecked: boolean): Markup {
  const checked = isChecked ? html` checked` : html``;
  return html`<label class="person"><input type="radio" name="identity" value="${identity.username}" required${checked}><div><strong>${identity.displayName}</strong><span>@${identity.username}</span></div></label>`;
}

/** Asks for consent. `problem` says what was wrong with the answer before. */
export function consentPage(
  account: StoredAccount,
  toolkit: Toolkit,
  problem: string | null,
): Response {
  const callback = account.link.callbackUrl;
  const destination = callback === null ? null : new URL(callback).host;
  const content = html`<h1>Allow access to ${toolkit.name}?</h1>
<p class="lead">${destination === null ? "An application" : `The application at ${destination}`} asks to work in ${toolkit.name} in your name.</p>
${problem === null ? html`` : html`<p class="problem" role="alert">${problem}</p>`}
<h2>It will be able to</h2>
<ul>
${toolkit.permissions.map(({ title, description }) => html`<li><strong>${title}</strong><span>${description}</span></li>`)}
</ul>
<form method="post">
<fieldset>
<legend>Continue as</legend>
${toolkit.identities.map((identity, index) => person(identity, index === 0))}
</fieldset>
<div class="actions">
<button name="decision" value="deny" formnovalidate>Deny</button>
<button class="primary" name="decision" value="allow">Allow</button>
</div>
</form>
<p class="small">${destination === null ? "This link works once, for 10 minutes." : `Afterwards you return to ${destination}. This link works once, for 10 minutes.`}</p>`;
  return documentResponse({
    title: `Allow access to ${toolkit.name}?`,
    content,
    toolkitName: toolkit.name,
    status: problem === null ? 200 : 400,
    callback,
  });
}

/** Says how it ended, for a link that leads back nowhere. */
export function decidedPage(toolkit: Toolkit, isAllowed: boolean): Response {
  const title = isAllowed ? `${toolkit.name} is connected` : "Access was denied";
  const content = html`<h1>${title}</h1>
<p class="lead">${isAllowed ? "You can close this tab and go back to where you came from." : "Nothing was connected. You can close this tab."}</p>`;
  return documentResponse({
    title,
    content,
    toolkitName: toolkit.name,
    status: 200,
    callback: null,
  });
}

const endedTexts = {
  unknown: {
    status: 404,
    title: "This link does not exist",
    text: "It may have been copied incompletely, or it was replaced by a newer one.",
  },
  used: {
    status: 410,
    title: "This link has been used",
    text: "Each link works once. Ask the application for a new one to connect again.",
  },
  expired: {
    status: 410,
    title: "This link has expired",
    text: "Links work for 10 minutes. Ask the application for a new one.",
  },
} as const;

/** A link that asks nothing any more. An expired one leads back, so that the application learns of it. */
export function endedPage(
  toolkit: Toolkit,
  reason: keyof typeof endedTexts,
  account: StoredAccount | null,
): Response {
  const { status, title, text } = endedTexts[reason];
  const callback = reason === "expired" ? account?.link.callbackUrl : null;
  const wayBack =
    account && callback
      ? html`<div class="actions"><a class="button primary" href="${callbackWithOutcome(callback, { status: "failed", accountId: account.id })}">Back to ${new URL(callback).host}</a></div>`
      : html``;
  const content = html`<h1>${title}</h1>
<p class="lead">${text}</p>${wayBack}`;
  return documentResponse({
    title,
    content,
    toolkitName: toolkit.name,
    status,
    callback: null,
  });
}
