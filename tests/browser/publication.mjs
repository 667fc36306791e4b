// A report goes out: the day, what is done before, what is out, and the letter where it is late.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { press } from "./form.mjs";
import { as, caseOf, decide, journey, record } from "./office.mjs";
import { overflow } from "./visitor.mjs";

/** A case whose review was commissioned. */
async function reviewed(pseudonym) {
  const id = await caseOf(pseudonym);
  await decide(id, {
    rapidReviewDecided: {
      outcome: "LCSPR",
      reasons: "Invented.",
      criteria: ["improvements-needed", "recurrent-themes", "agencies-working-together", "panel-suggests-review"].map(
        (criterion) => ({ criterion, met: "YES", reason: "Invented." }),
      ),
    },
  });
  await record(id, { reviewCommissioned: { review: "review-1", reviewers: ["reviewer-oak"] } });
  return `/cases/${id}/reviews/review-1`;
}

journey("a coordinator plans the day of a publication, sees what moves, and what is missing", (wish) =>
  as("coordinator", wish, async ({ page, look }) => {
    const at = await reviewed("Child Juniper");
    await page.goto(`${at}/publication`);
    await look("publication-plan");
    await press(page, "Save this day");
    await look("publication-plan-wrong");
    for (const [part, value] of [["day", "23"], ["month", "3"], ["year", "2027"]]) {
      await page.locator(`[name='plannedOn.${part}']`).fill(value);
    }
    await press(page, "Save this day");
    await page.getByRole("heading", { name: "Check before you save this day" }).waitFor();
    await look("publication-check");
    await press(page, "Change the day");
    assert.equal(await page.locator("[name='plannedOn.day']").inputValue(), "23");
    await press(page, "See what moves");
    await page.getByText("Nothing is saved yet").waitFor();
    await look("publication-what-moves");
    await press(page, "Save this day");
    await page.getByText("Planned for").waitFor();
    await look("publication-planned");
    await page.goto(`${at}/publish`);
    await look("publish-card");
    await page.goto(`${at}/delay-letter`);
    await look("delay-letter");
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.getByText("When you have sent it").isVisible(), false);
    const cut = await page.locator("#letter").evaluate((box) => box.scrollHeight - box.clientHeight);
    assert.ok(cut <= 1, `${cut} pixels of the letter are cut off on paper`);
    await page.screenshot({ path: "print-delay-letter.png", fullPage: true });
    await page.emulateMedia({ media: null });
    await press(page, "Record that it was sent");
    await look("delay-letter-wrong");
    await page.goto(`${at}/take-down`);
    await look("take-down-nothing");
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(`${at}/publication`);
    assert.equal(await overflow(page), 0);
  }));

journey("a coordinator looks at what was learned over all cases, and takes it away", (wish) =>
  as("coordinator", wish, async ({ page, look }) => {
    await page.goto("/learning");
    await look("learning");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Download as a spreadsheet (CSV)" }).click(),
    ]);
    assert.match(await readFile(await download.path(), "utf8"), /Information was shared late/);
    await page.getByText("Filter what was found").click();
    await page.getByLabel("Theme").selectOption("babies");
    await page.getByRole("button", { name: "Show these findings" }).click();
    await look("learning-narrowed");
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto("/learning");
    assert.equal(await overflow(page), 0);
  }));

journey("a coordinator has themes suggested for what they write", (wish) =>
  as("coordinator", wish, async ({ page, look }) => {
    await page.goto("/cases/26-0001/add/learningCaptured");
    await page.getByLabel("What was found?").fill("Bruising of a baby was explained away.");
    await page.getByRole("button", { name: "Suggest themes" }).click();
    await page.getByLabel(/^Babies, because of/).check();
    assert.equal(await page.getByLabel("What was found?").inputValue(), "Bruising of a baby was explained away.");
    await look("themes-suggested");
  }));

journey("a coordinator sees what was published, takes the list away, and what taking down would ask", (wish) =>
  as("coordinator", wish, async ({ page, look }) => {
    await page.goto("/publications");
    await look("publications");
    const file = async (link) => {
      const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: link }).click()]);
      return readFile(await download.path(), "utf8");
    };
    assert.match(await file("Download as a spreadsheet (CSV)"), /OFFICIAL-SENSITIVE/);
    assert.match(await file("Download a page for your website"), /<h1>Published reviews<\/h1>/);
    await page.getByRole("main").getByRole("table").getByRole("link").first().click();
    await look("publication-published");
    const at = page.url().replace(/\/publication$/, "");
    await page.goto(`${at}/bundle`);
    await look("publication-no-files");
    await page.goto(`${at}/take-down`);
    await look("take-down");
    await press(page, "Take it down now");
    await look("take-down-wrong");
  }));
