// What the journeys did not come by; and that nothing is left.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { takeFile, takePaper } from "./form.mjs";
import { as, inWindow } from "./office.mjs";
import { neverOpened, neverReadByAxe, noteAnswer } from "./routes.mjs";

test("what explains, and is open to everybody, has no barrier", () =>
  inWindow({}, async ({ page, look }) => {
    for (const address of ["/what-happens", "/help", "/accessibility"]) {
      await page.goto(address);
      await look(address.slice(1));
    }
  }));

test("what is not there, and what is not for a reader, is said calmly", () =>
  as("reader", {}, async ({ page, look }) => {
    await look("home-of-a-reader");
    for (const [name, address, status] of [
      ["missing-case", "/cases/99-9999", 404],
      ["missing-page", "/nowhere", 404],
      ["not-for-a-reader", "/cases/26-0005/add/noteAdded", 403],
      ["case-of-a-reader", "/cases/26-0005", 200],
      ["documents-of-a-reader", "/cases/26-0005/documents", 200],
      ["proceedings-of-a-reader", "/cases/26-0005/proceedings", 200],
      ["process", "/process", 200],
      ["all-pages", "/more", 200],
    ]) {
      const answer = await page.goto(address);
      assert.equal(answer.status(), status, address);
      await look(name);
    }
  }));

test("a report is checked before publication on a page without barriers", () =>
  as("coordinator", {}, async ({ page, look }) => {
    await page.goto("/cases/26-0005/reviews/review-1/rehearsal");
    await look("rehearsal");
    await page.getByRole("button", { name: "Check the report" }).click();
    await look("rehearsal-wrong");
  }));

test("reminders in a calendar, and how long reports have been held, are told on pages without barriers", () =>
  as("coordinator", {}, async ({ page, look }) => {
    await page.goto("/reminders/calendar");
    await look("calendar");
    await page.getByRole("button", { name: /address/i }).first().click();
    await look("calendar-made");
    const feed = (await page.content()).match(/\/feeds\/[^"\s<]+\.ics/)[0];
    const opened = await page.request.get(feed);
    assert.equal(opened.status(), 200);
    noteAnswer(opened.url(), false);
    await page.goto("/held");
    await look("held");
    const list = page.getByRole("link", { name: "Download as a spreadsheet (CSV)" });
    const [download] = await Promise.all([page.waitForEvent("download"), list.click()]);
    assert.match(await readFile(await download.path(), "utf8"), /OFFICIAL-SENSITIVE/);
    await page.locator("main table a").first().click();
    await look("embargo");
    await page.getByRole("button", { name: "Extend the embargo" }).click();
    await look("embargo-wrong");
  }));

test("actions, recommendations and a round of monitoring are told on pages without barriers", () =>
  as("coordinator", {}, async ({ page, look }) => {
    await page.goto("/actions");
    await look("actions");
    assert.match(`${await takeFile(page, "Download as a spreadsheet (CSV)")}`, /OFFICIAL-SENSITIVE/);
    await page.getByLabel("How it stands").selectOption({ label: "Red: off track" });
    await page.getByRole("button", { name: "Show these" }).click();
    await page.waitForURL(/progress=RED/);
    await look("actions-red");
    await page.goto("/recommendations");
    await look("recommendations");
    assert.match(`${await takeFile(page, "Download as a spreadsheet (CSV)")}`, /OFFICIAL-SENSITIVE/);
    await page.goto("/actions/monitoring");
    await look("monitoring");
    assert.match(`${await takeFile(page, "Download this round as a spreadsheet (CSV)")}`, /OFFICIAL-SENSITIVE/);
    for (const paper of ["Exception report, for the group", "Headlines, for the board"]) {
      await takePaper(page, `${paper} (OpenDocument text)`, "odt");
      await takePaper(page, `${paper} (PDF)`, "pdf");
    }
    await page.goto("/cases/26-0005/add/actionAgreed");
    await page.getByLabel("What is to be done?").fill("Raise awareness of neglect.");
    await page.getByRole("button", { name: "Check the wording" }).click();
    await page.getByText("Is it specific?").waitFor();
    await look("action-advice");
  }));

test("the letters of a case say what is missing on a page without barriers, and open as what they are", () =>
  as("coordinator", {}, async ({ page, look }) => {
    await page.goto("/cases/26-0005/letters");
    await page.locator("summary").first().click();
    await look("letters");
    await takePaper(page, /^OpenDocument text of/, "odt");
    await takePaper(page, /^PDF of/, "pdf");
  }));

test("every page of the service was opened, and every page that people read was read by axe", () => {
  assert.deepEqual(neverOpened(), []);
  assert.deepEqual(neverReadByAxe(), []);
});
