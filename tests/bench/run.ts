import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, totalmem } from "node:os";
import type { Browser } from "@playwright/test";
import { makeRepeatedChats } from "../support/repeated-chats.ts";
import { launchBrowser } from "./browser/launch.ts";
import { type BrowserSubject, startBrowserSubjects } from "./browser/subjects.ts";
import type { Figure } from "./figures.ts";
import { measureBrowserHistory } from "./measures/browser-history.ts";
import { measureBrowserMobile } from "./measures/browser-mobile.ts";
import { measureBrowserReload } from "./measures/browser-reload.ts";
import { measureBrowserStream } from "./measures/browser-stream.ts";
import { measureGrowth } from "./measures/growth.ts";
import { measureManyStreams } from "./measures/many-streams.ts";
import { measureOneStream } from "./measures/one-stream.ts";
import { measureStartUp } from "./measures/start-up.ts";
import { plot } from "./plot.ts";
import { startProgram } from "./program.ts";
import { buildMinimal } from "./references/build-minimal.ts";
import { jsonReport, markdownTable } from "./report.ts";
import {
  clientProcessor,
  type Subject,
  startMinimalNext,
  startOurs,
  startRawProxy,
} from "./subjects.ts";

const folder = "bench-results";

async function servers(modelAddress: string): Promise<Figure[]> {
  const subjects: Subject[] = [
    await startRawProxy(modelAddress),
    await startMinimalNext(modelAddress),
    await startOurs(modelAddress),
  ];
  try {
    return [...(await measureOneStream(subjects)), ...(await measureManyStreams(subjects))];
  } finally {
    for (const subject of subjects) await subject.stop();
  }
}

type BrowserMeasure = (browser: Browser, subjects: readonly BrowserSubject[]) => Promise<Figure[]>;

/** One browser, and the pages of this app and of the minimal one. */
const inBrowser = (measure: BrowserMeasure) => async (modelAddress: string) => {
  const browser = await launchBrowser();
  const subjects: BrowserSubject[] = [];
  try {
    const long = await makeRepeatedChats(browser, [500, 5_000]);
    subjects.push(...(await startBrowserSubjects(modelAddress, long)));
    return await measure(browser, subjects);
  } finally {
    await browser.close();
    for (const subject of subjects) await subject.stop();
  }
};

const parts: Record<string, (modelAddress: string) => Promise<Figure[]>> = {
  servers,
  growth: measureGrowth,
  "start-up": (modelAddress) =>
    measureStartUp(
      (from) => startOurs(modelAddress, from),
      () => startMinimalNext(modelAddress),
    ),
  "browser-stream": inBrowser(measureBrowserStream),
  "browser-history": inBrowser(measureBrowserHistory),
  "browser-reload": inBrowser(measureBrowserReload),
  "browser-mobile": inBrowser(measureBrowserMobile),
};

for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));

/** Measures the parts that were named, or all of them, and writes what came out to a folder. */
export async function run(names: readonly string[]): Promise<void> {
  buildMinimal();
  const model = startProgram(["node", "tests/bench/model-server.ts"], {
    processor: clientProcessor,
  });
  const modelAddress = `http://127.0.0.1:${await model.line()}`;
  const figures: Figure[] = [];
  try {
    for (const [name, measure] of Object.entries(parts)) {
      if (names.length > 0 && !names.includes(name)) continue;
      console.error(`Measuring ${name}…`);
      figures.push(...(await measure(modelAddress)));
    }
  } finally {
    await model.stop();
  }
  const machine = {
    processors: availableParallelism(),
    processor: cpus()[0]?.model,
    memoryInGigabytes: Math.round(totalmem() / 1e9),
    node: process.version,
    commit: String(execFileSync("git", ["rev-parse", "--short", "HEAD"])).trim(),
  };
  mkdirSync(folder, { recursive: true });
  const table = markdownTable(figures);
  writeFileSync(`${folder}/figures.json`, jsonReport(figures, machine));
  writeFileSync(`${folder}/figures.md`, table);
  writeFileSync(`${folder}/figures.svg`, plot(figures));
  console.log(table);
}
