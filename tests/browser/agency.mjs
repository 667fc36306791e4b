// An agency answers.
import assert from "node:assert/strict";
import { choose, fillDay, here, press, recordIt } from "./form.mjs";
import { as, caseOf, codeIn, comeIn, inWindow, journey, newName, office, record } from "./office.mjs";

/** Asks a school, and gives the path of the link that it gets by mail. */
async function askSchool(type) {
  const { service } = office;
  const school = newName("north-school");
  const id = await caseOf("Child Elm");
  await service.post("/v1/agencies", { agency: school, name: "North School", closedDays: ["2026-11-25"] });
  const mailbox = `${school}@north.example.org`;
  await service.post(`/v1/agencies/${school}/contacts`, { name: "C Brown", role: "MAIN", mailbox });
  const asked = await service.post(`/v1/cases/${id}/returnRequests`, { agencies: [school], type });
  const { address } = asked.returnLinks[0];
  return { id, school, mailbox, link: address.slice(address.indexOf("/return/")) };
}

async function comeAsAsked({ page, look }, { link, mailbox }, name) {
  await page.goto(link);
  assert.equal(await page.getByText("Child Elm").count(), 0);
  if (name) await look(`${name}-door`);
  await press(page, "Send me a code");
  if (name) {
    await look(`${name}-code`);
    await page.getByLabel("Code").fill("000000");
    await press(page, "Continue");
    await page.getByRole("heading", { name: "There is a problem" }).waitFor();
    await look(`${name}-code-wrong`);
  }
  await page.getByLabel("Code").fill(await codeIn(mailbox));
  await press(page, "Continue");
  await page.getByText("Child Elm").waitFor();
}

journey("an agency contact says by a link and a code how the agency's actions stand", (wish) =>
  inWindow(wish, async ({ page, look }) => {
    const { service } = office;
    const school = newName("east-school");
    const id = await caseOf("Child Oak");
    const mailbox = `${school}@east.example.org`;
    await service.post("/v1/agencies", { agency: school, name: "East School" });
    await service.post(`/v1/agencies/${school}/contacts`, { name: "D Green", role: "MAIN", mailbox });
    await record(id, { actionAgreed: { action: "handovers", what: "Write handovers down.", owner: school, dueOn: "2026-12-18" } });
    let link;
    await as("coordinator", wish, async (coordinator) => {
      await coordinator.page.goto(`/cases/${id}/action-link`);
      await coordinator.look("action-link");
      await coordinator.page.getByLabel("Whom do you ask?").selectOption({ label: "D Green, East School" });
      await press(coordinator.page, "Send the link");
      await coordinator.look("action-link-sent");
      link = /\/return\/rvw_[^\s<"]+/.exec(await coordinator.page.content())[0];
    });
    await comeIn(page, link, mailbox);
    await page.getByRole("heading", { name: "Your agency's actions" }).waitFor();
    await look("return-actions");
    await page.getByRole("link", { name: "Write handovers down." }).click();
    await look("return-action");
    await press(page, "Send the update");
    await look("return-action-wrong");
    await page.getByLabel("How does it stand?").selectOption({ label: "Amber: at risk" });
    await page.getByLabel("What happened since the last update?").fill("Begun in two classes.");
    await press(page, "Send the update");
    await page.getByText("We have your update").waitFor();
    await look("return-actions-after");
  }));

journey("an agency contact answers by a link and a code, stops, comes back, and sends a first part and then the rest", (wish) =>
  inWindow(wish, async (visitor) => {
    const { page, look } = visitor;
    const asked = await askSchool("CHRONOLOGY");
    await comeAsAsked(visitor, asked, "return");
    await look("return-tasks");
    await page.locator(".govuk-task-list__link").first().click();
    await press(page, "Save and continue");
    await look("return-you-wrong");
    await page.locator("[name='agencyReturnReceived.author']").fill("C Brown, head");
    await page.locator("[name='agencyReturnReceived.involvement']").first().check();
    await press(page, "Save and continue");
    await look("return-risk-question");
    await page.getByRole("main").getByLabel("No", { exact: true }).check();
    await press(page, "Save and continue");
    await page.goto(`${asked.link}/chronology`);
    await page.locator("[name='agencyReturnReceived.chronology.0.on.year']").fill("2025");
    await page.locator("[name='agencyReturnReceived.chronology.0.what']").fill("Invented: a first visit.");
    await press(page, /^Add/);
    await look("return-chronology");
    await page.locator("[name='agencyReturnReceived.chronology.1.on.year']").fill("2026");
    await page.locator("[name='agencyReturnReceived.chronology.1.what']").fill("Invented: a second visit.");
    await press(page, "Save and come back later");
    await page.getByRole("heading", { name: "Your answers are kept" }).waitFor();
    await look("return-kept");

    // Whoever has the link alone gets no further than the door; the contact finds everything there.
    await inWindow(wish, async (stranger) => {
      await stranger.page.goto(`${asked.link}/tasks`);
      assert.equal(here(stranger.page), asked.link);
    });
    await page.goto(asked.link);
    await page.goto(`${asked.link}/chronology`);
    assert.equal(await page.locator("[name='agencyReturnReceived.chronology.1.what']").inputValue(), "Invented: a second visit.");
    await page.goto(`${asked.link}/check`);
    await press(page, "Send");
    await look("return-check-wrong");
    await page.getByLabel(/this is the first part/).check();
    await press(page, "Send");
    await page.getByRole("heading", { name: "We have the first part of your answer" }).waitFor();
    await look("return-receipt-of-a-part");
    await page.getByRole("link", { name: "Go on now" }).click();
    await look("return-tasks-after-a-part");
    await page.goto(`${asked.link}/check`);
    await page.getByLabel(/this is all/).check();
    await press(page, "Send");
    await look("return-receipt");
  }));

journey("an agency that knows nobody of the family says so in two steps", (wish) =>
  inWindow(wish, async (visitor) => {
    const { page, look } = visitor;
    const asked = await askSchool("SCOPING");
    await comeAsAsked(visitor, asked);
    await page.getByRole("link", { name: /We find no record/ }).click();
    await look("return-nothing");
    await page.locator("[name='agencyReturnReceived.author']").fill("C Brown, head");
    await page.getByRole("main").getByLabel("No", { exact: true }).check();
    await press(page, "Save and continue");
    await look("return-nothing-check");
    await press(page, "Send");
    await page.getByRole("heading", { name: "We have your answer" }).waitFor();
    await look("return-nothing-receipt");
  }));

journey("an agency that fears for a child is told at once to call, and the coordinators see it on their home page", (wish) =>
  inWindow(wish, async (visitor) => {
    const { page, look } = visitor;
    const asked = await askSchool("SUMMARY");
    await comeAsAsked(visitor, asked);
    await page.goto(`${asked.link}/risk`);
    await page.getByRole("main").getByLabel("Yes", { exact: true }).check();
    await press(page, "Save and continue");
    await page.getByRole("heading", { name: "This is not a referral" }).waitFor();
    await press(page, "Save and continue");
    await look("return-risk-wrong");
    await page.locator("[name='agencyReturnReceived.risk']").fill("Invented: a brother is at home alone; we called.");
    await look("return-risk");
    await press(page, "Save and continue");
    await as("coordinator", wish, async (coordinator) => {
      await coordinator.page.getByText("A child may be at risk now").first().waitFor();
      await coordinator.look("home-with-alert");
      await coordinator.page.getByRole("button", { name: /seen|look/i }).first().click();
      assert.equal(here(coordinator.page), `/cases/${asked.id}/returns`);
    });
  }));

journey("an agency contact with an account sees what was asked of the agency, and answers there", async (wish) => {
  const person = newName("contact");
  const id = await caseOf("Child Fir");
  await record(id, { agencyReturnRequested: { agencies: ["police", "city-hospital"], dueOn: "2026-11-27", type: "SUMMARY" } });
  await record(id, { memberAdded: { person, role: "AGENCY_CONTACT", agency: "police" } });
  await as("agency-contact", { ...wish, person, agency: "police" }, async ({ page, look }) => {
    await page.getByRole("heading", { name: "What needs you" }).waitFor();
    await page.getByRole("link", { name: /^Agency summary: Police/ }).waitFor();
    assert.equal(await page.getByText("City hospital").count(), 0);
    await look("home-of-a-contact");
    await page.goto("/cases");
    await look("cases-of-a-contact");
    await page.getByRole("link", { name: id }).click();
    await look("case-of-a-contact");
    await page.getByRole("link", { name: "Record that an agency summary came" }).click();
    await page.getByLabel("Involved", { exact: true }).check();
    await page.getByLabel("Full", { exact: true }).check();
    await recordIt(page);
    await page.getByRole("link", { name: "Agency summary received" }).first().waitFor();
    await page.goto(`/cases/${id}/returns`);
    await look("returns-of-a-contact");
  });
});
