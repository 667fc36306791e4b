// A case in the business unit, from the notification on.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { choose, goByMore, here, press, recordIt, takeFile, takePaper } from "./form.mjs";
import { as, caseOf, inWindow, journey, newName, office, record } from "./office.mjs";
import { takeUp } from "./visitor.mjs";

/** Each criterion is answered, with a reason. */
export async function answerCriteria(page, answers) {
  for (const [words, answer] of Object.entries(answers)) {
    const criterion = page.getByRole("group", { name: words }).last();
    await criterion.getByLabel(answer, { exact: true }).check();
    await criterion.getByLabel(/^Why/).fill("Invented: the papers say so.");
  }
}

journey("a coordinator decides to notify criterion by criterion, sees what would change, and notifies the National Panel", (wish) =>
  as("coordinator", wish, async ({ page, look }) => {
    const id = await caseOf("Child Alder", { notified: false });
    await page.goto(`/cases/${id}`);
    await page.getByRole("link", { name: "Decide whether to notify" }).first().click();
    await press(page, "Continue");
    await page.getByRole("heading", { name: "There is a problem" }).waitFor();
    await look("notification-decision-wrong");
    await answerCriteria(page, { "know or suspect": "Yes", "Did the child die": "Yes", "Did it happen in": "Yes" });
    await choose(page, "What was decided?", "Notify");
    await page.locator("[name='notificationDecided.reasons']").fill("Invented: all three are met.");
    await look("notification-decision");
    await recordIt(page);
    await page.getByRole("link", { name: "Record that the National Panel was notified" }).first().click();
    await page.getByLabel(/^National reference/).fill("EXAMPLE-7");
    await press(page, "Continue");
    await page.getByRole("row", { name: /Send the rapid review/ }).waitFor();
    await look("notified-what-it-changes");
    await press(page, "Record");
    await page.getByText("Recorded: National Panel notified.").waitFor();
    await look("case-notified");
  }));

journey("a coordinator puts an agency into the register, asks it in one step, reminds it and notes a call", (wish) =>
  as("coordinator", wish, async ({ page, look }) => {
    const id = await caseOf("Child Aspen");
    const school = newName("east-school");
    await goByMore(page, "Agencies");
    await look("contacts");
    await page.getByRole("button", { name: "Add an agency" }).click();
    await press(page, "Add the agency");
    await look("add-agency-wrong");
    await page.getByLabel("Name of the agency").fill(`East School ${school}`);
    await press(page, "Add the agency");
    await press(page, "Add the contact");
    await look("agency-wrong");
    await page.getByLabel("Name of the contact").fill("B Jones");
    await page.getByLabel("Main contact").check();
    await page.getByLabel("Mailbox").fill("b.jones@east.example.org");
    await press(page, "Add the contact");
    await look("agency");
    await page.goto(`/cases/${id}/returns`);
    await look("returns-none");
    await press(page, "Ask these agencies");
    await look("returns-wrong");
    await page.getByLabel(`East School ${school}`).check();
    await press(page, "Ask these agencies");
    await page.getByRole("heading", { name: "The agencies were asked" }).waitFor();
    await look("returns-asked");
    await page.getByRole("link", { name: "Go to the agency summaries" }).click();
    await page.getByText(/^More for /).first().click();
    await press(page, /^Send a reminder/);
    await page.getByText(/^More for /).first().click();
    await press(page, /^Called today/);
    await page.getByText(/Called|By telephone/).first().waitFor();
    await look("returns");
    await page.getByRole("link", { name: "Texts of the usual mails" }).click();
    await look("mail-texts");
    await page.goto("/returns");
    await look("timeliness");
    await page.goto("/practice/mail");
    await look("practice-mail");
  }));

journey("a coordinator files a document, notes a telephone call in one line, and corrects what was wrong in it", (wish) =>
  as("coordinator", wish, async ({ page, look }) => {
    const id = await caseOf("Child Beech");
    await page.goto(`/cases/${id}/documents`);
    await look("documents-none");
    await page.goto(`/cases/${id}/documents/add`);
    await press(page, "File it");
    await look("file-document-wrong");
    await page.getByLabel("Title").fill("Chronology");
    await page.getByLabel("File", { exact: true }).setInputFiles({ name: "chronology.txt", mimeType: "text/plain", buffer: Buffer.from("An invented chronology.\n") });
    await press(page, "File it");
    await look("documents");
    const link = page.getByRole("main").getByRole("link", { name: /version|Open|Chronology/i }).first();
    const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
    assert.equal(await readFile(await download.path(), "utf8"), "An invented chronology.\n");

    await page.goto(`/cases/${id}`);
    await page.locator("summary", { hasText: "Note of a telephone call" }).click();
    await page.getByLabel("Who did you speak to?").fill("The ward sister");
    await page.getByLabel("What was said?").fill("Invented: the child is bettr.");
    await press(page, "Record the note");
    await page.getByRole("link", { name: "Note added" }).first().click();
    await look("update");
    await page.getByRole("link", { name: "Correct this update" }).click();
    await page.getByLabel("What was said or noted?").fill("Invented: the child is better.");
    await look("correct-update");
    await press(page, "Continue");
    await look("correct-update-wrong");
    await page.getByLabel("Why is it corrected?").fill("A slip of the pen.");
    await recordIt(page);
    await page.locator("#updates ~ *, .moj-timeline").getByRole("link", { name: "Note added" }).first().click();
    await page.getByRole("link", { name: /the update that corrects it/ }).click();
    await page.getByText("Invented: the child is better.").first().waitFor();
    await look("update-corrected");
  }));

journey("a coordinator finds what was recommended before, and keeps what was typed", (wish) =>
  as("coordinator", wish, async ({ page, look }) => {
    const earlier = await caseOf("Child Myrtle");
    await record(earlier, { recommendationMade: { text: "Larchwood ferries carry a beacon after dusk." } });
    const id = await caseOf("Child Sorrel");
    await page.goto(`/cases/${id}/add/recommendationMade`);
    const text = page.locator("[name='recommendationMade.text']");
    await text.fill("After dusk, a beacon is carried by the Larchwood ferries.");
    await press(page, "Find earlier ones");
    await page.getByRole("heading", { name: "Earlier recommendations like this one" }).waitFor();
    await page.getByText("No action was agreed.").first().waitFor();
    assert.equal(await text.inputValue(), "After dusk, a beacon is carried by the Larchwood ferries.");
    await look("recommendation-earlier");
    await recordIt(page);
    await page.goto(`/cases/${id}/add/rapidReviewDecided`);
    await page.getByRole("heading", { name: "Has this been said before?" }).waitFor();
    await look("rapid-review-said-before");
  }));

journey("two officers record at the same time: the second is told, keeps what was typed, and goes on", (wish) =>
  as("coordinator", wish, async ({ page, look }) => {
    const id = await caseOf("Child Cedar");
    const note = async (at, words) => {
      await at.goto(`/cases/${id}/add/noteAdded`);
      await at.locator("[name='noteAdded.text']").fill(words);
      await press(at, "Continue");
    };
    await note(page, "The first to begin.");
    const colleague = newName("colleague");
    await inWindow(wish, async (other) => {
      await takeUp(other.page, await office.service.invite(colleague, "coordinator"));
      await note(other.page, "The first to record.");
      await press(other.page, "Record");
    });
    await press(page, "Record");
    await page.getByRole("heading", { name: "New since you opened the form" }).waitFor();
    await page.getByText(`recorded by ${colleague}`).waitFor();
    await page.getByText("The first to begin.").waitFor();
    await look("somebody-else-recorded");
    await press(page, "Go on with what I typed");
    await press(page, "Record");
    assert.equal(here(page), `/cases/${id}`);
    await page.getByText("The first to begin.").or(page.getByRole("link", { name: "Note added" })).first().waitFor();
  }));

journey("a coordinator finds a case by words, narrows the list, keeps the view and takes the list away as a file", (wish) =>
  as("coordinator", wish, async ({ page, look }) => {
    await page.getByRole("link", { name: "Search" }).click();
    await look("search");
    await press(page, "Search");
    await look("search-wrong");
    await page.getByLabel("What are you looking for?").fill("Child R");
    await press(page, "Search");
    await page.getByRole("link", { name: "26-0005" }).first().waitFor();
    await look("search-results");
    await page.getByLabel("What are you looking for?").fill("zzzzzz");
    await press(page, "Search");
    await look("search-nothing");

    await page.getByRole("link", { name: "Cases", exact: true }).click();
    await look("cases");
    await page.getByText("Filter the cases").click();
    await page.getByLabel("Stage").selectOption("Rapid review");
    await page.getByLabel("Opened on or after").fill("soon");
    await press(page, "Show these cases");
    await look("cases-wrong");
    await page.getByLabel("Opened on or after").fill("1/1/2026");
    await press(page, "Show these cases");
    await page.getByLabel("Save this view as").fill("Rapid reviews of this year");
    await press(page, "Save this view");
    await look("cases-narrowed");
    await page.goto("/");
    await page.getByRole("link", { name: "Rapid reviews of this year" }).click();
    await page.getByRole("link", { name: "26-0005" }).waitFor();
    assert.match(`${await takeFile(page, "Download as a spreadsheet (CSV)")}`, /26-0005/);
    await page.goto("/reminders");
    await look("reminders");
    await press(page, "I have these in hand");
    await look("reminders-none-chosen");
    await page.getByRole("checkbox").first().check();
    await page.getByRole("checkbox").nth(1).check();
    await press(page, "I have these in hand");
    await look("reminders-in-hand");
    await page.getByRole("checkbox").first().check();
    await press(page, "Put these off");
    await look("reminders-put-off");
    await page.getByRole("link", { name: "Your reminders by email" }).click();
    await look("reminders-by-email");
    await page.getByLabel("Your mailbox at work").fill("no mailbox");
    await press(page, "Save");
    await look("reminders-by-email-refused");
    await page.getByLabel("Your mailbox at work").fill("a.coordinator@example.org");
    await press(page, "Save");
    await look("reminders-by-email-code");
    await page.goto("/overview");
    await look("overview");
    assert.match(`${await takeFile(page, "Download all dates as CSV")}`, /26-0005/);
    await page.getByRole("link", { name: "Yearly report" }).click();
    await look("yearly-report");
    assert.match(`${await takeFile(page, /Download as a spreadsheet \(CSV\).*Cases by route/)}`, /notified/);
    await takePaper(page, "Download as a spreadsheet (XLSX)", "xlsx");
    await takePaper(page, "Download as a text to edit (ODT)", "odt");
    await takePaper(page, "Download as a PDF", "pdf");
    await page.goto("/figures?from=2026-01-01&to=2026-12-31");
    await look("yearly-report-of-this-year");
    await page.getByRole("table", { name: "Cases by route" }).getByRole("link").first().click();
    await look("what-a-figure-counts");
    await page.goto("/figures?published=true&from=2025-04-01&to=2026-03-31");
    await look("yearly-report-for-publication");
    await page.goto("/figures?from=soon");
    await look("yearly-report-refused");
    await page.goto("/cases?stage=CLOSED&due=late");
    await look("cases-none");
    await press(page, /^Delete/);
  }));

journey("a coordinator looks at what is open to be recorded, and why the rest is not", (wish) =>
  as("coordinator", wish, async ({ page, look }) => {
    await look("home");
    await page.goto("/cases/26-0005");
    await page.getByText("Not open yet, and why").click();
    await look("case");
    await page.getByRole("button", { name: "Record what happened" }).click();
    await look("what-happened");
    await page.goto("/cases/25-0001");
    await look("case-held");
    await page.goto("/cases/26-0010");
    await look("case-closed");
    await page.goto("/cases/26-0005/clocks/panel-reply");
    await look("why-not-started");
    await page.goto("/cases/26-0005/seen");
    await look("who-has-seen");
    for (const kind of ["proceedingsOpened", "embargoPlaced", "familyContacted", "learningCaptured", "agencyReturnReceived", "caseClosed", "entryWithdrawn"]) {
      await page.goto(`/cases/26-0005/add/${kind}`);
      await look(`form-${kind}`);
    }
    await page.goto("/cases/26-0005/add/caseClosed");
    await page.locator("[name='caseClosed.reason']").first().check().catch(() => page.locator("[name='caseClosed.reason']").selectOption({ index: 1 }));
    await press(page, "Continue");
    await page.getByRole("heading", { name: "There is a problem" }).waitFor();
    await look("refused-by-a-rule-wrong");
    await page.goto("/practice");
    await look("practice-day");
    await page.getByLabel("Day").fill("40");
    await page.getByRole("button", { name: /^Set/ }).last().click();
    await look("practice-day-wrong");
  }));

journey("a coordinator leaves an update half typed, and goes on with it from the case", (wish) =>
  as("coordinator", wish, async ({ page, look }) => {
    const id = await caseOf(wish.scripts ? "Child Half One" : "Child Half Two");
    await page.goto(`/cases/${id}/add/noteAdded`);
    await page.getByLabel("What was said or noted?").fill("Invented: the first half");
    await press(page, "Save and come back later");
    await page.goto(`/cases/${id}`);
    await look("case-with-draft");
    const drop = await page.locator('a[href^="/drafts/"]').first().getAttribute("href");
    // Where somebody is led whose session was over when the form came.
    await page.goto(drop.replace("/delete", ""));
    assert.equal(await page.getByLabel("What was said or noted?").inputValue(), "Invented: the first half");
  }));

journey("a coordinator brings in a spreadsheet of past cases after a look at every row", (wish) =>
  as("coordinator", wish, async ({ page, look }) => {
    const reference = newName("past").toUpperCase();
    await page.goto("/administration/past");
    await press(page, "Read it");
    await look("past-wrong");
    const rows = `Ref,Child,Status,Shoe size\n${reference},Child Past,referred,4\n`;
    await page.getByLabel("Spreadsheet", { exact: true }).setInputFiles({ name: "cases.csv", mimeType: "text/csv", buffer: Buffer.from(rows) });
    await press(page, "Read it");
    await look("past-columns");
    await press(page, "See what would be imported");
    await look("past-report-faults");
    await page.getByText(/Nobody has said what this column is/).first().waitFor();
    await page.getByRole("link", { name: "Back to the columns" }).click();
    await page.getByLabel("Sheet1: Shoe size").selectOption("Keep it in the note of its row");
    await press(page, "See what would be imported");
    await look("past-report");
    const list = page.getByRole("link", { name: "Download this report as a CSV file" });
    const [download] = await Promise.all([page.waitForEvent("download"), list.click()]);
    assert.match(await readFile(await download.path(), "utf8"), /OFFICIAL-SENSITIVE/);
    await press(page, "Import them");
    await look("past-imported");
    await page.getByRole("link", { name: reference.toLowerCase() }).click();
    await page.getByRole("heading", { level: 1 }).waitFor();
  }));

journey("a coordinator takes in an agency's chronology and sees what to look at", (wish) =>
  as("coordinator", wish, async ({ page, look }) => {
    const id = await caseOf("Child Rowan");
    await page.goto(`/cases/${id}/chronology`);
    await press(page, "Read it");
    await look("chronology-wrong");
    const rows = "Date,Event,Voice of the child\nabout 4/3/2025,Seen at home,Smiled\n10/9/2025,Seen at the clinic,\n";
    await page.getByLabel("Whose is it?").fill("city-hospital");
    await page.getByLabel("Table", { exact: true }).setInputFiles({ name: "table.csv", mimeType: "text/csv", buffer: Buffer.from(rows) });
    await press(page, "Read it");
    await look("chronology-table");
    await press(page, "Record this chronology");
    await page.getByText("Seen at the clinic").first().waitFor();
    await look("chronology");
    assert.match(`${await takeFile(page, "Download as a spreadsheet (CSV)")}`, /Seen at the clinic/);
    await takePaper(page, "Download as a text to edit (ODT)", "odt");
    await takePaper(page, "Download as a PDF", "pdf");
  }));
