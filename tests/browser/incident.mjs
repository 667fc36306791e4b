// An incident comes in.
import assert from "node:assert/strict";
import { choose, fillDay, here, press } from "./form.mjs";
import { as, journey } from "./office.mjs";

const task = (page, name) => page.getByRole("link", { name, exact: true }).click();
const goOn = (page) => press(page, "Save and continue");
const toTheList = (page) => page.getByRole("link", { name: "Back to the list of tasks" }).click();

/** A name: typed into the box for whoever is not offered, where some are. */
const nameIt = (page, field, name) => page.locator(`input[name='${field}'], input[name='${field}.other']`).last().fill(name);

journey("an officer logs an incident one thing a page, leaves it and comes back, and copies it for the national form", (wish) =>
  as("coordinator", wish, async ({ page, look }) => {
    await page.getByRole("button", { name: "Log an incident" }).click();
    await look("log");
    await page.getByRole("main").getByRole("link", { name: "Log an incident" }).first().click();
    await look("incident-start");
    await press(page, "Start now");
    await page.getByText("Cannot start yet").waitFor();
    await look("incident-tasks");
    await task(page, "When it happened");
    await fillDay(page, /When did the incident happen/, [18, 11, 2026]);
    await goOn(page);
    await page.getByLabel(/^What happened/).fill("An invented incident.");
    await look("incident-what");
    await press(page, "Save and come back later");
    await page.getByText("Your answers are kept for 30 days").waitFor();
    await look("incident-kept");
    await page.goto("/");
    await page.getByRole("link", { name: /incident/i }).last().waitFor();
    await page.goBack();
    await task(page, "When it became known");
    await goOn(page);
    await page.getByRole("alert").getByRole("heading", { name: "There is a problem" }).waitFor();
    await look("incident-known-wrong");
    await fillDay(page, /When did the local authority become aware/, [19, 11, 2026]);
    await goOn(page);
    await choose(page, "What is the gravest harm to any child?", "Serious harm");
    await choose(page, /Is abuse or neglect known/, "Suspected");
    await look("incident-harm");
    await goOn(page);
    await toTheList(page);
    await task(page, "Add a child");
    assert.equal(await page.getByLabel(/^Pseudonym/).inputValue(), "Child A");
    await page.getByLabel(/^Pseudonym/).fill("Child Birch");
    await look("incident-child");
    await goOn(page);
    await goOn(page);
    await look("incident-care");
    await goOn(page);
    await look("incident-identity");
    await goOn(page);
    await task(page, "Add another child");
    await page.getByLabel(/^Pseudonym/).fill("Child Rowan");
    await press(page, "Save and come back later");
    await task(page, "Child Rowan: About the child");
    await page.getByRole("link", { name: "Remove this child" }).click();
    await look("incident-remove-child");
    await press(page, /Remove/);
    assert.equal(await page.getByText("Child Rowan").count(), 0);
    await task(page, "Where it happened");
    await nameIt(page, "incidentLogged.occurredIn", "Example Borough");
    await goOn(page);
    await task(page, "Safety of this child and siblings now");
    await page.getByLabel("Child Birch").check();
    await nameIt(page, "safetyConfirmed.by", "A Social Worker");
    await look("incident-safety");
    await goOn(page);
    await toTheList(page);
    await look("incident-tasks-done");
    await task(page, "Check your answers and log the incident");
    await page.getByRole("heading", { name: "What starts when you log it" }).waitFor();
    await look("incident-check");
    // The second time there is one like it, and the officer has to say why this is another.
    const another = page.getByLabel("Why is this not one of them?");
    if ((await another.count()) > 0) {
      await press(page, "Log the incident");
      await look("incident-duplicate");
      await another.fill("Another family.");
    }
    await press(page, "Log the incident");
    await page.getByText("Tell the National Panel by the end of Thursday 26 November 2026").waitFor();
    assert.match(here(page), /^\/cases\/26-\d{4}\/logged$/);
    await look("incident-logged");
    await page.getByRole("link", { name: "Copy the summary into the national form" }).click();
    await page.getByText("Date the local authority became aware: Thursday 19 November 2026").waitFor();
    await look("national-form");
  }));

async function logOnOnePage(page) {
  await page.goto("/cases/log/incidentLogged");
  await fillDay(page, /When did the incident happen/, [18, 11, 2026]);
  await fillDay(page, /When did the local authority become aware/, [19, 11, 2026]);
  await choose(page, "What is the gravest harm to any child?", "Serious harm");
  await choose(page, /Is abuse or neglect known/, "Suspected");
  await page.getByLabel(/^Pseudonym/).first().fill("Child Q");
  await press(page, "Continue");
}

journey("an officer logs an incident on one page, sees what it starts, and finds out why a date is what it is", (wish) =>
  as("coordinator", wish, async ({ page, look }) => {
    await logOnOnePage(page);
    await page.getByRole("heading", { name: "What it changes" }).waitFor();
    await page.getByRole("row", { name: /Notify the/ }).getByText("26 November 2026").first().waitFor();
    await look("what-it-changes");
    await press(page, "Record");
    await page.getByText("Tell the National Panel by the end of Thursday 26 November 2026").waitFor();
    await page.getByRole("link", { name: /^Go to case/ }).click();
    await page.getByText("Child Q").first().waitFor();
    await page.getByRole("link", { name: /^Notify the National Panel/ }).click();
    await page.getByRole("row", { name: /Saturday 21 November 2026/ }).waitFor();
    await page.getByText("Working Together to Safeguard Children").first().waitFor();
    await look("why-this-date");
  }));

journey("what is missing is said at the top and at the field, and nothing typed is lost", (wish) =>
  as("coordinator", wish, async ({ page, look }) => {
    await page.goto("/cases/log/incidentLogged");
    await look("incident-on-one-page");
    await page.getByLabel(/^Pseudonym/).first().fill("Child R");
    await press(page, "Continue");
    const summary = page.locator(".govuk-error-summary");
    await summary.getByRole("heading", { name: "There is a problem" }).waitFor();
    await look("incident-on-one-page-wrong");
    assert.equal(await page.getByLabel(/^Pseudonym/).first().inputValue(), "Child R");
    const link = summary.getByRole("link").first();
    const field = (await link.getAttribute("href")).slice(1);
    await link.click();
    assert.equal(await page.evaluate(() => document.activeElement.id || location.hash.slice(1)), field);
  }));
