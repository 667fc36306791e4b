// What the partnership does besides cases.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { here, press, recordIt } from "./form.mjs";
import { as, journey, office } from "./office.mjs";

const follow = (page, name) => page.getByRole("main").getByRole("link", { name }).first().click();

journey("a coordinator opens an audit, does a step of it, agrees an action and files a paper", (wish) =>
  as("coordinator", wish, async ({ page, look }) => {
    await page.getByRole("link", { name: "Programmes", exact: true }).click();
    await look("programmes");
    await follow(page, "Open a programme");
    await look("open-programme");
    await page.getByLabel("What is it?").selectOption("Multi-agency case audit");
    await page.getByLabel("What is it called?").fill("Neglect: how agencies work together");
    await recordIt(page);
    await look("programme");
    const programme = here(page).split("?")[0];
    await page.goto(`${programme}/add`);
    await look("programme-add");
    await page.goto(`${programme}/add/programmeStepDone`);
    await look("programme-step");
    const id = programme.split("/").pop();
    await office.service.post(`/v1/programmes/${id}/entries`, { actionAgreed: { owner: "POLICE", dueOn: "2026-12-18", what: "Teach the thresholds." } });
    await page.goto(programme);
    await follow(page, "Complete the action");
    await look("programme-clock");
    await page.goto(programme);
    await page.locator("main table").last().getByRole("link").first().click();
    await look("programme-entry");
    await page.goto(`${programme}/documents/add`);
    await look("programme-document-form");
    await page.getByLabel("Title").fill("Terms of the audit");
    await page.getByLabel("File", { exact: true }).setInputFiles({ name: "terms.txt", mimeType: "text/plain", buffer: Buffer.from("Invented terms.") });
    await press(page, "File it");
    await look("programme-documents");
    const [paper] = await Promise.all([page.waitForEvent("download"), page.locator('main a[href*="/versions/"]').first().click()]);
    assert.equal(await readFile(await paper.path(), "utf8"), "Invented terms.");
    await page.goto("/programmes");
    const [list] = await Promise.all([page.waitForEvent("download"), follow(page, "The list as a file")]);
    assert.match(await readFile(await list.path(), "utf8"), /MULTI_AGENCY_AUDIT/);
  }));

journey("a coordinator looks through a learning product, checks it for names and sees who has not confirmed", (wish) =>
  as("coordinator", wish, async ({ page, look }) => {
    const drafted = {
      productDrafted: {
        product: "handovers", sort: "NEWSLETTER_ITEM", title: "Handovers",
        sections: [{ section: "what-to-do", text: "Write it down, and say who reads it." }],
      },
    };
    const programme = await office.service.post("/v1/programmes", { programmeOpened: { sort: "PEER_REVIEW", title: "Handovers between teams" } });
    for (const record of [`programmes/${programme.programme}`, "cases/26-0005"]) {
      await office.service.post(`/v1/${record}/entries`, drafted);
      await page.goto(`/${record}/products/handovers`);
      await look(`product-${record.split("/")[0]}`);
      await follow(page, "Check it for names");
      await look(`product-check-${record.split("/")[0]}`);
      await page.goto(`/${record}/products/handovers`);
      const [text] = await Promise.all([page.waitForEvent("download"), follow(page, "Download for editing")]);
      assert.match(await readFile(await text.path(), "latin1"), /^PK/);
    }
    await page.goto("/cases/26-0005/products/handovers/check");
    await follow(page, "Record that it was checked");
    await recordIt(page);
    await office.service.post("/v1/cases/26-0005/entries", { productShared: { product: "handovers", with: ["POLICE"], how: "MAIL" } });
    await page.goto("/learning");
    await follow(page, "Learning products");
    await look("learning-products");
    const [list] = await Promise.all([page.waitForEvent("download"), follow(page, "Download as CSV")]);
    assert.match(await readFile(await list.path(), "utf8"), /Handovers/);
    await follow(page, "Handovers");
    await look("product-shared");
  }));
