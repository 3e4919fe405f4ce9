import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { dispatch } from "../support/fake-wire";
import { startServer } from "../support/own-server";
import { signIn, signUp } from "./person";
import { Reader } from "./reader";
import { serviceSettings, startServices } from "./services";

declare module "vitest" {
  interface ProvidedContext {
    /** An installation at rest, to be copied: its folder, and the session of somebody who has connected Bitbucket. */
    installation: { directory: string; email: string; cookie: string };
  }
}

/**
 * Makes one installation by the ways a person takes – an account, a connection, a first look around – because a new database
 * and a new Bitbucket take seconds, and copies of them do not.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const directory = await mkdtemp(join(tmpdir(), "branchline-faults-"));
  await using services = await startServices(join(directory, "sandbox"));
  const server = await startServer({
    DATA_DIR: join(directory, "data"),
    HOME: directory,
    ...serviceSettings(services.network.origin),
  });
  try {
    const email = await signUp(server.origin);
    const person = await signIn(server.origin, email);
    await person.connectBitbucket();
    services.model.script = ({ results }) =>
      results === 0
        ? { calls: [dispatch(["BITBUCKET_GET_USER_WORKSPACES", {}])] }
        : { text: "Hi." };
    const message = { id: crypto.randomUUID(), text: "Where am I?" };
    await new Reader(await person.send(crypto.randomUUID(), message)).over;
    await server.terminate();
    project.provide("installation", { directory, email, cookie: person.cookie });
  } finally {
    await server.kill();
  }
  return () => rm(directory, { recursive: true, force: true });
}
