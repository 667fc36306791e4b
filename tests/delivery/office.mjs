// A practice store with people who are reminded by mail.
import assert from "node:assert/strict";
import { startMailServer, startService } from "./service.mjs";

const settings = (port) => [
  `server = "smtp://127.0.0.1:${port}"`,
  'tls = "none"',
  'from = "reviews@example.org"',
  'domains = ["council.example", "school.example"]',
  'coordinators = ["coordinators@example.org"]',
  'governance = ["governance@example.org"]',
  'address = "https://reviews.example.org"',
  'telephone = "01632 960001"',
];

/** Where people say how they are reminded themselves. */
export const ownNotices = "/v1/people/me/notices";
/** The coordinator's. */
export const mailbox = "a.smith@council.example";

export const header = (mail, name) => new RegExp(`^${name}: (.*?)\\r?$`, "m").exec(mail)[1];

/** Today is that day for this service. */
export const goTo = async (service, date) =>
  assert.equal((await service.put("/v1/practice/today", { date })).status, 200);

/** A case of which the Panel is to be told five working days after the authority heard of it. */
export async function openCase(service, incident = {}) {
  const logged = await service.post("/v1/cases", {
    incidentLogged: {
      incidentOn: "2026-01-02",
      localAuthorityAwareOn: "2026-01-05",
      harm: "SERIOUS_HARM",
      abuseOrNeglect: "SUSPECTED",
      children: [{ pseudonym: "Child A", ageYears: 7 }],
      occurredIn: "example-borough",
      ...incident,
    },
  });
  assert.equal(logged.status, 201, JSON.stringify(logged.json));
  return logged.json.case;
}

/** Changes a setting of the partnership: the first administrator proposes it, the coordinator agrees. */
export async function settle(service, setting, value) {
  const made = await service.administer(`/v1/settings/${setting}:propose`, { value, reason: "Invented." });
  assert.equal(made.status, 201);
  assert.equal((await service.post(`/v1/approvals/${made.json.approval}:approve`)).status, 200);
}

/**
 * A practice store on Monday 5 January 2026, whose reminders go at any hour of a working day. `options.lines` are added
 * to the settings, `options.mail` are those of the mail server, the rest those of the service.
 */
export async function startOffice(hours = "00:00-24:00", { lines = [], mail = {}, ...options } = {}) {
  const server = await startMailServer(mail);
  const service = await startService([...settings(server.port), ...lines], {}, { practice: true, ...options });
  const office = {
    server,
    service,
    goTo: (date) => goTo(service, date),
    settle: (setting, value) => settle(service, setting, value),
    /** The mailbox of somebody is confirmed: the coordinator's, where nobody else is named. */
    remind: async (when, person = service, box = mailbox) => {
      assert.equal((await person.put(ownNotices, { mailbox: "a.smith@private.example" })).status, 400);
      assert.equal((await person.put(ownNotices, { mailbox: box, when })).status, 200);
      const code = /Your code is (\d{6})/.exec((await server.next()).text)[1];
      assert.equal((await person.post(`${ownNotices}:confirmMailbox`, { code })).json.mailbox, box);
    },
    openCase: (incident) => openCase(service, incident),
    /** The deliveries of every reminder that stands. */
    deliveries: async () => (await service.get("/v1/alerts")).json.alerts.flatMap((one) => one.deliveries),
    stop: async () => {
      assert.equal(await service.stop(), 0);
      await server.stop();
    },
  };
  await office.goTo("2026-01-05");
  await office.settle("reminder-hours", hours);
  return office;
}
