// A report is held: two people place an embargo, go on with it from its reminder, name its readers and lift it.
import assert from "node:assert/strict";
import { fillDay, here, press, recordIt } from "./form.mjs";
import { as, caseOf, decide, journey } from "./office.mjs";

const fact = (page, key, words) =>
  page.locator(".govuk-summary-list__row", { hasText: key }).getByText(words).first().waitFor();

/** The banner of what was just done. */
const said = (page, words) => page.getByRole("alert").getByText(words).waitFor();

/** The one in the row of what became of it. */
const turn = (page, words) => page.getByRole("row", { name: words }).first().waitFor();

/** What the reminder of the case asks for. */
const reminder = (page, id) => page.locator(`a[href^='/cases/${id}/embargoes/']`, { hasText: "Extend or lift it" });

/** From the case to its embargo. */
async function openEmbargo(page, id) {
  await page.goto(`/cases/${id}/proceedings`);
  await page.getByRole("main").locator(`a[href*='/cases/${id}/embargoes/']`).first().click();
}

async function propose(page, question, words, button = "Propose to lift it") {
  await page.getByLabel(question).fill(words);
  await press(page, button);
}

async function lift(page, words) {
  await page.getByLabel("What shows that the conditions are met?").fill(words);
  await press(page, "Lift the embargo");
}

journey("an embargo is placed from the case, extended from its reminder, given readers, and lifted by a second person on evidence", (wish) =>
  as("coordinator", wish, async ({ page, look, person }) => {
    const id = await caseOf(wish.scripts ? "Child Rowan One" : "Child Rowan Two");
    await page.goto(`/cases/${id}`);
    await press(page, "Record what happened");
    await page.getByRole("link", { name: "Place an embargo", exact: true }).click();
    await press(page, "Continue");
    await page.getByRole("heading", { name: "There is a problem" }).waitFor();
    await look("embargo-place-wrong");
    await page.getByLabel("Identifying facts").check();
    await page.getByLabel("Why is it placed?").fill("Invented: a trial is to come.");
    await fillDay(page, "By when is it to be looked at?", [20, 11, 2026]);
    await page.getByLabel("On whose authority?").fill("Invented: the chair of the partnership");
    await recordIt(page);
    await page.getByText("Recorded: Embargo placed.").waitFor();
    await page.getByText("Publication is held").first().waitFor();

    await page.goto("/reminders");
    await reminder(page, id).click();
    await fact(page, "On whose authority", "Invented: the chair of the partnership");
    const embargo = here(page);
    await press(page, "Extend the embargo");
    await look("embargo-extend-wrong");
    await fillDay(page, "By when is it to be looked at?", [18, 12, 2026]);
    await page.getByLabel("Why does it go on?").fill("Invented: the trial was put off.");
    await press(page, "Extend the embargo");
    await said(page, "The embargo is extended");
    await turn(page, "Invented: the trial was put off.");
    await fact(page, "To be looked at by", "Friday 18 December 2026");
    await page.goto("/reminders");
    assert.equal(await reminder(page, id).count(), 0);

    await page.goto(embargo);
    const readers = page.getByRole("group", { name: "Who may read what it covers?" });
    await readers.locator(`input[value="${person}"]`).check();
    await page.getByLabel("Why do they need it?").fill("Invented: they prepare the trial.");
    await press(page, "Name these readers");
    await fact(page, "Who may read it", person);
    await said(page, "Its readers are named");
    await fact(page, "Your access", "You may read what it covers");

    await propose(page, "What shows that it can be lifted?", "Invented: the verdict of today.");
    await said(page, "It is proposed to lift the embargo");
    await fact(page, "Lifting", "It waits for a second");
    await page.getByRole("heading", { name: "Who can lift it" }).waitFor();
    await page.getByText("Your proposal waits.").waitFor();
    assert.equal(await page.getByRole("button", { name: "Lift the embargo" }).count(), 0);
    await look("embargo-waits-for-another");

    await as("chair", wish, async (chair) => {
      await chair.page.goto("/reminders");
      await chair.page.getByRole("heading", { name: "Waiting for your approval" }).waitFor();
      await chair.look("reminders-waiting");
      await chair.page.getByRole("link", { name: `Lift an embargo of case ${id}`, exact: true }).click();
      await fact(chair.page, "Your access", "You may not read what it covers");
      await press(chair.page, "Lift the embargo");
      await chair.page.getByRole("heading", { name: "There is a problem" }).waitFor();
      await chair.look("embargo-lift-wrong");
      await lift(chair.page, "Invented: the order of the court.");
      await said(chair.page, "The embargo is lifted");
      await fact(chair.page, "Lifted on", "Friday 20 November 2026");
      await turn(chair.page, "Invented: the order of the court.");
      await chair.look("embargo-lifted");
    });
    await page.goto(embargo);
    assert.equal(await page.getByRole("button", { name: "Extend the embargo" }).count(), 0);
  }));

journey("two people agree beforehand on what must have happened, and one of them lifts the embargo on the day", (wish) =>
  as("coordinator", wish, async ({ page, look }) => {
    const id = await caseOf(wish.scripts ? "Child Sorrel One" : "Child Sorrel Two");
    await decide(id, { embargoPlaced: { covers: ["REPORT"], reason: "Invented.", reviewOn: "2027-01-15" } });
    await openEmbargo(page, id);
    await propose(page, "What must have happened first?", "Invented: sentence is passed.");
    await fact(page, "Lifting", "It waits for a second");
    await as("chair", wish, async (chair) => {
      await openEmbargo(chair.page, id);
      await turn(chair.page, "Invented: sentence is passed.");
      await propose(chair.page, "What must have happened first?", "Invented: sentence is passed, I agree.", "Agree to lift it");
      await fact(chair.page, "Lifting", "Two people agreed beforehand");
      await chair.look("embargo-agreed-beforehand");
    });
    await page.reload();
    await fact(page, "Lifting", "One of them confirms it on the day");
    await press(page, "Lift the embargo");
    await page.getByRole("heading", { name: "There is a problem" }).waitFor();
    await look("embargo-confirm-wrong");
    await lift(page, "Invented: sentence was passed this morning.");
    await fact(page, "Lifted on", "Friday 20 November 2026");
    await turn(page, "Invented: sentence was passed this morning.");
  }));
