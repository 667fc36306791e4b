// What people do with the pages, in Chromium over a real service. Each journey with and without scripts.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { appCode } from "./app_code.mjs";
import { password, startService } from "./service.mjs";
import { barriers, overflow, startBrowser, takeUp, visit } from "./visitor.mjs";

let service;
let browser;

before(async () => {
  service = await startService();
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
  await service?.stop();
});

/** A coordinator who has just signed in; nothing may go wrong in the window until it is closed. */
async function coordinator(person, wish, journey) {
  const visitor = await visit(browser, service.address, wish);
  try {
    await takeUp(visitor.page, await service.invite(person, "coordinator"));
    await journey(visitor.page);
    assert.deepEqual(visitor.faults, []);
  } finally {
    await visitor.close();
  }
}

/** Goes on from a page of the incident, and looks for barriers on the way. */
async function saveAndContinue(page, found) {
  found.push(...(await barriers(page)).map((barrier) => `${new URL(page.url()).pathname}: ${barrier}`));
  await page.getByRole("button", { name: "Save and continue" }).last().click();
}

async function logPageByPage(page) {
  const found = [];
  const task = (name) => page.getByRole("link", { name, exact: true }).click();
  const look = async (name) => {
    found.push(...(await barriers(page)).map((barrier) => `${name}: ${barrier}`));
    await page.screenshot({ path: `incident-${name}.png`, fullPage: true });
    const wider = await overflow(page);
    if (wider > 0) found.push(`${name}: ${wider} pixels too wide`);
  };
  await page.goto("/incident");
  await look("start");
  await page.getByRole("button", { name: "Start now" }).click();
  await page.getByText("Cannot start yet").waitFor();
  await look("tasks");
  await task("When it happened");
  await fillDay(page, /When did the incident happen/, ["18", "11", "2026"]);
  await saveAndContinue(page, found);
  await page.getByLabel(/^What happened/).fill("An invented incident.");
  await look("what");
  await page.getByRole("button", { name: "Save and come back later" }).click();
  await page.getByText("Your answers are kept for 30 days").waitFor();
  await task("When it became known");
  await saveAndContinue(page, found);
  await page.getByRole("alert").getByRole("heading", { name: "There is a problem" }).waitFor();
  await look("error");
  await fillDay(page, /When did the local authority become aware/, ["19", "11", "2026"]);
  await saveAndContinue(page, found);
  await task("Harm and abuse or neglect");
  await page.getByRole("group", { name: /What happened|gravest harm/ }).getByLabel("Serious harm").check();
  await page.getByRole("group", { name: /Is abuse or neglect known/ }).getByLabel("Suspected", { exact: true }).check();
  await look("harm");
  await saveAndContinue(page, found);
  await task("Add a child");
  await page.getByLabel(/^Pseudonym/).fill("Child Birch");
  await look("child");
  await saveAndContinue(page, found);
  await saveAndContinue(page, found);
  await look("care");
  await saveAndContinue(page, found);
  await look("identity");
  await saveAndContinue(page, found);
  await task("Where it happened");
  await page.getByLabel(/^In which local authority/).fill("example-borough");
  await saveAndContinue(page, found);
  await task("Safety of this child and siblings now");
  await page.getByLabel("Child Birch").check();
  await page.getByLabel(/confirmed/i).fill("a-social-worker");
  await look("safety");
  await saveAndContinue(page, found);
  await look("tasks-done");
  await task("Check your answers and log the incident");
  await page.getByRole("heading", { name: "What starts when you log it" }).waitFor();
  await look("check");
  if (await page.getByLabel("Why is this not one of them?").isVisible()) {
    await page.getByLabel("Why is this not one of them?").fill("Another family.");
  }
  await page.getByRole("button", { name: "Log the incident" }).click();
  await page.getByText("Tell the National Panel by the end of Thursday 26 November 2026").waitFor();
  await look("logged");
  await page.getByRole("link", { name: "Copy the summary into the national form" }).click();
  await page.getByText("Date the local authority became aware: Thursday 19 November 2026").waitFor();
  await look("national-form");
  assert.deepEqual(found, []);
}

async function fillDay(page, group, [day, month, year]) {
  const boxes = page.getByRole("group", { name: group });
  await boxes.getByLabel("Day").fill(day);
  await boxes.getByLabel("Month").fill(month);
  await boxes.getByLabel("Year").fill(year);
}

async function logAnIncident(page) {
  await page.getByRole("link", { name: "Log an incident" }).click();
  await page.getByRole("link", { name: "Incident logged" }).click();
  await page.getByRole("link", { name: "Answer everything on one page instead" }).click();
  await fillDay(page, /When did the incident happen/, ["18", "11", "2026"]);
  await fillDay(page, /When did the local authority become aware/, ["19", "11", "2026"]);
  await page.getByRole("group", { name: "What happened?", exact: true }).getByLabel("Serious harm").check();
  await page.getByRole("group", { name: /Is abuse or neglect known/ }).getByLabel("Suspected", { exact: true }).check();
  await page.getByLabel(/^Pseudonym/).first().fill("Child Q");
  await page.getByRole("button", { name: "Continue" }).click();
}

for (const scripts of [true, false]) {
  const how = scripts ? "with scripts" : "without scripts";
  const person = (name) => `${name}-${scripts ? "1" : "2"}`;

  describe(how, () => {
    test("an officer logs an incident, sees what it starts, and finds out why a date is what it is", () =>
      coordinator(person("a-officer"), { scripts }, async (page) => {
        await logAnIncident(page);
        await page.getByRole("heading", { name: "What it changes" }).waitFor();
        await page.getByRole("row", { name: /Notify the Panel/ }).getByText("26 November 2026").first().waitFor();
        await page.getByRole("button", { name: "Record" }).click();
        assert.match(new URL(page.url()).pathname, /^\/cases\/26-\d{4}\/logged$/);
        await page.getByText("Tell the National Panel by the end of Thursday 26 November 2026").waitFor();
        await page.getByRole("link", { name: /^Go to case/ }).click();
        await page.getByText("Child Q").first().waitFor();
        await page.goto(`${page.url()}/clocks/notify-panel`);
        await page.getByRole("row", { name: /Saturday 21 November 2026|Sat(urday)? 21 November/ }).waitFor();
        await page.getByText("Working Together to Safeguard Children").first().waitFor();
      }));

    // Without scripts tests/web/incident.cpp goes the same way.
    if (scripts) {
      test("an officer logs an incident one thing a page, leaves it and comes back, and copies it for the national form", () =>
        coordinator(person("g-officer"), { scripts }, (page) => logPageByPage(page)));
    }

    test("what is missing is said at the top and at the field, and nothing typed is lost", () =>
      coordinator(person("b-officer"), { scripts }, async (page) => {
        await page.goto("/cases/log/incidentLogged");
        await page.getByLabel(/^Pseudonym/).first().fill("Child R");
        await page.getByRole("button", { name: "Continue" }).click();
        const summary = page.getByRole("alert");
        await summary.getByRole("heading", { name: "There is a problem" }).waitFor();
        assert.match(await page.title(), /^Error: /);
        assert.equal(await page.getByLabel(/^Pseudonym/).first().inputValue(), "Child R");
        const link = summary.getByRole("link").first();
        const field = (await link.getAttribute("href")).slice(1);
        await link.click();
        assert.equal(await page.evaluate(() => document.activeElement.id || location.hash.slice(1)), field);
      }));

    test("two officers record at the same time: the second is told, keeps what was typed, and goes on", () =>
      coordinator(person("c-officer"), { scripts }, async (page) => {
        const note = async (words) => {
          await page.goto("/cases/26-0001/add/noteAdded");
          await page.locator("[name='noteAdded.text']").fill(words);
          await page.getByRole("button", { name: "Continue" }).click();
        };
        await note("The first to begin.");
        const other = await visit(browser, service.address, { scripts });
        await takeUp(other.page, await service.invite(person("c-colleague"), "coordinator"));
        await other.page.goto("/cases/26-0001/add/noteAdded");
        await other.page.locator("[name='noteAdded.text']").fill("The first to record.");
        await other.page.getByRole("button", { name: "Continue" }).click();
        await other.page.getByRole("button", { name: "Record" }).click();
        await other.close();

        await page.getByRole("button", { name: "Record" }).click();
        await page.getByRole("heading", { name: "New since you opened the form" }).waitFor();
        await page.getByText(`recorded by ${person("c-colleague")}`).waitFor();
        await page.getByText("The first to begin.").waitFor();
        await page.getByRole("button", { name: "Go on with what I typed" }).click();
        await page.getByRole("button", { name: "Record" }).click();
        assert.equal(new URL(page.url()).pathname, "/cases/26-0001");
        await page.getByRole("link", { name: "Note added" }).first().waitFor();
      }));

    test("whoever signs out is out, and comes back to the page that was wanted", () =>
      coordinator(person("d-officer"), { scripts }, async (page) => {
        await page.getByRole("button", { name: "Sign out" }).click();
        await page.goto("/cases/26-0001");
        assert.equal(new URL(page.url()).pathname, "/sign-in");
        await page.getByLabel("Your name here").fill(person("d-officer"));
        await page.getByLabel("Password").fill(password);
        await page.getByRole("button", { name: "Sign in" }).click();
        assert.equal(new URL(page.url()).pathname, "/cases/26-0001");
      }));

    test("a second step is set up with an app, and a recovery code lets in whoever has lost it", () =>
      coordinator(person("g-officer"), { scripts }, async (page) => {
        const look = async (name) => {
          await page.screenshot({ path: `${name}.png`, fullPage: true });
          if (scripts) assert.deepEqual(await barriers(page), []);
        };
        await page.getByRole("link", { name: /^Your account/ }).click();
        await page.getByRole("link", { name: "Set up the second step" }).click();
        await page.getByRole("button", { name: "Start" }).click();
        const picture = page.getByAltText(/^QR code/);
        assert.ok(await picture.evaluate((image) => image.decode().then(() => image.naturalWidth > 100)));
        await look("second-step-set-up");
        await page.getByLabel("Code").fill("000000");
        await page.getByRole("button", { name: "Turn on the second step" }).click();
        await page.getByRole("link", { name: /^This is not the code/ }).waitFor();
        const key = await page.locator("strong.review-reference").textContent();
        await page.getByLabel("Code").fill(appCode(key));
        await page.getByRole("button", { name: "Turn on the second step" }).click();
        await page.getByRole("heading", { name: "Keep your recovery codes" }).waitFor();
        await look("recovery-codes");
        const recovery = await page.locator("main li").first().textContent();
        await page.getByRole("button", { name: "Sign out" }).click();
        await page.getByLabel("Your name here").fill(person("g-officer"));
        await page.getByLabel("Password").fill(password);
        await page.getByRole("button", { name: "Sign in" }).click();
        await look("sign-in-code");
        await page.getByLabel("Code").fill("000000");
        await page.getByRole("button", { name: "Continue" }).click();
        await page.getByRole("link", { name: /^This code is wrong/ }).waitFor();
        await look("sign-in-code-wrong");
        await page.getByLabel("Code").fill(recovery.toUpperCase());
        await page.getByRole("button", { name: "Continue" }).click();
        await page.getByRole("heading", { name: "What needs you" }).waitFor();
        await page.goto("/account");
        await page.getByText("9 recovery codes left").waitFor();
      }));
  });
}

const pages = {
  home: "/",
  cases: "/cases",
  case: "/cases/26-0001",
  clock: "/cases/26-0001/clocks/rapid-review",
  choose: "/cases/26-0001/add",
  decision: "/cases/26-0001/add/rapidReviewDecided",
  log: "/cases/log",
  incident: "/cases/log/incidentLogged",
  notification: "/cases/26-0001/add/notificationDecided",
  view: "/cases/26-0001/view",
  meetings: "/meetings",
  call: "/meetings/new",
  meeting: "/meetings/m30-0001",
  attendance: "/meetings/m30-0001/add/attendanceRecorded",
  conflict: "/meetings/m30-0001/add/itemConflictDeclared?itemConflictDeclared.item=item-1",
  recommendation: "/meetings/m30-0001/add/itemRecommended?itemRecommended.item=item-1",
  end: "/meetings/m30-0001/add/meetingEnded",
  missing: "/cases/99-9999",
  filtered: "/cases?stage=RAPID_REVIEW&due=late&sort=openedOn-desc",
  "wrong-filter": "/cases?from=soon",
  overview: "/overview",
  search: "/search",
  process: "/process",
  help: "/help",
  accessibility: "/accessibility",
  account: "/account",
  password: "/account/password",
  "second-step": "/account/second-step",
  confirm: "/confirm-it-is-you",
};

/** Calls a meeting, and gives the address of its page. */
async function callAMeeting(page) {
  await page.goto("/meetings/new");
  await page.getByLabel("What is the meeting called?").fill("Rapid review panel");
  await fillDay(page, /On which day is it held/, ["7", "1", "2030"]);
  await page.getByLabel("Other items (optional)").fill("Matters arising");
  await page.getByRole("button", { name: "Call the meeting" }).last().click();
  await page.getByRole("heading", { name: "Rapid review panel" }).waitFor();
  return new URL(page.url()).pathname;
}

test("no page has a barrier that axe finds, and none is wider than a telephone", () =>
  coordinator("e-officer", {}, async (page) => {
    const found = {};
    const meeting = await callAMeeting(page);
    for (const [name, written] of Object.entries(pages)) {
      const address = written.replace("/meetings/m30-0001", meeting);
      await page.setViewportSize({ width: 1100, height: 800 });
      await page.goto(address);
      const here = await barriers(page);
      await page.screenshot({ path: `${name}.png`, fullPage: true });
      await page.setViewportSize({ width: 320, height: 640 });
      const wider = await overflow(page);
      if (wider > 0) here.push(`${wider} pixels too wide at 320`);
      await page.screenshot({ path: `${name}-320.png`, fullPage: true });
      if (here.length > 0) found[name] = here;
    }
    assert.deepEqual(found, {});
  }));

test("the doors have no barrier either", async () => {
  const { page, faults, close } = await visit(browser, service.address);
  const found = {};
  for (const [name, address] of Object.entries({ "sign-in": "/sign-in", invitation: await service.invite("f-officer", "reader"), over: "/invitation/rvw_none", open: "/what-happens" })) {
    await page.goto(address);
    const here = await barriers(page);
    await page.screenshot({ path: `${name}.png`, fullPage: true });
    if (here.length > 0) found[name] = here;
  }
  await close();
  assert.deepEqual(found, {});
  assert.deepEqual(faults, []);
});
