// Agencies audit cases together.
import assert from "node:assert/strict";
import { press, takeFile, takePaper } from "./form.mjs";
import { as, codeIn, comeIn, inWindow, journey, newName, office } from "./office.mjs";

journey("an auditor answers by a link, and a coordinator opens a figure to what the agency said", (wish) =>
  inWindow(wish, async ({ page, look }) => {
    const { service } = office;
    const school = newName("west-school");
    const mailbox = `${school}@west.example.org`;
    await service.post("/v1/agencies", { agency: school, name: "West School" });
    await service.post(`/v1/agencies/${school}/contacts`, { name: "E Black", role: "MAIN", mailbox });
    const { programme } = await service.post("/v1/programmes", { programmeOpened: { sort: "MULTI_AGENCY_AUDIT", title: "Neglect" } });
    const add = (entry) => service.post(`/v1/programmes/${programme}/entries`, entry);
    await add({ auditDesignSettled: { template: "multi-agency-case-audit", priorities: [{ id: "neglect", title: "Neglect" }] } });
    await add({ auditCaseSelected: { auditCase: "heron", priority: "neglect", agencies: [school] } });
    let link;
    await as("coordinator", wish, async (coordinator) => {
      await coordinator.page.goto(`/programmes/${programme}/audit/answer`);
      await coordinator.look("audit-answers");
      await coordinator.page.goto(`/programmes/${programme}/audit/answer?agency=${school}&auditCase=heron`);
      await coordinator.page.getByRole("button", { name: "Record the return" }).waitFor();
      await coordinator.look("audit-answer");
      await coordinator.page.goto(`/programmes/${programme}/audit-link`);
      await coordinator.look("audit-link");
      await coordinator.page.getByLabel("Whom do you ask?").selectOption({ label: "E Black, West School" });
      await press(coordinator.page, "Send the link");
      await coordinator.look("audit-link-sent");
      link = /\/return\/rvw_[^\s<"]+/.exec(await coordinator.page.content())[0];
      await add({ actionAgreed: { what: "Answer each referral.", owner: school, dueOn: "2099-01-01" } });
      await coordinator.page.goto(`/programmes/${programme}/action-link`);
      await coordinator.page.getByLabel("Whom do you ask?").waitFor();
      await coordinator.look("programme-action-link");
    });
    await comeIn(page, link, mailbox);
    await page.getByRole("heading", { name: "Cases that your agency is asked to audit" }).waitFor();
    await look("return-audits");
    await page.getByRole("link", { name: "heron" }).click();
    await look("return-audit");
    await page.getByLabel("Somebody answered each referral that was made", { exact: true }).selectOption({ label: "Not met" });
    await press(page, "Send what we found");
    await look("return-audit-wrong");
    await page.getByLabel("Why, or what shows it? (Somebody answered each referral that was made)").fill("Nobody wrote back.");
    await press(page, "Send what we found");
    await page.getByText("Sent in part").waitFor();
    await as("coordinator", wish, async (coordinator) => {
      await coordinator.page.goto(`/programmes/${programme}/audit`);
      await coordinator.look("audit");
      await takePaper(coordinator.page, /^Download the form of/, "odt");
      assert.match(`${await takeFile(coordinator.page, "Download the figures as a spreadsheet (CSV)")}`, /STANDARD,feedback-received/);
      await coordinator.page.getByRole("link", { name: "0 of 1 (0%)" }).first().click();
      await coordinator.page.getByText("Nobody wrote back.").waitFor();
      await coordinator.look("audit-returns");
    });
  }));
