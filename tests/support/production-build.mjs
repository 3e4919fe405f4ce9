import { ensureBuilt } from "../../scripts/build.mjs";

/** Builds once, before test files that start servers of their own would all try to. */
export default function setup() {
  ensureBuilt();
}
