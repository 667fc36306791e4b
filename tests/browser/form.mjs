// How people fill in forms and take files away: by the words beside the fields, and of the links.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";

export async function fillDay(page, group, [day, month, year]) {
  const boxes = page.getByRole("group", { name: group });
  await boxes.getByLabel("Day").fill(String(day));
  await boxes.getByLabel("Month").fill(String(month));
  await boxes.getByLabel("Year").fill(String(year));
}

/** One of several answers, by the words of the question. */
export const choose = (page, question, answer) =>
  page.getByRole("group", { name: question }).getByLabel(answer, { exact: true }).first().check();

export const press = (page, name) => page.getByRole("button", { name }).last().click();

/** Goes on to what would change, and records it. */
export async function recordIt(page) {
  await press(page, "Continue");
  await page.getByRole("heading", { name: "What it changes" }).waitFor();
  await press(page, "Record");
}

/** Goes where the menu leads by the page of all places. */
export async function goByMore(page, name) {
  await page.getByRole("navigation", { name: "Menu" }).getByRole("link", { name: "More", exact: true }).click();
  await page.getByRole("main").getByRole("link", { name, exact: true }).click();
}

/** The path of the page that is open. */
export const here = (page) => new URL(page.url()).pathname;

/** Follows the first link of these words on the page itself. */
export const follow = (page, name) => page.getByRole("main").getByRole("link", { name }).first().click();

/** The file that the first link of these words gives to whoever follows it. A PDF takes its time. */
export async function takeFile(page, name) {
  const [file] = await Promise.all([page.waitForEvent("download", { timeout: 60_000 }), follow(page, name)]);
  return readFile(await file.path());
}

/** How a file begins that is what its link says. */
const begins = {
  odt: /^PK.{28}mimetypeapplication\/vnd\.oasis\.opendocument\.text/s,
  xlsx: /^PK/,
  pdf: /^%PDF-/,
};

/** Takes an OpenDocument text, a workbook or a PDF, and checks that it is one. */
export async function takePaper(page, name, kind) {
  const file = await takeFile(page, name);
  assert.match(file.toString("latin1"), begins[kind], `${name}`);
}
