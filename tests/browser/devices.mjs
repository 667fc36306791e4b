// The same pages on paper, with the keyboard alone, enlarged, and in the colours of the system.
import assert from "node:assert/strict";
import { test } from "node:test";
import { here } from "./form.mjs";
import { as } from "./office.mjs";
import { barriers, overflow } from "./visitor.mjs";

const everyday = ["/", "/cases", "/cases/26-0005", "/cases/26-0005/clocks/rapid-review", "/cases/26-0005/add/notificationDecided", "/overview", "/meetings", "/search", "/incident"];

test("on paper there is no menu and no button, what is folded is open, and no address stands behind a link", () =>
  as("coordinator", {}, async ({ page }) => {
    await page.emulateMedia({ media: "print" });
    for (const address of ["/", "/overview", "/cases/26-0005", "/cases/26-0005/clocks/rapid-review", "/cases/26-0005/national-form", "/cases"]) {
      await page.goto(address);
      const shown = await page.locator("nav, button, .govuk-button, .govuk-skip-link, .review-no-print").filter({ visible: true }).count();
      assert.equal(shown, 0, address);
      const behind = await page.locator("a[href]").evaluateAll((links) => links.map((link) => getComputedStyle(link, "::after").content));
      assert.deepEqual(behind.filter((content) => content.includes("/")), [], address);
      assert.equal(await page.getByRole("heading", { level: 1 }).isVisible(), true);
    }
    await page.goto("/cases/26-0005");
    await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
    assert.equal(await page.locator("details:not([open])").count(), 0);
    await page.screenshot({ path: "print-case.png", fullPage: true });
  }));

/** Where the keyboard is: its words, and whether it can be seen there. */
const focus = (page) =>
  page.evaluate(() => {
    const at = document.activeElement;
    const style = getComputedStyle(at);
    const marked = style.outlineStyle !== "none" || style.boxShadow !== "none";
    const box = at.getBoundingClientRect();
    const words = at.labels?.[0]?.innerText ?? at.innerText ?? "";
    return { nowhere: at === document.body, words: words.trim(), marked, inWindow: box.bottom > 0 && box.top < innerHeight };
  });

/** Goes on with the tab key until the keyboard is where these words are. */
async function tabTo(page, words) {
  for (let i = 0; i < 150; ++i) {
    await page.keyboard.press("Tab");
    const at = await focus(page);
    if (at.nowhere) continue;
    assert.ok(at.marked && at.inWindow, `the keyboard is not seen at “${at.words}”`);
    if (at.words.startsWith(words)) return;
  }
  throw new Error(`the tab key never comes to “${words}”`);
}

test("an officer notes a call and corrects a mistake with the keyboard alone", () =>
  as("coordinator", {}, async ({ page }) => {
    const press = (key) => Promise.all([page.waitForLoadState("load"), page.waitForEvent("framenavigated"), page.keyboard.press(key)]);
    await page.goto("/cases/26-0004");
    await page.keyboard.press("Tab");
    assert.equal((await focus(page)).words, "Skip to main content");
    await page.keyboard.press("Enter");
    await tabTo(page, "Record what happened");
    await press("Space").catch(() => press("Enter"));
    await tabTo(page, "Add a note");
    await press("Enter");
    await tabTo(page, "Continue");
    await press("Enter");
    assert.match(await page.title(), /^Error: /);
    assert.equal(await page.evaluate(() => document.activeElement.classList.contains("govuk-error-summary")), true);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    assert.equal((await focus(page)).words, "What was said or noted?");
    await page.keyboard.type("Invented: typed without a mouse.");
    await tabTo(page, "Continue");
    await press("Space");
    await tabTo(page, "Record");
    await press("Enter");
    assert.equal(here(page), "/cases/26-0004");
    await page.getByRole("link", { name: "Note added" }).first().waitFor();
  }));

test("an administrator refuses and approves nothing by mistake: the menu, a table and a form are gone through with the keyboard", () =>
  as("administrator", {}, async ({ page }) => {
    await page.goto("/");
    await tabTo(page, "Administration");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/administration");
    await tabTo(page, "People");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/people");
    await tabTo(page, "Short name");
    await page.keyboard.type("typed-by-hand");
    await tabTo(page, "Role");
    await page.keyboard.type("Reader");
    await tabTo(page, "Make a link");
    await page.keyboard.press("Enter");
    await page.getByText("This link is shown only now.").waitFor();
  }));

test("at four times the size nothing has to be moved sideways, and nothing is cut off", () =>
  as("coordinator", { window: { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 } }, async ({ page }) => {
    for (const address of everyday) {
      await page.goto(address);
      assert.equal(await overflow(page), 0, address);
      const cut = await page.locator("h1, p, th, td, label, button, dd").evaluateAll((parts) =>
        parts.filter((part) => getComputedStyle(part).overflow === "hidden" && part.scrollWidth > part.clientWidth + 1 && part.clientWidth > 2).map((part) => part.innerText));
      assert.deepEqual(cut, [], address);
    }
  }));

test("in the colours of the system, and for people whom movement harms, the pages have no barrier either", () =>
  as("coordinator", { window: { forcedColors: "active", reducedMotion: "reduce" } }, async ({ page }) => {
    const found = [];
    for (const address of everyday) {
      await page.goto(address);
      found.push(...(await barriers(page)).map((barrier) => `${address}: ${barrier}`));
      const moving = await page.evaluate(() => document.getAnimations().length);
      if (moving > 0) found.push(`${address}: ${moving} things move`);
    }
    await page.goto("/cases/26-0005");
    await page.screenshot({ path: "forced-colours-case.png" });
    assert.deepEqual(found, []);
  }));
