// Reminders by mail: straight away and as a list, in the hours of working days, and with nobody's name in them.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { header, mailbox, ownNotices, startOffice } from "./office.mjs";
import { pause, until } from "./waiting.mjs";

describe("reminders by mail", { concurrency: 2 }, () => {
  test("who wants it straight away gets one mail for each reminder, marked as every mail is", async () => {
    const office = await startOffice();
    await office.remind("IMMEDIATE");
    const id = await office.openCase();
    // Something is told on the Saturday, which is no working day; by Monday it is something else.
    await office.goTo("2026-01-10");
    await pause(1500);
    assert.equal(office.server.mails.length, 0);
    await office.goTo("2026-01-12");
    const mails = [await office.server.next(), await office.server.next()];
    for (const mail of mails) {
      assert.deepEqual(mail.to, [mailbox]);
      assert.ok(header(mail.text, "Subject").startsWith(`Practice: ${id}: `));
      assert.match(mail.text, /^This email comes from a practice service\./m);
      assert.match(mail.text, /^OFFICIAL-SENSITIVE\r?$/m);
      assert.match(mail.text, /^Auto-Submitted: auto-generated\r?$/m);
      assert.match(mail.text, /Due today, Mon 12 January 2026\./);
      assert.ok(mail.text.includes(`https://reviews.example.org/cases/${id}`));
      assert.ok(mail.text.includes("https://reviews.example.org/reminders/email"));
      assert.doesNotMatch(mail.text, /Child A/);
    }
    assert.notEqual(header(mails[0].text, "Message-ID"), header(mails[1].text, "Message-ID"));
    await until(async () => (await office.deliveries()).every((one) => one.state === "DELIVERED"), "delivered");
    assert.deepEqual(new Set((await office.deliveries()).map((one) => one.person)), new Set(["people/a-smith"]));
    await office.goTo("2026-01-12");
    await pause(1500);
    assert.equal(office.server.mails.length, 0);
    await office.stop();
  });

  test("who wants a list gets one mail a day, with what was told before the morning", async () => {
    const office = await startOffice();
    await office.remind("DAILY");
    const first = await office.openCase();
    const second = await office.openCase();
    // Two working days after the day: what is told then stands for a while.
    await office.goTo("2026-01-14");
    await pause(1500);
    assert.equal(office.server.mails.length, 0);
    assert.equal((await office.service.get("/v1/alerts")).json.alerts.length, 4);
    for (const one of (await office.service.get(`/v1/alerts?case=${second}`)).json.alerts) {
      assert.equal((await office.service.post(`/v1/alerts/${one.alert}:snooze`, { until: "2026-02-02" })).status, 200);
    }
    await office.goTo("2026-01-15");
    const mail = await office.server.next();
    assert.equal(header(mail.text, "Subject"), "Practice: 2 reminders are due");
    assert.ok(mail.text.includes(`Case ${first}\r\n`));
    assert.ok(!mail.text.includes(second));
    assert.ok(mail.text.includes("https://reviews.example.org/reminders\r\n"));
    await office.goTo("2026-01-15");
    await pause(1500);
    assert.equal(office.server.mails.length, 0);
    await office.stop();
  });

  test("outside of the hours a mail waits, and it is said when it goes", async () => {
    const closed = new Date().getUTCHours() < 12 ? "22:00-23:00" : "01:00-02:00";
    const office = await startOffice(closed);
    await office.remind("IMMEDIATE");
    await office.openCase();
    await office.goTo("2026-01-12");
    await pause(2000);
    assert.equal(office.server.mails.length, 0);
    const waiting = await office.deliveries();
    assert.equal(waiting.length, 2);
    for (const one of waiting) {
      assert.equal(one.state, "WAITING");
      assert.match(one.time, closed.startsWith("22") ? /T22:00:00/ : /T01:00:00/);
    }
    await office.settle("reminder-hours", "00:00-24:00");
    await office.goTo("2026-01-12");
    await office.server.next();
    await office.server.next();
    await office.stop();
  });

  test("a mail that the server refuses goes again, and is the same mail", async () => {
    const office = await startOffice();
    await office.remind("IMMEDIATE");
    await office.openCase();
    office.server.refuseMails(true);
    await office.goTo("2026-01-12");
    await until(() => office.server.refused.length >= 2, "two mails refused");
    assert.deepEqual([...new Set((await office.deliveries()).map((one) => one.state))], ["WAITING"]);
    office.server.refuseMails(false);
    const taken = await (async () => {
      for (const end = Date.now() + 90_000; Date.now() < end; await pause(200)) {
        if (office.server.mails.length === 2) return office.server.mails;
      }
      throw new Error("the mails did not go again");
    })();
    const ids = (texts) => texts.map((text) => header(text, "Message-ID")).sort();
    assert.deepEqual(ids(taken.map((mail) => mail.text)), ids(office.server.refused));
    await until(async () => (await office.deliveries()).every((one) => one.state === "DELIVERED"), "delivered");
    await office.stop();
  });

  test("mail that does not go out for longer than is settled is a reminder itself, until it goes again", async () => {
    const office = await startOffice();
    await office.settle("channel-failing-after", "1");
    await office.remind("IMMEDIATE");
    await office.openCase();
    office.server.refuse(true);
    await office.goTo("2026-01-12");
    await until(() => office.service.said().includes('"delivered":false'), "refused");
    const failing = async () => {
      await office.goTo("2026-01-12");
      return (await office.service.get("/v1/alerts")).json.alerts.filter((one) => one.clock === "channel-failing:mail");
    };
    assert.equal((await failing()).length, 0);
    await pause(62_000);
    const told = await failing();
    assert.equal(told.length, 1);
    assert.equal(told[0].case, undefined);
    assert.deepEqual(told[0].deliveries, []);
    office.server.refuse(false);
    assert.equal((await office.service.put(ownNotices, { mailbox: "other@council.example" })).status, 200);
    await until(async () => (await failing()).length === 0, "it works again");
    await office.stop();
  });

  test("no mail and no line of the log holds a word that is anybody's", async () => {
    const office = await startOffice();
    await office.remind("IMMEDIATE");
    const { service } = office;
    let number = 0;
    const words = [];
    const canary = () => {
      const word = `Canary${String.fromCharCode(65 + Math.floor(number / 26), 65 + (number % 26))}q`;
      number += 1;
      words.push(word);
      return word;
    };
    const child = {
      pseudonym: canary(),
      ageYears: 7,
      gender: canary(),
      faith: canary(),
      name: canary(),
      otherNames: [canary(), canary()],
      bornOn: "2018-11-23",
      address: `${canary()} Lane`,
      school: canary(),
    };
    const id = await office.openCase({
      children: [child],
      incidentTime: canary(),
      place: canary(),
      cause: canary(),
      summary: canary(),
      contact: canary(),
      family: [{ relation: canary(), name: canary(), note: canary() }],
    });
    const at = `/v1/cases/${id}`;
    const record = async (entry) => {
      const answer = await service.post(`${at}/entries`, entry);
      assert.equal(answer.status, 201, JSON.stringify(answer.json));
    };
    await record({ noteAdded: { text: canary(), spokeTo: canary() } });
    const action = canary();
    await record({
      actionAgreed: { action: action.toLowerCase(), owner: "POLICE", dueOn: "2026-01-14", what: canary(), measure: canary() },
    });
    await record({ panelNotified: { reference: canary() } });
    assert.equal((await service.post("/v1/agencies", { agency: "east-school", name: canary() })).status, 201);
    const contact = { contact: "b-jones", name: canary(), role: "MAIN", mailbox: "b.jones@school.example" };
    assert.equal((await service.post("/v1/agencies/east-school/contacts", contact)).status, 201);
    const deputy = { contact: "c-khan", name: canary(), role: "DEPUTY", mailbox: "c.khan@school.example" };
    assert.equal((await service.post("/v1/agencies/east-school/contacts", deputy)).status, 201);
    const asked = await service.post(`${at}/returnRequests`, { agencies: ["east-school"], type: "SCOPING" });
    assert.equal(asked.status, 201);
    for (let day = new Date("2026-01-12T00:00:00Z"); day < new Date("2026-02-14"); day.setUTCDate(day.getUTCDate() + 1)) {
      await office.goTo(day.toISOString().slice(0, 10));
    }
    // Whatever is under way comes in.
    for (let before = -1; before !== office.server.mails.length; await pause(3000)) before = office.server.mails.length;
    const { mails } = office.server;
    assert.ok(mails.filter((mail) => mail.to[0] === mailbox).length > 10);
    // The agency's contact is chased; once it is escalated, the deputy is asked each time as well.
    const chased = (person) => mails.filter((mail) => mail.to[0] === person.mailbox && /still waiting/.test(mail.text));
    assert.ok(chased(deputy).length > 0);
    assert.equal(chased(contact).length, chased(deputy).length + 1);
    const kept = mails.map((mail) => mail.text).join("\n").toLowerCase();
    for (const word of [...words, "2018-11-23", "23 November 2018"]) {
      assert.ok(!kept.includes(word.toLowerCase()), `a mail holds ${word}`);
      assert.ok(!service.said().toLowerCase().includes(word.toLowerCase()), `the log holds ${word}`);
    }
    await office.stop();
  });
});
