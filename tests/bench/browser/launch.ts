import { type Browser, type CDPSession, type Cookie, chromium, type Page } from "@playwright/test";
import { systemBrowser } from "../../support/system-browser.ts";
import { observe } from "./observe.ts";

/** A page of its own browser context: nothing is cached, nothing was there before. */
export type Visit = { page: Page; session: CDPSession; close(): Promise<void> };

export function launchBrowser(): Promise<Browser> {
  const executablePath = systemBrowser();
  return chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ["--no-sandbox", "--disable-background-networking"],
  });
}

type VisitOptions = {
  cookies?: readonly Cookie[];
  /** A processor four times as slow, and a slow 4G network, on a small screen. */
  mobile?: boolean;
};

const screens = {
  desktop: { viewport: { width: 1280, height: 800 } },
  mobile: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
};

/** Lighthouse's slow 4G: latency in milliseconds, throughput in bytes per second. */
const slowNetwork = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
};

export async function visit(
  browser: Browser,
  { cookies = [], mobile = false }: VisitOptions = {},
): Promise<Visit> {
  const context = await browser.newContext(screens[mobile ? "mobile" : "desktop"]);
  await context.addCookies([...cookies]);
  await context.addInitScript(observe);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable");
  if (mobile) {
    await session.send("Network.enable");
    await session.send("Network.emulateNetworkConditions", slowNetwork);
    await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  }
  return { page, session, close: () => context.close() };
}
