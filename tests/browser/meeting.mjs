// The panel meets, and the partners decide.
import assert from "node:assert/strict";
import { answerCriteria } from "./coordinator.mjs";
import { choose, fillDay, follow, here, press, recordIt, takePaper } from "./form.mjs";
import { as, caseOf, journey, newName, office, record } from "./office.mjs";

/** Calls a meeting about a case, as the form asks for it. */
async function call({ page, look }, id) {
  await page.getByRole("link", { name: "Meetings", exact: true }).click();
  await look("meetings");
  await page.getByRole("button", { name: "Call a meeting" }).click();
  await press(page, "Call the meeting");
  await look("call-meeting-wrong");
  await page.getByLabel("What is the meeting called?").fill(`Rapid review panel on ${id}`);
  await fillDay(page, /On which day is it held/, [20, 11, 2026]);
  await page.getByLabel(new RegExp(`^${id}`)).check();
  await page.getByLabel("Other items (optional)").fill("Matters arising");
  await press(page, "Call the meeting");
  await page.getByRole("heading", { name: `Rapid review panel on ${id}` }).waitFor();
  await look("meeting-called");
  return here(page);
}

journey("a chair runs the meeting: agenda, who came, quorum, minutes, recommendation with a dissent, decision and sign-off; then the rapid review is sent", (wish) =>
  as("chair", wish, async (chair) => {
    const { page, look } = chair;
    const id = await caseOf("Child Hazel");
    await page.goto("/overview");
    await page.getByRole("link", { name: id }).waitFor();
    await look("overview-of-the-chair");
    const meeting = await call(chair, id);
    await takePaper(page, "Download as a text to edit (ODT)", "odt");
    await takePaper(page, "Download as a PDF", "pdf");

    await follow(page, "Record who came, and apologies");
    for (const agency of ["Local authority", "Integrated care board", "Police"]) {
      await page.getByRole("group", { name: agency }).getByLabel("Present", { exact: true }).check();
    }
    await look("who-came");
    await press(page, "Save");
    await page.goto(meeting);
    await page.getByText(/^Quorate/).waitFor();

    await follow(page, /^Declare a conflict of interest/);
    await look("declare-conflict");
    await page.goto(meeting);
    await page.locator("summary", { hasText: `Write the minutes of` }).first().click();
    await page.getByLabel(/^Minutes of/).first().fill("The panel heard what each agency knew.");
    await press(page, "Save the minutes");
    await page.getByText("The panel heard what each agency knew.").first().waitFor();
    await follow(page, /^Record what the meeting recommends/);
    await press(page, "Save");
    await look("recommendation-wrong");
    await page.locator("[name='itemRecommended.recommends']").selectOption("Local child safeguarding practice review");
    await page.locator("[name='itemRecommended.reasons']").fill("Invented: there is learning for several agencies.");
    await look("recommendation");
    await press(page, "Save");
    await follow(page, "End the meeting");
    await look("end-the-meeting");
    await press(page, /End|Save/);
    await page.getByText(/Ended on/).first().waitFor();
    await look("meeting-ended");

    await follow(page, /^Record the partners’ decision/);
    await answerCriteria(page, { "improvements that are needed": "Yes", "themes that come back": "No", "two or more agencies": "Yes", "Has the Panel considered": "No" });
    await page.locator("[name='rapidReviewDecided.reasons']").fill("Invented: agencies did not share what they knew.");
    await press(page, "Add a differing view");
    await page.locator("select[name='rapidReviewDecided.dissent.0.by']").selectOption("POLICE");
    await page.locator("[name='rapidReviewDecided.dissent.0.reasons']").fill("Invented: a learning briefing would do.");
    await look("decision-with-dissent");
    await recordIt(page);

    for (const body of ["Local authority", "Integrated care board", "Police"]) {
      await page.goto(meeting);
      await page.getByRole("link", { name: new RegExp(`^Record its sign-off.*${body}`) }).click();
      await choose(page, "What was signed?", "Rapid review");
      await page.getByLabel("Agrees", { exact: true }).check();
      await recordIt(page);
    }
    await page.goto(meeting);
    await look("meeting-signed");
    await page.goto(`/cases/${id}`);
    await look("case-decided");
    await as("coordinator", wish, async (coordinator) => {
      await coordinator.page.goto(`/cases/${id}`);
      await follow(coordinator.page, "Record that the rapid review was sent to the National Panel");
      await recordIt(coordinator.page);
      await coordinator.page.getByText("Waiting for the National Panel").first().waitFor();
      await coordinator.look("rapid-review-sent");
    });
  }));

journey("a member of the panel reads the papers, gives the agency's view before the meeting, and is asked again by circulation", async (wish) => {
  const person = newName("member");
  const id = await caseOf("Child Ivy");
  await record(id, { memberAdded: { person, role: "PANEL_MEMBER", agency: "police" } });
  const called = await office.service.post("/v1/meetings", { meetingCalled: { title: "Panel on Child Ivy", heldOn: "2026-11-24", items: [{ title: "About Child Ivy", case: id }], invited: [{ person, agency: "POLICE" }] } });
  await record(id, { documentFiled: { title: "Chronology for the panel", meeting: called.meeting } });
  await as("panel-member", { ...wish, person, agency: "police" }, async ({ page, look }) => {
    await page.getByRole("heading", { name: "Views asked of you" }).waitFor();
    await look("home-of-a-member");
    await page.goto(`/meetings/${called.meeting}`);
    await page.getByText("Chronology for the panel").waitFor();
    await look("meeting-of-a-member");
    await follow(page, /^Give an agency’s view/);
    await press(page, "Record this view");
    await look("own-view-wrong");
    await page.getByLabel(/What does the agency recommend/).selectOption("Tabletop review").catch(() => page.getByLabel("Tabletop review", { exact: true }).check());
    await page.getByLabel(/^Why\?/).fill("Invented: enough is known.");
    await press(page, "Record this view");
    await page.getByText("Invented: enough is known.").first().waitFor();
    await page.goto("/");
    await page.getByText("Nobody waits for your view.").waitFor();

    await record(id, { circulationStarted: { question: "Is a tabletop review enough?", agencies: ["POLICE", "LOCAL_AUTHORITY"], respondBy: "2026-11-27" } });
    await page.goto("/");
    await follow(page, /Is a tabletop review enough|26-/);
    await look("own-view-by-circulation");
    await page.goto(`/cases/${id}/circulations/circulation-1`);
    await look("circulation");
    await page.getByRole("button", { name: /Give an agency/ }).click();
    await page.getByLabel(/What does the agency recommend/).selectOption("Tabletop review").catch(() => page.getByLabel("Tabletop review", { exact: true }).check());
    await press(page, "Record this view");
    await page.getByText("Local authority").first().waitFor();
    await look("circulation-answered");
  });
});

journey("a member of the panel who declares a conflict of interest leaves the item, and once excluded does not see the case", async (wish) => {
  const person = newName("member");
  const id = await caseOf("Child Juniper");
  await record(id, { memberAdded: { person, role: "PANEL_MEMBER", agency: "police" } });
  const called = await office.service.post("/v1/meetings", { meetingCalled: { title: "Panel on Child Juniper", heldOn: "2026-11-24", items: [{ title: "About Child Juniper", case: id }], invited: [{ person, agency: "POLICE" }] } });
  await as("panel-member", { ...wish, person, agency: "police" }, async ({ page, look }) => {
    await page.goto(`/meetings/${called.meeting}`);
    await follow(page, /^Declare a conflict of interest/);
    await press(page, "Save");
    await look("conflict-wrong");
    await page.getByLabel(/^Leaves/).check();
    await press(page, "Save");
    await page.getByText("You have left this item").waitFor();
    await look("item-left");
    await record(id, { conflictDeclared: { person, managed: "NO_POSITION" } });
    await page.goto(`/cases/${id}/view`);
    await look("no-view-to-give");
    await record(id, { conflictDeclared: { person, managed: "EXCLUDED" } });
    const answer = await page.goto(`/cases/${id}`);
    assert.equal(answer.status(), 404);
    await look("excluded");
    const other = await page.goto("/cases/99-9999");
    assert.equal(other.status(), 404);
  });
});
