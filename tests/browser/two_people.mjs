// What one person asks for and another allows: a case that leaves the service, and words that are erased.
import assert from "node:assert/strict";
import { here, press } from "./form.mjs";
import { as, caseOf, journey } from "./office.mjs";

journey("a coordinator asks to export a case, the chair looks at what is in it and approves, and it is downloaded once", (wish) =>
  as("coordinator", wish, async ({ page, look }) => {
    const at = `/cases/${await caseOf(wish.scripts ? "Child Export One" : "Child Export Two")}`;
    await page.goto(`${at}/export`);
    await look("export");
    await press(page, "See what will be in it");
    await look("export-wrong");
    await page.getByLabel("Who gets it?").fill("Asha Smith, coroner");
    await press(page, "See what will be in it");
    await page.getByRole("main").getByText("OFFICIAL-SENSITIVE", { exact: true }).waitFor();
    await page.getByLabel("Why?").fill("The inquest asks for it.");
    await look("export-check");
    await press(page, "Ask for approval");
    await look("export-asked");
    const approval = here(page);
    await as("chair", wish, async (chair) => {
      await chair.page.goto(approval);
      await chair.look("export-to-approve");
      await press(chair.page, "Approve");
      await chair.page.getByText(/^Approved by/).first().waitFor();
    });
    await page.goto(`${at}/export`);
    await look("export-approved");
    const [file] = await Promise.all([page.waitForEvent("download"), press(page, "Download the case")]);
    assert.match(file.suggestedFilename(), /OFFICIAL-SENSITIVE/);
  }));

journey("whoever asks to erase the words of a case sees what would go, and is asked for the ground and the holds", (wish) =>
  as("information-governance", wish, async ({ page, look }) => {
    const at = `/cases/${await caseOf(wish.scripts ? "Child Erase One" : "Child Erase Two")}`;
    await page.goto(`${at}/erase`);
    await look("erase");
    await press(page, "Ask for approval");
    await page.locator(".govuk-error-summary").waitFor();
    await look("erase-wrong");
  }));

journey("an administrator thinks twice before resetting how somebody signs in", (wish) =>
  as("administrator", wish, async ({ page, look, person }) => {
    await page.goto(`/administration/people/${person}/reset`);
    await look("reset");
    await page.getByRole("link", { name: /Back|Do not/ }).first().click();
    assert.equal(here(page), `/administration/people/${person}`);
  }));
