import { expect, type Page } from "@playwright/test";
import { realPicture } from "../support/picture";
import {
  answers,
  chatPath,
  messageBox,
  sendButton,
  signInAsGuest,
  test,
  untilAnswered,
} from "./support";

const tray = (page: Page) => page.locator('[data-slot="attached"]').getByRole("listitem");
const sent = (page: Page) => page.locator('[data-slot="attachments"]').getByRole("listitem");
const own = (page: Page) => page.getByRole("article", { name: "You" });
const notes = { name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("Two words") };
const shot = { name: "shot.png", mimeType: "image/png", buffer: realPicture };

async function attach(
  page: Page,
  files: Parameters<ReturnType<Page["locator"]>["setInputFiles"]>[0],
) {
  await page
    .getByLabel("Attach text files or pictures")
    .and(page.locator("input"))
    .setInputFiles(files);
}
const ready = (page: Page) => tray(page).and(page.locator('[data-status="ready"]'));

/** Has the page receive files as if they were dropped on the composer, or pasted into it. */
async function hand(page: Page, how: "drop" | "paste", name: string, words: string): Promise<void> {
  await messageBox(page).evaluate(
    (element, { kind, fileName, content }) => {
      const data = new DataTransfer();
      data.items.add(new File([content], fileName));
      const options = { bubbles: true, cancelable: true };
      element.dispatchEvent(
        kind === "drop"
          ? new DragEvent("drop", { ...options, dataTransfer: data })
          : new ClipboardEvent("paste", { ...options, clipboardData: data }),
      );
    },
    { kind: how, fileName: name, content: words },
  );
}

test.beforeEach(({ page }) => signInAsGuest(page));

test("files are chosen, dropped and pasted, kept over a reload, removed, sent, and read by the model", async ({
  page,
}) => {
  await attach(page, [notes, shot]);
  await hand(page, "drop", "dropped.md", "# Dropped");
  await hand(page, "paste", "pasted.json", "{}");
  await expect(ready(page)).toHaveCount(4);
  const picture = tray(page).filter({ hasText: "shot.png" }).locator("img");
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBe(3);

  await messageBox(page).fill("What is this?");
  await page.reload();
  await expect(ready(page)).toHaveCount(4);
  await expect(messageBox(page)).toHaveValue("What is this?");
  await page.getByRole("button", { name: "Remove dropped.md" }).click();
  await expect(tray(page)).toHaveCount(3);

  await messageBox(page).press("Enter");
  await chatPath(page);
  await untilAnswered(page);
  await expect(tray(page)).toHaveCount(0);
  await expect(sent(page)).toHaveCount(3);
  await expect(answers(page)).toContainText("notes.txt: text, 9 bytes");
  await expect(answers(page)).toContainText(`shot.png: image/png, ${realPicture.byteLength} bytes`);
  await expect(answers(page)).toContainText("pasted.json: text, 2 bytes");

  await page.reload();
  await expect(sent(page)).toHaveCount(3);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Save the file notes.txt" }).click();
  expect((await download).suggestedFilename()).toBe("notes.txt");
});

test("a picture alone can be sent, opens apart, and stays when the message is edited", async ({
  page,
  consoleErrors,
}) => {
  // What records the trace is put into the browser's page around the picture, too.
  consoleErrors.allow(/^Blocked script execution in .*\/api\/attachments\//);
  await attach(page, shot);
  await expect(ready(page)).toHaveCount(1);
  await sendButton(page).click();
  await chatPath(page);
  await untilAnswered(page);
  const [apart] = await Promise.all([
    page.context().waitForEvent("page"),
    page.getByRole("link", { name: "Open the picture shot.png" }).click(),
  ]);
  await apart.waitForLoadState();
  expect(await apart.locator("img").evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(
    3,
  );
  await apart.close();

  await own(page).first().hover();
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  const editor = page.getByRole("textbox", { name: "Your message, to be edited" });
  await editor.fill("And this?");
  await editor.press("Enter");
  await expect(own(page)).toHaveText(/And this\?/);
  await untilAnswered(page);
  await expect(sent(page)).toHaveCount(1);
  await expect(answers(page)).toContainText("shot.png: image/png");
});

test("what cannot be attached says why, and nothing is sent without it", async ({ page }) => {
  const program = {
    name: "a.exe",
    mimeType: "text/plain",
    buffer: Buffer.from([0x7f, 0x45, 0, 0xff]),
  };
  await attach(page, [program]);
  await expect(tray(page)).toContainText("neither UTF-8 text nor a PNG");
  await messageBox(page).fill("Run this");
  await expect(sendButton(page)).toBeDisabled();
  await page.getByRole("button", { name: "Remove a.exe" }).click();
  await expect(sendButton(page)).toBeEnabled();
  await attach(
    page,
    Array.from({ length: 7 }, (_, index) => ({ ...notes, name: `${index}.txt` })),
  );
  await expect(tray(page)).toHaveCount(5);
  await expect(page.getByText("2 files were left out")).toBeVisible();
});

test("an upload that fails can be tried again", async ({ page, consoleErrors }) => {
  consoleErrors.allow(/ERR_FAILED|ERR_INTERNET/);
  await page.route("**/api/attachments/*", (route) => route.abort());
  await attach(page, notes);
  await expect(tray(page)).toContainText("Not attached: Branchline could not be reached.");
  await page.unroute("**/api/attachments/*");
  await tray(page).getByRole("button", { name: "Try again" }).click();
  await expect(ready(page)).toHaveCount(1);
});
