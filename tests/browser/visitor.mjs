// Somebody in a real browser.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";
import { password } from "./service.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

export const startBrowser = () =>
  chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });

/** Opens a window of its own at the service, with or without scripts; collects what should never happen in it. */
export async function visit(browser, address, { scripts = true, width = 1100 } = {}) {
  const context = await browser.newContext({
    baseURL: address,
    javaScriptEnabled: scripts,
    viewport: { width, height: 800 },
    bypassCSP: false,
    reducedMotion: "reduce",
  });
  context.setDefaultTimeout(20000);
  const page = await context.newPage();
  const faults = [];
  page.on("pageerror", (error) => faults.push(`script: ${error.message}`));
  page.on("console", (said) => {
    if (said.type() === "error" && !/status of (400|403|404|409|412|429)/.test(said.text())) faults.push(said.text());
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(address)) faults.push(`asked elsewhere: ${request.url()}`);
  });
  return { page, faults, close: () => context.close() };
}

/** Takes up an invitation, and with it signs in. */
export async function takeUp(page, link) {
  await page.goto(link);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByLabel("The same password again").fill(password);
  await page.getByRole("button", { name: "Set password and sign in" }).click();
}

/** What axe finds on the page, with the page's own rules about scripts in force. */
export async function barriers(page) {
  const inside = await page.context().newCDPSession(page);
  await inside.send("Runtime.evaluate", { expression: axe });
  const { violations } = await page.evaluate((only) => window.axe.run({ runOnly: only }), tags);
  await inside.detach();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
}

/** By how many pixels the page is wider than its window. */
export const overflow = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
