// The service is killed at random moments while reminders are due and being sent: each is recorded once, sent at least
// once with one key, and none is lost. REVIEW_SEED repeats the moments that a run chose, REVIEW_LONG makes it ten times
// as many.
import assert from "node:assert/strict";
import { randomInt } from "node:crypto";
import { test } from "node:test";
import { goTo, openCase, startOffice } from "./office.mjs";
import { allAlerts, isWorkingDay, Reckoning, recorded } from "./reckoning.mjs";
import { registerWebhook, startReceiver, webhookLines } from "./receiver.mjs";
import { startService } from "./service.mjs";
import { pause, until } from "./waiting.mjs";

const isLong = process.env.REVIEW_LONG !== undefined;
const kills = isLong ? 200 : 20;
const seed = Number(process.env.REVIEW_SEED ?? randomInt(2 ** 31));
const people = [
  { person: "a-smith", mailbox: "a.smith@council.example", role: "coordinator", when: "IMMEDIATE" },
  { person: "b-jones", mailbox: "b.jones@council.example", role: "coordinator", when: "DAILY" },
  { person: "c-brown", mailbox: "c.brown@council.example", role: "chair", when: "IMMEDIATE" },
];
/** The days on which the authorities heard of what happened, and the Friday on which all of it is recorded. */
const heardOn = ["05", "06", "07", "08", "09", "12", "13", "14", "15", "16"].map((day) => `2026-01-${day}`);
const begin = "2026-01-16";
/** A mail takes the server a tenth of a second. */
const casesOfADay = 2;
/** Good Friday: the reckoning knows no days off but Saturdays and Sundays. */
const end = "2026-04-03";

/** Numbers from 0 up to 1, the same ones for the same seed (mulberry32). */
function numbers(from) {
  let state = from;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const dayAfter = (date) => new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);

/** What is told on a day is listed on the next. */
const isListedLater = ({ person }, raisedOn, date) => person === "people/b-jones" && raisedOn === date;

/** A server's way with what it is sent: it takes its time before it answers, and may refuse it the first time. */
class Manners {
  refused = 0;
  #random;
  #refuses;
  #asked = new Set();
  #waiting = [];

  constructor(random, refuses) {
    this.#random = random;
    this.#refuses = refuses;
  }

  takes(name) {
    if (this.#asked.has(name)) return true;
    this.#asked.add(name);
    if (this.#random() >= this.#refuses) return true;
    this.refused += 1;
    return false;
  }

  /** It has what it was sent, and says so only after this. */
  async takeTime() {
    this.#waiting.splice(0).forEach((wake) => wake());
    await pause(this.#random() < 0.1 ? 60 * this.#random() : 20 * this.#random());
  }

  /** Until something comes; not for ever. */
  next = () => Promise.race([new Promise((wake) => this.#waiting.push(wake)), pause(1500)]);
}

/** Ends the service at moments that chance chooses, and starts it again. */
class Killer {
  killed = 0;
  /** How often it had not yet answered that the day had come; how often something had not yet been sent. */
  unanswered = 0;
  unsent = 0;

  constructor(service, random, reckoning, post, receiver) {
    Object.assign(this, { service, random, reckoning, post, receiver });
  }

  get isDone() {
    return this.killed >= kills;
  }

  /** The day comes, and where it brings something the service may die over it; `usual` is how long it takes. */
  async bring(date, usual) {
    while (!this.isDone && this.reckoning.untried().length > 0 && this.random() < 0.4) {
      const answered = goTo(this.service, date).then(
        () => true,
        () => false,
      );
      await pause(usual * 1.2 * this.random());
      await this.#kill();
      if (!(await answered)) this.unanswered += 1;
      // Whatever it had not done it begins with.
      if (this.random() < 0.3) await this.#killAtTheStart();
      await this.service.start();
    }
    await goTo(this.service, date);
  }

  /** A few times while something is sent. */
  async disturb() {
    for (let left = Math.floor(2 + 4 * this.random()); left > 0 && !this.isDone; --left) {
      if (this.reckoning.untried().length === 0) return;
      const how = this.random();
      const moment = this.random();
      if (how < 0.7) {
        // What came is not noted yet, or just is.
        const server = how < 0.45 ? this.post : this.receiver;
        for (let passed = Math.floor(5 * this.random()); passed >= 0; --passed) await server.next();
        await pause(20 * moment);
      } else {
        await pause(1000 * moment);
      }
      await this.#kill();
      if (how > 0.9) await this.#killAtTheStart();
      await this.service.start();
    }
  }

  async #kill() {
    if (this.reckoning.untried().length > 0) this.unsent += 1;
    await this.service.kill();
    this.killed += 1;
  }

  async #killAtTheStart() {
    if (this.isDone) return;
    void this.service.start();
    await pause(120 * this.random());
    await this.#kill();
  }
}

async function record(service, id, entry) {
  const answer = await service.post(`/v1/cases/${id}/entries`, entry);
  assert.equal(answer.status, 201, JSON.stringify(answer.json));
}

test(`killed ${kills} times while reminders are due and being sent, the service loses none`, async (t) => {
  t.diagnostic(`REVIEW_SEED=${seed}`);
  const random = numbers(seed);
  const reckoning = new Reckoning(people);
  // What the service was refused waits for a minute: too long for the short run.
  const post = new Manners(numbers(seed + 1), isLong ? 0.05 : 0);
  const gate = new Manners(numbers(seed + 2), 0.05);
  let secret;
  let begun = false;

  const receiver = await startReceiver(async (sent) => {
    const taken = gate.takes(sent.headers["webhook-id"]);
    reckoning.eventCame(secret, sent, taken);
    await gate.takeTime();
    return { status: taken ? 204 : 503 };
  });
  t.after(() => receiver.stop());
  const takes = async (mail) => {
    if (!begun) return true;
    const taken = post.takes(mail.text);
    reckoning.mailCame(mail, taken);
    await post.takeTime();
    return taken;
  };
  const office = await startOffice("00:00-24:00", {
    mail: { takes },
    lines: webhookLines("[1, 1, 1, 1, 1]"),
    administrators: ["ada-admin", "bea-admin"],
    others: { "b-jones": "coordinator", "c-brown": "chair" },
  });
  t.after(() => office.stop());
  const { service } = office;
  for (const { person, mailbox, when } of people) {
    await office.remind(when, service.others[person] ?? service, mailbox);
  }
  const hook = await registerWebhook(service, receiver.address);
  secret = hook.secret;
  begun = true;
  const peaceful = await startService(['address = "https://reviews.example.org"'], {}, { practice: true });
  t.after(() => peaceful.stop());

  const open = [];
  /** Cases are recorded, and one of them moves on: what was told of it is over. The other service goes ahead. */
  const work = async (date, heard) => {
    const known = open.length;
    const done = Math.floor((known + heard.length) * random());
    for (const one of [peaceful, service]) {
      await goTo(one, date);
      for (const [at, day] of heard.entries()) {
        const id = await openCase(one, { localAuthorityAwareOn: day });
        assert.equal((open[known + at] ??= id), id);
      }
      // The service tells of itself within a minute, so that all is told before one is over.
      await goTo(one, date);
      if (one === peaceful) reckoning.expect(date, await allAlerts(one));
      await record(one, open[done], { panelNotified: { informed: ["SAFEGUARDING_PARTNERS"] } });
      await goTo(one, date);
      if (one === peaceful) reckoning.expect(date, await allAlerts(one));
    }
    open.splice(done, 1);
  };
  const settled = () =>
    until(() => reckoning.faults.length > 0 || reckoning.untried().length === 0, "all is sent", 60).catch(() =>
      assert.deepEqual(reckoning.untried(), [], "something is lost"),
    );

  const killer = new Killer(service, random, reckoning, post, gate);
  await work(begin, heardOn.flatMap((day) => Array(casesOfADay).fill(day)));
  await killer.disturb();
  await settled();
  let date = begin;
  // The last working day is quiet: what was told before it and is listed comes on it.
  for (let quiet = false; !quiet; ) {
    date = dayAfter(date);
    assert.ok(date < end);
    quiet = killer.isDone && isWorkingDay(date);
    const began = performance.now();
    await goTo(peaceful, date);
    const usual = performance.now() - began;
    reckoning.expect(date, await allAlerts(peaceful));
    await killer.bring(date, usual);
    await killer.disturb();
    await settled();
    await work(date, Array(casesOfADay).fill(date));
    await killer.disturb();
    await settled();
    assert.deepEqual(reckoning.faults, []);
  }

  await until(() => reckoning.missing().length === 0, "what was refused goes again", 90);
  await until(async () => (await hook.show()).waiting === 0, "no event waits");
  const mine = () => allAlerts(service, "&settled=true");
  const isNoted = ({ raisedOn, deliveries }) =>
    deliveries.every((one) => one.state === (isListedLater(one, raisedOn, date) ? "WAITING" : "DELIVERED"));
  await until(async () => (await mine()).every(isNoted), "the service knows that all came");
  const { length } = receiver.got;
  await pause(2000);
  assert.equal(receiver.got.length, length);
  assert.deepEqual(reckoning.faults, []);
  assert.deepEqual(reckoning.missing(), []);

  const alerts = await mine();
  assert.deepEqual(alerts.map(recorded).sort(), (await allAlerts(peaceful, "&settled=true")).map(recorded).sort());
  assert.equal(new Set(alerts.map((one) => one.alert)).size, alerts.length);
  assert.equal(alerts.length, reckoning.eventsDue.size);
  for (const one of alerts) {
    const told = one.deliveries.filter((each) => !isListedLater(each, one.raisedOn, date)).map((each) => each.person);
    assert.deepEqual(told.sort(), reckoning.toldOf(one).map((person) => `people/${person}`));
  }
  assert.equal((await hook.show()).state, "ACTIVE");
  const again = { mails: reckoning.mails.again(), events: reckoning.events.again() };
  t.diagnostic(
    `${killer.killed} kills up to ${date}: ${killer.unanswered} before the day had come, ${killer.unsent} before all was` +
      ` sent; ${alerts.length} reminders, ${reckoning.mailsDue.size} mails (${again.mails} again, ${post.refused} refused),` +
      ` ${reckoning.eventsDue.size} events (${again.events} again, ${gate.refused} refused)`,
  );
  assert.ok(killer.unsent >= kills / 2, "too few kills came while something was to be sent");
  assert.ok(again.mails + again.events > 0, "no kill came between the answer of a server and its being noted");
});
