// What a calendar fetches, read by a parser that is not ours: RFC 5545 as Thunderbird understands it.
import assert from "node:assert/strict";
import { test } from "node:test";
import ICAL from "ical.js";
import { startService } from "./service.mjs";

const changing = ["dtstart", "dtend", "sequence", "dtstamp", "last-modified"];

const dayAfter = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** The events of a feed, by summary. */
async function fetchEvents(address) {
  const answer = await fetch(address);
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get("content-type"), "text/calendar; charset=utf-8");
  const text = await answer.text();
  const calendar = new ICAL.Component(ICAL.parse(text));
  assert.equal(calendar.name, "vcalendar");
  const events = new Map(calendar.getAllSubcomponents("vevent").map((one) => [new ICAL.Event(one).summary, one]));
  return { text, calendar, events, etag: answer.headers.get("etag") };
}

const properties = (event) =>
  Object.fromEntries(event.getAllProperties().map((one) => [one.name, one.getFirstValue().toString()]));
const without = (all, names) => Object.fromEntries(Object.entries(all).filter(([name]) => !names.includes(name)));

/** Records with the version that the case has now. */
async function record(service, id, entry) {
  const authorization = { Authorization: `Bearer ${service.token}` };
  const now = await fetch(`${service.address}/v1/cases/${id}`, { headers: authorization });
  const answer = await fetch(`${service.address}/v1/cases/${id}/entries`, {
    method: "POST",
    headers: { ...authorization, "Content-Type": "application/json", "If-Match": now.headers.get("etag") },
    body: JSON.stringify(entry),
  });
  assert.equal(answer.status, 201, await answer.text());
}

async function logIncident(service) {
  const day = dayAfter(-3);
  const logged = await service.post("/v1/cases", {
    incidentLogged: {
      incidentOn: day,
      localAuthorityAwareOn: day,
      harm: "SERIOUS_HARM",
      abuseOrNeglect: "SUSPECTED",
      summary: "Canaryword of a summary",
      children: [{ pseudonym: "Canarychild", ageYears: 7, name: "Canaryname Invented" }],
      occurredIn: "example-borough",
    },
  });
  assert.equal(logged.status, 201);
  return logged.json.case;
}

test("a feed is read back by a parser of others; a moved date keeps its event, an end is shown as cancelled", async () => {
  const service = await startService(['address = "https://reviews.example.org"']);
  try {
    const id = await logIncident(service);
    await record(service, id, {
      embargoPlaced: { embargo: "embargo-1", reason: "Invented.", reviewOn: dayAfter(30) },
    });
    const made = await service.post("/v1/people/me/feeds", { scope: "ALL_I_SEE" });
    assert.equal(made.status, 201);
    assert.match(made.json.address, /^https:\/\/reviews\.example\.org\/feeds\/rvw_\S+\.ics$/);
    const address = service.address + new URL(made.json.address).pathname;

    const first = await fetchEvents(address);
    assert.doesNotMatch(first.text, /canary/i);
    assert.ok(first.text.split("\r\n").every((line) => Buffer.byteLength(line) <= 75));
    const notify = `Notify the National Panel – ${id}`;
    const embargo = `Look at the embargo again – ${id}`;
    const clocks = (await service.get(`/v1/cases/${id}/clocks`)).json.clocks;
    for (const [summary, name] of [[notify, "notify-panel"], [embargo, "embargo-review"]]) {
      const { clock, dueOn: due } = clocks.find((one) => one.clock.split(":")[0] === name);
      const event = new ICAL.Event(first.events.get(summary));
      assert.equal(event.startDate.toString(), due);
      assert.ok(event.startDate.isDate);
      assert.equal(event.duration.toString(), "P1D");
      const all = properties(first.events.get(summary));
      assert.equal(all.status, "CONFIRMED");
      assert.equal(all.class, "PRIVATE");
      assert.equal(all.transp, "TRANSPARENT");
      // A clock with a subject, which people type, is named in no address that leaves.
      const page = clock.includes(":") ? "" : `/clocks/${clock}`;
      assert.ok(all.description.endsWith(`https://reviews.example.org/cases/${id}${page}`));
    }
    const uids = [...first.events.values()].map((one) => new ICAL.Event(one).uid);
    assert.equal(new Set(uids).size, uids.length);

    // The same bytes again, or none at all.
    const again = await fetchEvents(address);
    assert.equal(again.text, first.text);
    const unchanged = await fetch(address, { headers: { "If-None-Match": first.etag } });
    assert.equal(unchanged.status, 304);

    await record(service, id, {
      embargoExtended: { embargo: "embargo-1", reason: "Invented.", reviewOn: dayAfter(60) },
    });
    const moved = await fetchEvents(address);
    const before = properties(first.events.get(embargo));
    const after = properties(moved.events.get(embargo));
    assert.deepEqual(without(after, changing), without(before, changing));
    assert.equal(after.dtstart, dayAfter(60));
    assert.ok(Number(after.sequence) > Number(before.sequence));
    for (const [summary, event] of first.events) {
      if (summary !== embargo) assert.deepEqual(properties(moved.events.get(summary)), properties(event));
    }

    await record(service, id, { panelNotified: { reference: "EXAMPLE-1" } });
    const ended = properties((await fetchEvents(address)).events.get(notify));
    const open = properties(first.events.get(notify));
    assert.equal(ended.status, "CANCELLED");
    assert.deepEqual(without(ended, ["status", "sequence", "dtstamp", "last-modified"]),
      without(open, ["status", "sequence", "dtstamp", "last-modified"]));
    assert.ok(Number(ended.sequence) > Number(open.sequence));

    assert.equal((await service.post(`/v1/people/me/feeds/${made.json.feed}:revoke`)).status, 200);
    assert.equal((await fetch(address)).status, 404);
    assert.doesNotMatch(service.said(), /rvw_/);
  } finally {
    assert.equal(await service.stop(), 0);
  }
});
