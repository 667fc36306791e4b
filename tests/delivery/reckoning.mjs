// What people and programs are to be told, reckoned from a service that is left in peace, and what they were told.
import assert from "node:assert/strict";
import { header } from "./office.mjs";
import { check } from "./receiver.mjs";

/** Every reminder that the coordinator of the service sees, page by page. */
export async function allAlerts(service, query = "") {
  const all = [];
  for (let token = ""; ; ) {
    const { status, json } = await service.get(`/v1/alerts?pageSize=1000&pageToken=${token}${query}`);
    assert.equal(status, 200);
    all.push(...json.alerts);
    if ((token = json.nextPageToken) === "") return all;
  }
}

/** A reminder as it is recorded, whichever service recorded it. */
export const recorded = (one) =>
  [one.case, one.clock, one.step, one.dueOn, `told ${one.raisedOn}`, one.settled ?? "stands"].join(" ");

const identity = (one) => [one.case, one.clock, one.step, one.dueOn].join(" ");
/** Mails say what pages say; the API keeps the titles of the law. */
const title = (one) => one.title.replace(/(?<!National )Panel/, "National Panel");
const paragraph = (one) => `Case ${one.case}\n${title(one)}\n${one.says}${one.next && ` ${one.next}`}`;
const paragraphs = (text) => text.replaceAll("\r\n", "\n").match(/^Case \S+\n.+\n.+$/gm) ?? [];
/** Where no day is a bank holiday. */
export const isWorkingDay = (date) => ![0, 6].includes(new Date(date).getUTCDay());

/** A coordinator hears of every case, a chair of what is escalated. */
const hearsOf = ({ role }, { step }) => role === "coordinator" || step === "escalate" || step.startsWith("again-");

/** What was tried, by what tells it apart; every copy is the same. */
class Tries {
  #byName = new Map();

  add(name, same, taken) {
    const before = this.#byName.get(name) ?? { same, taken: 0 };
    assert.deepEqual(same, before.same, `two copies differ: ${name}`);
    this.#byName.set(name, { same, taken: before.taken + (taken ? 1 : 0) });
  }

  has = (name) => this.#byName.has(name);
  wasTaken = (name) => (this.#byName.get(name)?.taken ?? 0) > 0;
  /** How many were taken that had been taken before. */
  again = () => [...this.#byName.values()].reduce((sum, { taken }) => sum + Math.max(0, taken - 1), 0);
}

/** `people`: each with person, mailbox, role and when. */
export class Reckoning {
  /** What is wrong with what came: a server cannot throw into a test. */
  faults = [];
  mails = new Tries();
  events = new Tries();
  /** Each mail, by a name of its own, with what it says of each reminder. */
  mailsDue = new Map();
  eventsDue = new Set();
  #people;
  #told = new Map();
  #mailOf = new Map();
  #keys = new Map();

  constructor(people) {
    this.#people = people;
    for (const { person } of people) this.#told.set(person, new Set());
  }

  /** These stand on the day, so whoever was not told of one yet is told now; a list holds what was told before the day. */
  expect(date, standing) {
    for (const alert of standing) {
      this.eventsDue.add(identity(alert));
      for (const one of isWorkingDay(date) ? this.#people : []) {
        const told = this.#told.get(one.person);
        const listed = one.when === "DAILY";
        if (told.has(identity(alert)) || !hearsOf(one, alert) || (listed && alert.raisedOn === date)) continue;
        told.add(identity(alert));
        const says = `${one.mailbox}: ${paragraph(alert)}`;
        assert.ok(!this.#mailOf.has(says), `two reminders read alike: ${says}`);
        const mail = listed ? `${one.mailbox}: list of ${date}` : says;
        this.#mailOf.set(says, mail);
        this.mailsDue.set(mail, [...(this.mailsDue.get(mail) ?? []), says]);
      }
    }
  }

  /** Whom the service tells of it by mail; whoever it was over for by then is not told. */
  toldOf(alert) {
    return this.#people.map((one) => one.person).filter((one) => this.#told.get(one).has(identity(alert)));
  }

  /** A mail that was given to the server, which took it or not. */
  mailCame({ to, text }, taken) {
    this.#safely(() => {
      const said = paragraphs(text).map((one) => `${to.join()}: ${one}`);
      const mail = this.#mailOf.get(said[0]);
      assert.ok(mail, `a mail of what was not told to ${to}: ${text}`);
      assert.deepEqual(said.sort(), this.mailsDue.get(mail).sort(), "a mail says more or less than it should");
      const id = header(text, "Message-ID");
      this.#oneKey(id, mail);
      this.mails.add(mail, { id, text }, taken);
    });
  }

  /** A request that the receiver was sent, and took or not. */
  eventCame(secret, sent, taken) {
    this.#safely(() => {
      const event = check(secret, sent);
      assert.equal(event.type, "uk.review.alert.told.v1");
      const name = identity(event.data);
      assert.ok(this.eventsDue.has(name), `an event of what was not told: ${sent.body}`);
      this.#oneKey(event.id, name);
      this.#oneKey(event.data.key, name);
      this.events.add(name, { id: event.id, body: sent.body }, taken);
    });
  }

  /** What was not even tried: what was refused has its time. */
  untried() {
    return [...this.mailsDue.keys()].filter((one) => !this.mails.has(one)).concat(
      [...this.eventsDue].filter((one) => !this.events.has(one)),
    );
  }

  /** What nobody took. */
  missing() {
    return [...this.mailsDue.keys()].filter((one) => !this.mails.wasTaken(one)).concat(
      [...this.eventsDue].filter((one) => !this.events.wasTaken(one)),
    );
  }

  /** Two that are different never share a key. */
  #oneKey(key, name) {
    assert.equal(this.#keys.get(key) ?? name, name, `two share the key ${key}`);
    this.#keys.set(key, name);
  }

  #safely(look) {
    try {
      look();
    } catch (fault) {
      this.faults.push(fault);
    }
  }
}
