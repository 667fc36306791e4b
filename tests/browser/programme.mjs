// What the partnership does besides cases.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { follow, here, press, recordIt, takeFile, takePaper } from "./form.mjs";
import { as, journey, office } from "./office.mjs";

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
    assert.match(`${await takeFile(page, "Download as a spreadsheet (CSV)")}`, /MULTI_AGENCY_AUDIT/);
  }));

journey("a coordinator sees who has not answered, what training changed and what young people judge", (wish) =>
  as("coordinator", wish, async ({ page, look }) => {
    const open = async (sort, ...entries) => {
      await page.goto("/programmes/open/programmeOpened");
      await page.getByLabel("What is it?").selectOption(sort);
      await page.getByLabel("What is it called?").fill(`${sort} of this year`);
      await recordIt(page);
      const programme = here(page).split("?")[0];
      for (const entry of entries) await office.service.post(`/v1/programmes/${programme.split("/").pop()}/entries`, entry);
      await page.goto(programme);
    };
    await open(
      "Section 11 audit",
      { assuranceAsked: { what: "The audit, with its plan", agencies: ["city-hospital", "housing-service"], dueOn: "2026-12-18" } },
      { assuranceReturned: { agency: "city-hospital", ownGrade: "MOSTLY_MET" } },
      { assuranceScrutinised: { agency: "city-hospital", by: "SUBGROUP", grade: "PARTLY_MET", gaps: "No figures.", followUp: "Send them.", followUpDueOn: "2026-12-31" } },
    );
    await follow(page, "Assurance: who was asked, and who has answered");
    await look("assurance");
    assert.match(`${await takeFile(page, "Download as a spreadsheet (CSV)")}`, /PARTLY_MET/);
    await follow(page, "Who has not answered, over all programmes");
    await look("assurance-not-answered");
    assert.match(`${await takeFile(page, "Download as a spreadsheet (CSV)")}`, /housing-service/);
    await open(
      "Training programme",
      { trainingPlanned: { title: "Neglect: seeing it and saying so" } },
      { trainingQuestionSet: { text: "How sure are you of when to use the tool?", scale: "ONE_TO_FIVE" } },
      { trainingEvaluated: { round: "BEFORE", asked: 24, answers: [{ value: 2, people: 14 }, { value: 3, people: 8 }] } },
      { trainingHeld: { attendance: [{ agency: "POLICE", people: 24 }] } },
    );
    await follow(page, "Training and what it changed");
    await look("training");
    await open(
      "Pledges",
      { pledgeMade: { by: "POLICE", text: "A named officer for every school." } },
      { pledgeAnswered: { answer: "APPROVED", youngPeople: 9 } },
      { pledgeJudged: { round: 1, judgement: "PARTLY", words: "Four schools have one.", youngPeople: 7 } },
    );
    await follow(page, "Pledges to young people");
    await look("pledges");
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
      await press(page, "Check it for names");
      await look(`product-check-${record.split("/")[0]}`);
      await page.goto(`/${record}/products/handovers`);
      await takePaper(page, "Download as a text to edit", "odt");
      await takePaper(page, "Download as a PDF", "pdf");
    }
    await page.goto("/cases/26-0005/products/handovers/check");
    await follow(page, "Record that it was checked");
    await recordIt(page);
    await office.service.post("/v1/cases/26-0005/entries", { productShared: { product: "handovers", with: ["POLICE"], how: "MAIL" } });
    await page.goto("/learning");
    await follow(page, "Learning products");
    await look("learning-products");
    assert.match(`${await takeFile(page, "Download as a spreadsheet (CSV)")}`, /Handovers/);
    await follow(page, "Handovers");
    await look("product-shared");
  }));
