// Who looks at the work of others: scrutineer, information governance, and whoever opens a case in an emergency.
import assert from "node:assert/strict";
import { goByMore, press, recordIt } from "./form.mjs";
import { as, caseOf, decide, journey, newName } from "./office.mjs";

journey("the scrutineer raises a challenge, the coordinator answers it, and what changed is counted in the statement", (wish) =>
  as("scrutineer", wish, async ({ page, look }) => {
    const id = await caseOf("Child Larch");
    await page.getByRole("link", { name: "Scrutiny", exact: true }).click();
    await press(page, "Raise a challenge");
    await look("scrutiny-wrong");
    await page.getByLabel("Case", { exact: true }).fill(id);
    await page.getByRole("button", { name: "Raise a challenge" }).click();
    await page.getByLabel("What is the challenge?").fill(`Invented: was the family of ${id} asked?`);
    await look("challenge");
    await recordIt(page);
    await as("coordinator", wish, async (coordinator) => {
      await goByMore(coordinator.page, "Scrutiny");
      await coordinator.look("scrutiny-of-a-coordinator");
      await coordinator.page.getByRole("row", { name: new RegExp(id) }).getByRole("link", { name: "Answer it" }).click();
      await coordinator.page.locator("[name='challengeAnswered.answer']").fill("Invented: yes, on Monday.");
      await coordinator.page.locator("[name='challengeAnswered.changed']").first().check();
      await coordinator.look("answer-to-a-challenge");
      await recordIt(coordinator.page);
    });
    await page.goto("/scrutiny");
    await page.getByText("Invented: yes, on Monday.").first().waitFor();
    await look("scrutiny");
    await page.getByLabel("Case", { exact: true }).fill(id);
    await page.getByRole("button", { name: "I attended or commented" }).click();
    await look("attended");
    await page.goto("/scrutiny/statement/2026");
    await page.getByLabel("Statement").fill("Challenge was welcome and changed what was done.");
    await press(page, "Keep this text");
    await page.getByText(/Last changed by/).waitFor();
    await look("statement");
  }));

journey("a chair opens a sealed case in an emergency, and information governance looks at it afterwards and at who has seen the case", async (wish) => {
  const id = await caseOf("Child Maple");
  const governor = newName("governor");
  await decide(id, { caseSealed: { readers: ["the-office", governor], reasons: "Invented." } });
  const who = await as("chair", wish, async ({ page, person, look }) => {
    assert.equal((await page.goto(`/cases/${id}`)).status(), 404);
    await look("sealed");
    await page.goto("/open-a-case");
    await press(page, "Open the case for four hours");
    await look("open-a-case-wrong");
    await page.getByLabel("Reference of the case").fill(id);
    await page.getByLabel("A child may be at risk now").check();
    await page.getByLabel("Your reason").fill("Invented: the duty team rang and nobody else is here.");
    await look("open-a-case");
    await press(page, "Open the case for four hours");
    await page.getByText("Child Maple").first().waitFor();
    assert.equal(await page.getByRole("button", { name: "Record what happened" }).count(), 0);
    await look("case-opened-in-an-emergency");
    return person;
  });
  await as("information-governance", { ...wish, person: governor }, async ({ page, look }) => {
    await page.getByRole("link", { name: "Opened in an emergency" }).click();
    await look("opened-in-an-emergency");
    const card = page.locator(".govuk-summary-card", { hasText: who });
    await card.getByRole("button", { name: "Record that you looked at it" }).click();
    await look("opened-in-an-emergency-wrong");
    await card.getByLabel(/^Was it justified/).fill("Invented: it was. The child was seen that evening.");
    await card.getByRole("button", { name: "Record that you looked at it" }).click();
    await card.getByText("Invented: it was.").waitFor();
    await look("looked-at");
    await page.goto(`/cases/${id}/seen`);
    await page.getByRole("row", { name: new RegExp(`${who}.*Chair.*The case`) }).first().waitFor();
    await look("who-has-seen-this-case");
  });
});
