// Who works here: one service, one browser, and people with roles.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { startService } from "./service.mjs";
import { look, startBrowser, takeUp, visit } from "./visitor.mjs";

export const office = { service: undefined, browser: undefined };

export async function openOffice() {
  office.service = await startService();
  office.browser = await startBrowser();
}

export async function closeOffice() {
  await office.browser?.close();
  await office.service?.stop();
}

let failed = 0;
let people = 0;
/** A name that nobody here has yet. */
export const newName = (word) => `${word}-${++people}`;

/** Does something in a window of its own; nothing may go wrong in it until it is closed. */
export async function inWindow(wish, journey, service = () => office.service) {
  const visitor = await visit(office.browser, service().address, wish);
  visitor.look = async (name) => visitor.faults.push(...(await look(visitor, name)));
  try {
    const answer = await journey(visitor);
    assert.deepEqual(visitor.faults, []);
    return answer;
  } catch (error) {
    await visitor.page.screenshot({ path: `failed-${++failed}.png`, fullPage: true }).catch(() => {});
    const there = await visitor.page.locator("main").innerText().catch(() => "");
    error.stack += `\non ${visitor.page.url()}, see failed-${failed}.png. Besides: ${visitor.faults.join("; ")}\nIt says: ${there.slice(0, 400)}`;
    throw error;
  } finally {
    await visitor.close();
  }
}

/** Somebody with a role, who has just signed in. `wish`: scripts, person, agency. */
export const as = (role, wish, journey, service = () => office.service) =>
  inWindow({ scripts: wish.scripts ?? true, ...wish.window }, async (visitor) => {
    visitor.person = wish.person ?? newName(role);
    await takeUp(visitor.page, await service().invite(visitor.person, role, wish.agency));
    return journey(visitor);
  }, service);

/** One journey, gone twice, one after the other, since both may propose the same thing: with scripts and without. */
export function journey(name, go) {
  describe(name, () => {
    test("with scripts", () => go({ scripts: true }));
    test("without scripts", () => go({ scripts: false }));
  });
}

/** A case that the office logged before, as far as a story needs it. */
export async function caseOf(pseudonym, { notified = true, harm = "SERIOUS_HARM" } = {}) {
  const { service } = office;
  const logged = await service.post("/v1/cases", {
    incidentLogged: {
      incidentOn: "2026-11-16",
      localAuthorityAwareOn: "2026-11-17",
      harm,
      abuseOrNeglect: "SUSPECTED",
      children: [{ pseudonym, ageYears: 7 }],
      occurredIn: "example-borough",
      summary: "An invented incident.",
    },
  });
  if (notified) await record(logged.case, { panelNotified: { reference: "EXAMPLE-1" } });
  return logged.case;
}

export const record = (id, entry) => office.service.post(`/v1/cases/${id}/entries`, entry);

/** Records a decision of the office, which names the state of the case that it is about. */
export const decide = async (id, entry) =>
  office.service.post(`/v1/cases/${id}/entries`, entry, (await office.service.get(`/v1/cases/${id}`)).version);

/** Comes in by the link that went to the mailbox, with the newest code that was sent there. */
export async function comeIn(page, link, mailbox) {
  await page.goto(link);
  await page.getByRole("button", { name: "Send me a code" }).click();
  await page.getByLabel("Code").fill(await codeIn(mailbox));
  await page.getByRole("button", { name: "Continue" }).click();
}

/** The newest code that was sent there. */
export async function codeIn(mailbox) {
  const { mails } = await office.service.get("/v1/practice/mails");
  return mails.map((mail) => mail.to === mailbox && /Your code is (\d{6})/.exec(mail.text)).find(Boolean)[1];
}

/** An agency of the register that has one contact: their name in a list of contacts, and their mailbox. */
export async function agencyWithContact(name) {
  const agency = newName(name.toLowerCase().replace(" ", "-"));
  const mailbox = `${agency}@example.org`;
  await office.service.post("/v1/agencies", { agency, name });
  await office.service.post(`/v1/agencies/${agency}/contacts`, { name: `F White of ${agency}`, role: "MAIN", mailbox });
  return { agency, mailbox, contact: `F White of ${agency}, ${name}` };
}
