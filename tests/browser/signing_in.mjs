// How people get in, and what becomes of what they typed when they are out.
import assert from "node:assert/strict";
import { test } from "node:test";
import { appCode } from "./app_code.mjs";
import { choose, fillDay, here, press } from "./form.mjs";
import { as, inWindow, journey, newName, office } from "./office.mjs";
import { takeUp, signIn } from "./visitor.mjs";

journey("somebody new takes up the invitation, and whoever signs out comes back to the page that was wanted", (wish) =>
  inWindow(wish, async (visitor) => {
    const { page, look } = visitor;
    const person = newName("new");
    const { link } = await office.service.invite(person, "coordinator");
    await page.goto("/cases");
    assert.equal(here(page), "/sign-in");
    await look("sign-in");
    await page.getByRole("button", { name: "Sign in" }).click();
    await look("sign-in-wrong");
    await page.goto(link);
    await look("invitation");
    await page.getByLabel("Password", { exact: true }).fill("short");
    await page.getByRole("button", { name: "Set password and sign in" }).click();
    await look("invitation-wrong");
    await takeUp(page, { link });
    await page.getByRole("heading", { name: "What needs you" }).waitFor();
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.goto(link);
    await look("invitation-over");
    await page.goto("/cases/26-0001");
    await signIn(page, person);
    assert.equal(here(page), "/cases/26-0001");
  }));

journey("a second step is set up with an app, and a recovery code lets in whoever has lost it", (wish) =>
  as("coordinator", wish, async ({ page, person, look }) => {
    await page.getByRole("link", { name: /^Your account/ }).click();
    await look("account");
    await page.getByRole("link", { name: /password/i }).first().click();
    await look("password");
    await page.goto("/account");
    await page.getByRole("link", { name: "Set up the second step" }).click();
    await look("second-step");
    await page.getByRole("button", { name: "Start" }).click();
    const picture = page.getByAltText(/^QR code/);
    assert.ok(await picture.evaluate((image) => image.decode().then(() => image.naturalWidth > 100)));
    await look("second-step-set-up");
    await page.getByLabel("Code").fill("000000");
    await page.getByRole("button", { name: "Turn on the second step" }).click();
    await page.getByRole("link", { name: /^This is not the code/ }).waitFor();
    await look("second-step-wrong");
    const key = await page.locator("strong.review-key").textContent();
    await page.getByLabel("Code").fill(appCode(key));
    await page.getByRole("button", { name: "Turn on the second step" }).click();
    await page.getByRole("heading", { name: "Keep your recovery codes" }).waitFor();
    await look("recovery-codes");
    const recovery = await page.locator("main li").first().textContent();
    await page.getByRole("button", { name: "Sign out" }).click();
    await signIn(page, person);
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
    await page.goto("/confirm-it-is-you");
    await look("confirm");
  }));

/** Begins an incident in full, on one page. */
async function typeAnIncident(page) {
  await page.goto("/cases/log/incidentLogged");
  await fillDay(page, /When did the incident happen/, [18, 11, 2026]);
  await choose(page, "What is the gravest harm to any child?", "Serious harm");
  await page.getByLabel(/^Pseudonym/).first().fill("Child Reed");
}

journey("what was begun waits on the home page, is gone on with, and can be thrown away", (wish) =>
  as("coordinator", wish, async ({ page, look }) => {
    await typeAnIncident(page);
    await press(page, "Save and come back later");
    await page.goto("/");
    await page.getByRole("heading", { name: "Begun and not recorded" }).waitFor();
    await look("home-with-draft");
    await page.locator("main li a").first().click();
    await page.getByRole("link", { name: "Child Reed: About the child" }).click();
    assert.equal(await page.getByLabel(/^Pseudonym/).inputValue(), "Child Reed");
    await page.goto("/");
    await page.getByRole("link", { name: /^Delete/ }).first().click();
    await look("delete-draft");
    await press(page, /Delete/);
    assert.equal(await page.getByRole("heading", { name: "Begun and not recorded" }).count(), 0);
  }));

// Only the time is not the service's: nobody waits thirteen minutes for a test.
test("whoever is about to be signed out is told, can stay, and is left with what was typed", () =>
  as("coordinator", {}, async ({ page, look }) => {
    await typeAnIncident(page);
    const left = (seconds) => page.route("**/session", (route) => route.fulfill({ json: { secondsLeft: seconds } }));
    await left(100);
    await page.reload();
    const warning = page.getByRole("dialog", { name: "You are about to be signed out" });
    await warning.waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.closest("dialog") !== null), true);
    await look("about-to-be-signed-out");
    await page.unroute("**/session");
    await warning.getByRole("button", { name: "Stay signed in" }).click();
    await warning.waitFor({ state: "hidden" });

    await typeAnIncident(page);
    await left(1);
    await page.goto("/cases/log/incidentLogged");
    await page.getByLabel(/^Pseudonym/).first().fill("Child Sedge");
    await page.getByText("Your answers are kept for 30 days").waitFor();
    await page.unroute("**/session");
    await page.goto("/");
    await page.getByRole("link", { name: /Incident logged|incident/i }).first().waitFor();
  }));
