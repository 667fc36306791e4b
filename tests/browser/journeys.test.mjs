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

async function fillDay(page, group, [day, month, year]) {
  const boxes = page.getByRole("group", { name: group });
  await boxes.getByLabel("Day").fill(day);
  await boxes.getByLabel("Month").fill(month);
  await boxes.getByLabel("Year").fill(year);
}

async function logAnIncident(page) {
  await page.getByRole("link", { name: "Log an incident" }).click();
  await page.getByRole("link", { name: "Incident logged" }).click();
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
        assert.match(new URL(page.url()).pathname, /^\/cases\/26-\d{4}$/);
        await page.getByText("Child Q").first().waitFor();
        await page.goto(`${page.url()}/clocks/notify-panel`);
        await page.getByRole("row", { name: /Saturday 21 November 2026|Sat(urday)? 21 November/ }).waitFor();
        await page.getByText("Working Together to Safeguard Children").first().waitFor();
      }));

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
  missing: "/cases/99-9999",
  account: "/account",
  password: "/account/password",
  "second-step": "/account/second-step",
  confirm: "/confirm-it-is-you",
};

test("no page has a barrier that axe finds, and none is wider than a telephone", () =>
  coordinator("e-officer", {}, async (page) => {
    const found = {};
    for (const [name, address] of Object.entries(pages)) {
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
  for (const [name, address] of Object.entries({ "sign-in": "/sign-in", invitation: await service.invite("f-officer", "reader"), over: "/invitation/rvw_none" })) {
    await page.goto(address);
    const here = await barriers(page);
    await page.screenshot({ path: `${name}.png`, fullPage: true });
    if (here.length > 0) found[name] = here;
  }
  await close();
  assert.deepEqual(found, {});
  assert.deepEqual(faults, []);
});
