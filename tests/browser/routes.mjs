// The table of pages, as the service itself has it, and which of them somebody opened here.
import { readFileSync } from "node:fs";
import { join } from "node:path";

const { pages } = JSON.parse(readFileSync(join(process.env.REVIEW_BUILD, "pages.json"), "utf8"));
const parts = (path) => path.split("/").slice(1);
const isParameter = (part) => part.startsWith("{");

function fits(pattern, path) {
  const [wanted, given] = [parts(pattern), parts(path)];
  return wanted.length === given.length && wanted.every((part, i) => isParameter(part) || part === given[i]);
}

// Literal parts win from the left, as in the service.
const rank = (pattern) => parts(pattern).map((part) => (isParameter(part) ? "1" : "0")).join("");

/** The row of the table that answers GET for this address; undefined where there is none. */
export function pageOf(address) {
  const { pathname } = new URL(address);
  const found = pages.filter((pattern) => fits(pattern, pathname));
  return found.sort((one, other) => rank(one).localeCompare(rank(other)))[0];
}

/** What was opened at all; what answered with a page; what axe has read. */
export const opened = new Set();
const answeredAsPage = new Set();
const readByAxe = new Set();

export function noteAnswer(address, isPage) {
  const page = pageOf(address);
  if (!page) return;
  opened.add(page);
  if (isPage) answeredAsPage.add(page);
}

export function noteReadByAxe(address) {
  const page = pageOf(address);
  if (page) readByAxe.add(page);
}

export const neverOpened = () => pages.filter((page) => !opened.has(page));
export const neverReadByAxe = () => pages.filter((page) => answeredAsPage.has(page) && !readByAxe.has(page));
