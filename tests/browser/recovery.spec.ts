import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type OwnServer, startServer } from "../support/own-server";
import { connectSilently } from "./api";
import {
  approvalFor,
  approve,
  ask,
  chatPath,
  expect,
  signInAsGuest,
  test,
  untilAnswered,
} from "./support";
import { expectAudited, openWorld } from "./world";

let server: OwnServer;
let dataDirectory: string;

test.use({ baseURL: "" });
test.beforeEach(async ({ page, consoleErrors }) => {
  test.setTimeout(120_000);
  consoleErrors.allow(
    /ERR_CONNECTION_REFUSED|ERR_EMPTY_RESPONSE|ERR_INCOMPLETE_CHUNKED|ERR_CONNECTION_RESET/,
  );
  dataDirectory = mkdtempSync(join(tmpdir(), "branchline-killed-"));
  server = await startServer({ DATA_DIR: dataDirectory });
  await signInAsGuest(page, server.origin);
});
test.afterEach(() => server.kill());

test("a question outlives kill -9, and its yes is carried out once", async ({ page }) => {
  await connectSilently(page);
  await ask(page, "Create a branch after/kill off main in acme/api");
  await approvalFor(page, /after\/kill/);
  const path = await chatPath(page);
  await server.kill();
  await server.restart();

  await page.goto(`${server.origin}${path}`);
  await approve(page, /after\/kill/);
  await untilAnswered(page);
  const world = await openWorld(page, join(dataDirectory, "sandbox"));
  expect(await world.changeLog()).toHaveLength(1);
  expect((await world.branches("acme/api")).has("after/kill")).toBe(true);
  await expectAudited(page, world);
});
