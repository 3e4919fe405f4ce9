import { expect, type Page } from "@playwright/test";
import { z } from "zod";
import { send } from "./api";
import { answers, messageBox, signInAsGuest, test } from "./support";

const when = "2026-11-23T10:00:00.000Z";

/** Opens a chat in which this was answered, and tells which scripts and styles came with it, in bytes. */
async function openAnswer(page: Page, text: string): Promise<Map<string, number>> {
  const parts = [{ type: "text", text }];
  const made = await send(page, "POST", "/api/chats/import", {
    format: "branchline.chat",
    version: 1,
    title: "Drawn",
    mode: "ask",
    createdAt: when,
    updatedAt: when,
    shown: 2,
    messages: [
      { after: 0, role: "user", parts: [{ type: "text", text: "Please" }] },
      { after: 1, role: "assistant", outcome: { status: "done" }, parts },
    ],
  });
  const { id } = z.object({ id: z.string() }).parse(await made.json());
  const loaded = new Map<string, number>();
  page.on("response", async (response) => {
    const { pathname } = new URL(response.url());
    if (/\.(js|css)$/.test(pathname))
      loaded.set(pathname, (await response.body().catch(() => Buffer.alloc(0))).byteLength);
  });
  await page.goto(`/chat/${id}`);
  await expect(messageBox(page)).toBeVisible();
  await page.waitForLoadState("networkidle");
  return loaded;
}

const total = (loaded: Map<string, number>) =>
  [...loaded.values()].reduce((sum, bytes) => sum + bytes, 0);

test.beforeEach(({ page }) => signInAsGuest(page));

test("formulas are set, money stays money, and what is none stays its source", async ({ page }) => {
  await openAnswer(
    page,
    "Costs $5 and $6.\n\nWith $a^2$ and \\(b_1\\), not `$c$`.\n\n$$\n\\frac{1}{2}\n$$\n\nBad: $\\frac{a}{$",
  );
  const answer = answers(page);
  await expect(answer.locator("math")).toHaveCount(3);
  await expect(answer.locator("mfrac")).toHaveCount(1);
  await expect(answer).toContainText("Costs $5 and $6.");
  await expect(answer.locator("code")).toHaveText(["$c$", "\\frac{a}{"]);
  await expect(answer.locator("[style], script, a, img")).toHaveCount(0);
});

test("a diagram is drawn from shapes and words alone; another kind stays its source", async ({
  page,
}) => {
  const hostile = '"<img src=https://evil.example/x onerror=alert(1)>"';
  await openAnswer(
    page,
    `\`\`\`mermaid\ngraph TD\n  A[${hostile}] --> B{Ok?}\n  click A "javascript:alert(1)"\n\`\`\`\n\n\`\`\`mermaid\npie title Pets\n  "Dogs" : 3\n\`\`\``,
  );
  const drawing = page.getByRole("group", { name: "Diagram" });
  await expect(drawing).toContainText("Ok?");
  await expect(drawing.locator("g polygon").first()).toBeVisible();
  await expect(drawing.locator("[style], style, script, image, foreignObject, a, img")).toHaveCount(
    0,
  );
  await expect(page.getByText("This diagram cannot be drawn here.")).toBeVisible();
});

test("code is coloured in its language, tables have a name, and both keep every character", async ({
  page,
}) => {
  const code = 'const a = "<b>"; // done\n\nreturn a;';
  await openAnswer(
    page,
    `\`\`\`ts\n${code}\n\`\`\`\n\n\`\`\`nonsense\nplain\n\`\`\`\n\n| Name | State |\n|---|---:|\n| api | open |`,
  );
  const [typescript, other] = await page.locator("[data-slot=code-block] code").all();
  await expect(page.locator("[data-slot=code-block] .hljs-keyword").first()).toHaveText("const");
  expect(await typescript?.textContent()).toBe(code);
  expect(await other?.textContent()).toBe("plain");
  await expect(page.getByRole("table", { name: "Table of Name, State" })).toContainText("open");
  await expect(page.getByRole("cell", { name: "open" })).toHaveCSS("text-align", "right");
});

test("nothing of either is fetched for an ordinary answer", async ({ page }) => {
  const ordinary = await openAnswer(page, "It costs $5 and `$6`.\n\n```sh\necho $HOME\n```");
  const before = total(ordinary);
  expect([...ordinary].filter(([, bytes]) => bytes > 250_000)).toEqual([]);
  const other = await page.context().newPage();
  await other.goto("/");
  const formula = await openAnswer(other, "It is $a$.");
  await expect(answers(other).locator("math")).toHaveCount(1);
  expect(total(formula) - before).toBeGreaterThan(200_000);
});
