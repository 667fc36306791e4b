// The administrator keeps accounts and settings, with a second person where it takes two; and sees no case.
import assert from "node:assert/strict";
import { fillDay, here, press } from "./form.mjs";
import { as, inWindow, journey, newName } from "./office.mjs";
import { signIn, takeUp } from "./visitor.mjs";

journey("an administrator invites somebody, proposes a role that the chair approves, and shuts out a leaver at once", (wish) =>
  as("administrator", wish, async ({ page, look }) => {
    const leaver = newName("leaver");
    await look("home-of-an-administrator");
    await page.getByRole("link", { name: "Administration", exact: true }).click();
    await look("administration");
    await page.goto("/administration/people");
    await press(page, "Make a link");
    await look("invite-wrong");
    await page.getByLabel("Short name").fill(leaver);
    await page.getByLabel("Name", { exact: true }).fill("Lee Leaver");
    await page.getByLabel("Role").selectOption("Reader");
    await press(page, "Make a link");
    await look("invited");
    const link = /\/invitation\/\S+/.exec(await page.getByRole("main").innerText())[0];
    await inWindow(wish, async (other) => {
      await takeUp(other.page, { link });
      await other.page.getByRole("heading", { name: "What needs you" }).waitFor();
      await page.goto("/administration/people");
      await look("people");
      await page.getByRole("link", { name: new RegExp(leaver) }).click();
      await press(page, "Propose this role");
      await look("role-wrong");
      await page.getByLabel("New role").selectOption("Chair");
      await page.getByLabel("Why?").fill("Chairs from December.");
      await press(page, "Propose this role");
      await look("role-proposed");
      const approval = here(page);
      await as("chair", wish, async (chair) => {
        await chair.page.goto("/administration/approvals");
        await chair.look("approvals");
        await chair.page.goto(approval);
        await chair.look("role-to-approve");
        await press(chair.page, "Approve");
        await chair.page.getByText(/^Approved by/).first().waitFor();
        await chair.look("role-approved");
      });
      // What was open under the earlier role is over.
      await other.page.goto("/cases");
      assert.equal(here(other.page), "/sign-in");
      await signIn(other.page, leaver);
      await other.page.getByRole("heading", { name: "Cases", exact: true }).waitFor();
      await page.goto(`/administration/people/${leaver}`);
      await look("person");
      await press(page, "Disable account");
      await page.getByText(/Disabled since/).waitFor();
      await look("person-shut-out");
      await other.page.goto("/cases");
      assert.equal(here(other.page), "/sign-in");
      await signIn(other.page, leaver);
      await other.page.locator(".govuk-error-summary").waitFor();
    });
  }));

journey("an administrator sees which dates closure days would move, and the chair approves them and a setting", (wish) =>
  as("administrator", wish, async ({ page, look }) => {
    await page.goto("/administration/closures");
    await press(page, "Continue");
    await look("closures-wrong");
    await fillDay(page, "First day", wish.scripts ? [24, 12, 2026] : [31, 12, 2026]);
    await page.getByLabel("What are the days off?").fill("Office closed");
    await press(page, "Continue");
    await page.getByText(/would move/).first().waitFor();
    await look("closures-preview");
    await page.getByLabel(/Why/).fill("The office is closed that day.");
    await press(page, /Propose/);
    await look("closures-proposed");
    const closures = here(page);
    await page.goto("/administration/settings");
    await look("settings");
    await page.goto("/administration/settings/quorum");
    await page.getByLabel(/^How many of these bodies/).fill("many");
    await press(page, /Continue|preview|Look/i);
    await look("setting-wrong");
    await page.goto("/administration/settings/coordinator-name");
    await page.getByLabel(/name/i).last().fill("Asha Verma");
    await press(page, /Continue|preview|Look/i);
    await look("setting-preview");
    await page.getByLabel(/Why/).fill("New in post.");
    await press(page, /Propose/);
    const setting = here(page);
    await as("chair", wish, async (chair) => {
      await chair.page.goto(closures);
      await chair.look("closures-to-approve");
      await press(chair.page, "Refuse");
      await chair.page.goto(setting);
      await press(chair.page, "Approve");
      await chair.look("setting-approved");
      await chair.page.goto("/administration/settings/coordinator-name");
      await chair.page.getByText("Asha Verma").first().waitFor();
      await chair.look("setting");
    });
  }));

journey("an administrator adds a webhook, sees its secret once, and turns it off", (wish) =>
  as("administrator", wish, async ({ page, look }) => {
    await page.goto("/administration/webhooks");
    await press(page, "Add a webhook");
    await look("webhooks-wrong");
    await page.getByLabel("Address").fill("https://receiver.example/events");
    await press(page, "Add a webhook");
    await look("webhook-added");
    await page.goto("/administration/webhooks");
    await look("webhooks");
    await page.getByRole("link", { name: "https://receiver.example/events" }).click();
    await press(page, "Send a test");
    await press(page, "Turn it off");
    await page.getByText(/Turned off/).first().waitFor();
    await look("webhook");
    await press(page, "Remove it");
    await page.getByText("There is none yet").waitFor();
  }));

journey("an administrator makes a key for a program, sees it once, stops it, and gets no page of a case", (wish) =>
  as("administrator", wish, async ({ page, look }) => {
    await page.goto("/administration/tokens");
    await press(page, "Make a key");
    await look("keys-wrong");
    await page.getByLabel("Whose key").fill("nightly");
    await press(page, "Make a key");
    await look("key-made");
    await page.goto("/administration/tokens");
    await look("keys");
    await page.getByRole("button", { name: /^Stop/ }).first().click();
    await page.getByText(/Stopped/).first().waitFor();
    for (const address of ["/cases", "/cases/26-0005", "/meetings", "/programmes", "/overview", "/scrutiny", "/governance"]) {
      const answer = await page.goto(address);
      assert.equal(answer.status(), 403, address);
    }
    await look("refused");
  }));
