// A store that is no practice store: empty at first, with a second step for coordinators, and with real mail.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { appCode } from "./app_code.mjs";
import { here, press } from "./form.mjs";
import { startMailbox } from "./mailbox.mjs";
import { as, inWindow } from "./office.mjs";
import { startService } from "./service.mjs";
import { takeUp } from "./visitor.mjs";

let mailbox;
let real;

before(async () => {
  mailbox = await startMailbox();
  const lines = [
    "[mail]",
    `server = "smtp://127.0.0.1:${mailbox.port}"`,
    'tls = "none"',
    'from = "reviews@example.org"',
    'domains = ["school.example"]',
    'coordinators = ["coordinators@example.org"]',
    'governance = ["governance@example.org"]',
    'address = "https://reviews.example.org"',
    'safeguarding-telephone = "01632 960002"',
  ];
  real = await startService({ practice: false, config: lines.join("\n") + "\n" });
});
after(async () => {
  await real?.stop();
  await mailbox?.stop();
});

/** Nobody lets others into a real store without a second step. */
async function setUpSecondStep(page) {
  await page.goto("/account/second-step");
  await press(page, "Start");
  const key = await page.locator("strong.review-key").textContent();
  await page.getByLabel("Code").fill(appCode(key));
  await press(page, "Turn on the second step");
  await page.getByRole("heading", { name: "Keep your recovery codes" }).waitFor();
}

test("a coordinator of a real store sets up the second step first, and then finds every list empty and said so", () =>
  as("coordinator", {}, async ({ page, look }) => {
    await page.goto("/cases");
    assert.equal(here(page), "/account/second-step");
    await look("real-second-step");
    await setUpSecondStep(page);
    for (const [name, address] of [
      ["home", "/"],
      ["cases", "/cases"],
      ["meetings", "/meetings"],
      ["programmes", "/programmes"],
      ["reminders", "/reminders"],
      ["overview", "/overview"],
      ["contacts", "/contacts"],
      ["timeliness", "/returns"],
      ["scrutiny", "/scrutiny"],
      ["approvals", "/administration/approvals"],
      ["closures", "/administration/closures"],
    ]) {
      assert.equal((await page.goto(address)).status(), 200, address);
      assert.equal(await page.getByText("Practice store").count(), 0, address);
      await look(`real-${name}-empty`);
    }
  }, () => real));

test("an administrator of a real store invites and resets nobody alone: a coordinator agrees, in two clicks", () =>
  as("administrator", {}, async ({ page, look }) => {
    await setUpSecondStep(page);
    await as("coordinator", {}, async (coordinator) => {
      await setUpSecondStep(coordinator.page);
      /** What the administrator proposed is approved from the home page, and then made. */
      const agree = async (name) => {
        const approval = here(page);
        await look(`real-${name}-proposed`);
        await coordinator.page.goto("/");
        await coordinator.page.locator(`main a[href="${approval}"]`).click();
        await coordinator.look(`real-${name}-to-approve`);
        await press(coordinator.page, "Approve");
        await coordinator.page.getByText("This code is shown only now").waitFor();
        await coordinator.look(`real-${name}-code`);
        const code = /[a-z2-7]{4}(-[a-z2-7]{4}){3}/.exec(await coordinator.page.getByRole("main").innerText())[0];
        await page.goto(approval);
        await look(`real-${name}-approved`);
        await press(page, "Make the link");
        await page.getByText("This link is shown only now").waitFor();
        await look(`real-${name}-made`);
        const made = await page.getByRole("main").innerText();
        assert.ok(!made.includes(code));
        return { link: /\/invitation\/\S+/.exec(made)[0], code };
      };
      await page.goto("/administration/people");
      await look("real-people");
      await page.getByLabel("Short name").fill("pia-reader");
      await page.getByLabel("Role").selectOption("Reader");
      await press(page, "Propose an invitation");
      await look("real-invite-wrong");
      await page.getByLabel("Why?").fill("Reads for the board.");
      await press(page, "Propose an invitation");
      const given = await agree("invitation");
      await inWindow({}, async (invited) => {
        await invited.page.goto(given.link);
        await invited.look("real-invitation");
        await invited.page.getByLabel("Password", { exact: true }).fill("violet harbour teapot");
        await press(invited.page, "Set password and sign in");
        await invited.look("real-invitation-wrong");
        await takeUp(invited.page, given);
        await invited.page.getByRole("heading", { name: "What needs you" }).waitFor();
      }, () => real);
      await page.goto("/administration/people/pia-reader/reset");
      await look("real-reset");
      await page.getByLabel("Why?").fill("She rang from her own number.");
      await press(page, "Propose to reset the password and the codes");
      await agree("reset");
      assert.match(await mailbox.find("governance@example.org", /(password of somebody)/), /password/);
    }, () => real);
  }, () => real));

test("an agency of a real store gets the link and the code by mail, and its answer a receipt", () =>
  inWindow({}, async ({ page, look }) => {
    const day = new Date(Date.now() - 3 * 86_400_000).toISOString().slice(0, 10);
    const children = [{ pseudonym: "Child Oak", ageYears: 7 }];
    const incident = { incidentOn: day, localAuthorityAwareOn: day, harm: "SERIOUS_HARM", abuseOrNeglect: "SUSPECTED", children, occurredIn: "example-borough" };
    const { case: id } = await real.post("/v1/cases", { incidentLogged: incident });
    await real.post(`/v1/cases/${id}/entries`, { panelNotified: { reference: "EXAMPLE-1" } });
    await real.post("/v1/agencies", { agency: "east-school", name: "East School" });
    const to = "b.jones@east.school.example";
    await real.post("/v1/agencies/east-school/contacts", { name: "B Jones", role: "MAIN", mailbox: to });
    await real.post(`/v1/cases/${id}/returnRequests`, { agencies: ["east-school"], type: "SCOPING" });

    await page.goto(await mailbox.find(to, /https:\/\/reviews\.example\.org(\/return\/rvw_\S+)/));
    await look("real-return-door");
    await press(page, "Send me a code");
    await page.getByLabel("Code").fill(await mailbox.find(to, /Your code is (\d{6})/));
    await press(page, "Continue");
    await page.getByText("Child Oak").waitFor();
    await page.getByRole("link", { name: /We find no record/ }).click();
    await page.locator("[name='agencyReturnReceived.author']").fill("B Jones, head");
    await page.getByRole("main").getByLabel("No", { exact: true }).check();
    await press(page, "Save and continue");
    await press(page, "Send");
    await page.getByRole("heading", { name: "We have your answer" }).waitFor();
    await look("real-return-receipt");
    assert.match(await mailbox.find(to, /(Thank you)/), /Thank you/);
  }, () => real));
