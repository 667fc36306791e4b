// Somebody in a real browser.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";
import { noteAnswer, noteReadByAxe } from "./routes.mjs";
import { password } from "./service.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const wide = { width: 1280, height: 800 };
const narrow = { width: 320, height: 640 };

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
export async function visit(browser, address, { scripts = true, ...more } = {}) {
  const context = await browser.newContext({
    baseURL: address,
    javaScriptEnabled: scripts,
    viewport: wide,
    bypassCSP: false,
    reducedMotion: "reduce",
    ...more,
  });
  context.setDefaultTimeout(process.env.REVIEW_PATIENCE ? Number(process.env.REVIEW_PATIENCE) : 10000);
  const faults = [];
  context.on("response", (answer) => {
    if (answer.request().method() !== "GET") return;
    const { "content-type": type = "", "content-disposition": use = "" } = answer.headers();
    // A file that is taken away is read elsewhere.
    const isPage = answer.status() === 200 && /^text\/html/.test(type) && !/^attachment/.test(use);
    noteAnswer(answer.url(), isPage);
  });
  context.on("request", (request) => {
    if (!request.url().startsWith(address)) faults.push(`asked elsewhere: ${request.url()}`);
  });
  context.on("weberror", (error) => faults.push(`script: ${error.error().message}`));
  context.on("console", (said) => {
    if (said.type() === "error" && !/status of (400|403|404|409|412|429)/.test(said.text())) faults.push(said.text());
  });
  const page = await context.newPage();
  page.on("download", (file) => noteAnswer(file.url(), false));
  return { page, scripts, faults, close: () => context.close() };
}

/** Takes up an invitation, and with it signs in. Of a real store the link asks for a code. */
export async function takeUp(page, { link, code }) {
  await page.goto(link);
  if (code) await page.getByLabel("Code", { exact: true }).fill(code);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByLabel("The same password again").fill(password);
  await page.getByRole("button", { name: "Set password and sign in" }).click();
}

export async function signIn(page, person) {
  await page.getByLabel("Your name here").fill(person);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

/** What axe finds on the page, with the page's own rules about scripts in force. */
export async function barriers(page) {
  const inside = await page.context().newCDPSession(page);
  await inside.send("Runtime.evaluate", { expression: axe });
  const { violations } = await page.evaluate((only) => window.axe.run({ runOnly: only, resultTypes: ["violations"] }), tags);
  await inside.detach();
  noteReadByAxe(page.url());
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
}

/** By how many pixels the page is wider than its window. */
export const overflow = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** What every page has, with scripts or without: a title, one heading, and where something is wrong, what and where. */
async function oughtTo(page) {
  const missing = [];
  const title = await page.title();
  if (!/^.+ – Learning reviews$/.test(title)) missing.push(`title: ${title}`);
  const headings = await page.locator("h1").count();
  if (headings !== 1) missing.push(`${headings} headings of the first level`);
  const raw = /(\b[a-z]+[A-Z][a-z]\w*|\b[A-Z]{2,}_[A-Z_]+\b|\bundefined\b|\bnull\b|\d{4}-\d\d-\d\d)/.exec(await words(page));
  if (raw) missing.push(`not in words: ${raw[0]}`);
  const summary = page.locator(".govuk-error-summary");
  if ((await summary.count()) === 0) return missing;
  if (!title.startsWith("Error: ")) missing.push("the title does not say that something is wrong");
  for (const link of await summary.getByRole("link").all()) {
    const to = await link.getAttribute("href");
    if ((await page.locator(`[id="${to.slice(1)}"]`).count()) !== 1) missing.push(`no field for ${to}`);
  }
  return missing;
}

/** What the page says in its own words: not what was typed, nor what is there to be copied. */
const words = (page) =>
  page.locator("main").evaluate((main) => {
    const copied = [...main.querySelectorAll("pre, .govuk-inset-text")].map((part) => part.innerText);
    return copied.reduce((text, part) => text.replace(part, ""), main.innerText);
  });

let shots = 0;

/** Looks at the page as it stands, and says what it ought not to be: barriers, too wide; leaves a picture of both widths. */
export async function look({ page, scripts }, name) {
  const found = await oughtTo(page);
  if (scripts) {
    if (name.endsWith("-wrong")) {
      const there = await page.evaluate(() => document.activeElement.closest(".govuk-error-summary") !== null);
      if (!there) found.push("the summary of what is wrong is not where the keyboard is");
    }
    found.push(...(await barriers(page)));
    const file = `${String(++shots).padStart(3, "0")}-${name}`;
    await page.screenshot({ path: `${file}.png`, fullPage: true });
    await page.setViewportSize(narrow);
    const wider = await overflow(page);
    if (wider > 0) found.push(`${wider} pixels too wide for a telephone`);
    await page.screenshot({ path: `${file}-320.png`, fullPage: true });
    await page.setViewportSize(wide);
  }
  return found.map((fault) => `${name}: ${fault}`);
}
