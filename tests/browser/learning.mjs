// What was learned, and what shows that practice is different since.
import assert from "node:assert/strict";
import { choose, follow, here, press, recordIt, takeFile } from "./form.mjs";
import { as, caseOf, journey, office, record } from "./office.mjs";

/** A programme of the office with what was recorded in it: the path of its page. */
async function programmeOf(sort, title, ...entries) {
  const { programme } = await office.service.post("/v1/programmes", { programmeOpened: { sort, title }, occurredOn: "2026-11-02" });
  for (const entry of entries) await office.service.post(`/v1/programmes/${programme}/entries`, { occurredOn: "2026-11-02", ...entry });
  return `/programmes/${programme}`;
}

/** A case with a finding, what was recommended for it, and an action that is done. */
async function caseWithLearning(finding, recommendation) {
  const id = await caseOf("Child Willow");
  await record(id, { learningCaptured: { findings: [{ id: "gap", finding, themes: ["information-sharing"], source: "TABLETOP_REVIEW", foundOn: "2026-11" }] } });
  await record(id, { recommendationMade: { text: recommendation, to: ["POLICE"], findings: ["gap"] } });
  await record(id, { actionAgreed: { action: "rota", what: "Write a rota of who leads.", owner: "POLICE", dueOn: "2026-12-18", recommendation: "recommendation-1" } });
  await record(id, { actionUpdated: { action: "rota", progress: "COMPLETE", reached: "CHECKED", evidence: "Nine of ten rotas were kept." } });
  return id;
}

journey("a coordinator asks of a theme and of a recommendation whether practice is different now", (wish) =>
  as("coordinator", wish, async ({ page, look }) => {
    const told = `Name who leads, ${wish.scripts ? "by day" : "by night"}.`;
    await caseWithLearning("Nobody knew who led.", told);
    const survey = await programmeOf(
      "WORKFORCE_SURVEY",
      "What the front line says",
      { surveyQuestionAsked: { text: "Do you know who leads?", themes: ["information-sharing"], answers: [{ answer: "yes", text: "Yes", hopedFor: true }, { answer: "no", text: "No" }] } },
      { surveyRoundAnswered: { asked: 120, counts: [{ answer: "yes", number: 31 }, { answer: "no", number: 19 }] } },
    );
    await page.goto("/learning");
    await follow(page, /^Is it found less often now\? Sharing information/);
    await page.getByRole("row", { name: /Write a rota of who leads\..*Police/ }).first().waitFor();
    await page.getByText("62% (31 of 50)").first().waitFor();
    await look("theme");
    assert.match(`${await takeFile(page, "Download as a spreadsheet (CSV)")}`, /October to December 2026/);
    await follow(page, "Show it by year");
    await page.getByRole("rowheader", { name: "April 2026 to March 2027" }).waitFor();
    await page.goBack();
    await page.getByRole("table", { name: "How often it was found" }).getByRole("row", { name: "October to December 2026" }).getByRole("link").first().click();
    await page.getByRole("heading", { name: "What this figure counts" }).waitFor();
    await look("theme-figure");
    await page.goto("/recommendations");
    await follow(page, told);
    await page.getByRole("heading", { name: "What is different now?" }).waitFor();
    await page.getByText("Nine of ten rotas were kept.").waitFor();
    await page.getByText("Not looked at again").waitFor();
    await look("recommendation-evidence");
    await page.goto(survey);
    await follow(page, "Questions and answers");
    await page.getByText("50 of 120 asked").waitFor();
    await look("survey");
  }));

journey("a board reads its improvement plan: what is off track, what moved since it last looked, and the risks", (wish) =>
  as("coordinator", wish, async ({ page, look }) => {
    const plan = await programmeOf("IMPROVEMENT_PLAN", "After the inspection", { planThemeNamed: { title: "Front-line practice" } });
    await page.goto(plan);
    await follow(page, "How the plan stands: objectives, what moved, what is late, risks");
    await page.getByText("This theme has no objectives yet.").waitFor();
    await look("plan-begun");
    for (const entry of [
      { planObjectiveSet: { planTheme: "plan-theme-1", what: "See every child in time.", owner: "POLICE", dueOn: "2026-12-18", alignedTo: [{ source: "INSPECTION", part: "First priority action" }] } },
      { planRiskRaised: { what: "Nobody applies.", likelihood: "HIGH", impact: "HIGH", owner: "POLICE", mitigation: "Agency workers stay." } },
      { planObjectiveUpdated: { objective: "objective-1", status: "RED", update: "Two in five are late." } },
      { planRoundHeld: { by: "improvement-board" } },
    ]) await office.service.post(`/v1${plan}/entries`, { occurredOn: "2026-11-09", ...entry });
    await page.goto(`${plan}/plan`);
    await page.getByText("No objective moved.").waitFor();
    await follow(page, "Say how an objective stands");
    await page.getByLabel("Objective").selectOption("See every child in time.").catch(() => page.getByLabel("See every child in time.").check());
    await page.locator("[name='planObjectiveUpdated.status']").selectOption("Amber: at risk").catch(() => page.getByLabel("Amber: at risk", { exact: true }).check());
    await page.getByLabel("What happened since the last update?").fill("One in five is late.");
    await recordIt(page);
    await page.goto(`${plan}/plan`);
    const moved = page.getByRole("table", { name: "Objectives that moved" });
    await moved.getByRole("row", { name: /See every child in time\..*Better.*Red: off track.*Amber: at risk/s }).waitFor();
    await page.getByRole("row", { name: /Nobody applies\..*High/s }).waitFor();
    await look("plan");
    assert.match(`${await takeFile(page, "Download the objectives as a spreadsheet (CSV)")}`, /Two in five|One in five/);
  }));

journey("questions of scrutiny are attached from the bank and answered, of a case and of a programme", (wish) =>
  as("coordinator", wish, async ({ page, look }) => {
    const programme = await programmeOf("PEER_REVIEW", "How we hear children");
    for (const of of [`/cases/${await caseOf("Child Poplar")}`, programme]) {
      const name = of.split("/")[1];
      await page.goto(`${of}/questions`);
      await page.getByText("No question is open.").waitFor();
      await follow(page, "Attach questions from the bank");
      await page.getByLabel(/What did our last three reviews raise/).check();
      await recordIt(page);
      await page.goto(`${of}/questions`);
      await look(`questions-of-${name}`);
      await page.getByRole("main").getByRole("button", { name: /^Answer it/ }).or(page.getByRole("link", { name: /^Answer it/ })).first().click();
      await page.getByLabel("What is the answer?").fill("Invented: nobody has looked.");
      await press(page, "Continue");
      await page.getByText(/Where nothing does, the answer is not known/).first().waitFor();
      await look(`answer-of-${name}-wrong`);
      await choose(page, "Is the answer not known?", "Yes");
      await recordIt(page);
      await page.goto(`${of}/questions`);
      await page.getByRole("table", { name: "Questions with their answers" }).getByText("Not known: Invented: nobody has looked.").waitFor();
      await look(`questions-of-${name}-answered`);
    }
  }));

journey("a coordinator asks the reviewer in writing, and sees on the page of time and quality what is owed", (wish) =>
  as("coordinator", wish, async ({ page, look }) => {
    const asked = `Invented: a draft of chapter ${wish.scripts ? "two" : "three"}.`;
    await page.goto("/cases/25-0003");
    await follow(page, /Time and quality/);
    await page.getByText("Nobody has checked this review yet.").or(page.getByRole("table", { name: /^Checks of time and quality/ })).waitFor();
    const health = here(page);
    await follow(page, "Ask the reviewer in writing");
    await page.getByLabel("What is the reviewer asked for?").fill(asked);
    await recordIt(page);
    await page.goto(health);
    await page.getByRole("row", { name: new RegExp(`${asked}.*Open`, "s") }).waitFor();
    await look("review-health");
    await follow(page, "Record the answer of the reviewer");
    await look("form-reviewer-answered");
  }));
