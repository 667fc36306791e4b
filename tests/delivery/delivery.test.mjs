// What the service sends by mail, and what an agency does with it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { startMailServer, startService } from "./service.mjs";

const settings = (port) => [
  `server = "smtp://127.0.0.1:${port}"`,
  'tls = "none"',
  'from = "reviews@example.org"',
  'domains = ["school.example"]',
  'coordinators = ["coordinators@example.org"]',
  'governance = ["governance@example.org", "deputy@example.org"]',
  'address = "https://reviews.example.org"',
  'telephone = "01632 960001"',
  'safeguarding-telephone = "01632 960002"',
];

/** Asks an agency; gives the case. So many links are sent. */
async function askAgency(service, { links = 1 } = {}) {
  const day = new Date(Date.now() - 3 * 86_400_000).toISOString().slice(0, 10);
  const logged = await service.post("/v1/cases", {
    incidentLogged: {
      incidentOn: day,
      localAuthorityAwareOn: day,
      harm: "SERIOUS_HARM",
      abuseOrNeglect: "SUSPECTED",
      children: [{ pseudonym: "Child A", ageYears: 7, name: "Invented Name" }],
      occurredIn: "example-borough",
    },
  });
  assert.equal(logged.status, 201);
  const at = `/v1/cases/${logged.json.case}`;
  assert.equal((await service.post(`${at}/entries`, { panelNotified: { reference: "EXAMPLE-1" } })).status, 201);
  assert.equal((await service.post("/v1/agencies", { agency: "east-school", name: "East School" })).status, 201);
  const contact = { name: "B Jones", role: "MAIN", mailbox: "b.jones@private.example" };
  assert.equal((await service.post("/v1/agencies/east-school/contacts", contact)).status, 400);
  contact.mailbox = "b.jones@east.school.example";
  assert.equal((await service.post("/v1/agencies/east-school/contacts", contact)).status, 201);
  const asked = await service.post(`${at}/returnRequests`, { agencies: ["east-school"], type: "SCOPING" });
  assert.equal(asked.status, 201);
  assert.equal(asked.json.returnLinks.length, links);
  return logged.json.case;
}

test("an agency gets its link, its code and its receipt by mail, and the coordinators an alert", async () => {
  const server = await startMailServer();
  const service = await startService(settings(server.port));
  const id = await askAgency(service);

  const request = await server.next();
  assert.deepEqual(request.to, ["b.jones@east.school.example"]);
  assert.match(request.text, /^OFFICIAL-SENSITIVE\r?$/m);
  const link = /https:\/\/reviews\.example\.org(\/return\/rvw_\S+)/.exec(request.text)[1];

  assert.equal((await service.open(link)).status, 200);
  assert.equal((await service.open(link, {})).status, 303);
  const code = /Your code is (\d{6})/.exec((await server.next()).text)[1];
  const entered = await service.open(`${link}/code`, { code });
  const cookie = entered.headers.get("set-cookie");
  assert.match(cookie, /^__Host-return=rvw_\S+; Path=\/; Secure; HttpOnly; SameSite=Strict$/);
  const page = await service.open(`${link}/nothing`, undefined, cookie.split(";")[0]);
  const formToken = /name="formToken" value="([0-9a-f]+)"/.exec(await page.text())[1];
  const name = "agencyReturnReceived.";
  const answer = { formToken, [`${name}author`]: "B Jones, head", [`${name}currentRisk`]: "YES", do: "continue" };
  const warned = await service.open(`${link}/nothing`, answer, cookie.split(";")[0]);
  const alert = await server.next();
  assert.deepEqual(alert.to, ["coordinators@example.org"]);
  const told = warned.headers.get("location");
  const asks = await service.open(told, undefined, cookie.split(";")[0]);
  assert.match(await asks.text(), /01632 960002/);
  const risk = { formToken, [`${name}risk`]: "An invented risk. We told children's social care.", do: "continue" };
  assert.equal((await service.open(told, risk, cookie.split(";")[0])).status, 303);

  const sent = await service.open(`${link}/send`, { formToken }, cookie.split(";")[0]);
  assert.equal(sent.headers.get("location"), `${link}/receipt`);
  const receipt = await server.next();
  assert.match(receipt.text, /Thank you/);

  for (const mail of [request, alert, receipt]) {
    assert.doesNotMatch(mail.text, /Child A|Invented|East School|B Jones/);
    assert.ok(!mail.text.includes(id));
  }
  assert.doesNotMatch(service.said(), /Jones|school|rvw_|Invented/);
  assert.equal((await service.get("/v1/practice/mails")).status, 403);
  assert.equal(await service.stop(), 0);
  await server.stop();
});

test("when a case is opened in an emergency, information governance hears of it at once and of nothing more", async () => {
  const server = await startMailServer();
  const service = await startService(settings(server.port));
  const words = "The invented school rang about Child A and nobody else is here.";
  const broken = await service.post("/v1/cases/26-0001:breakGlass", { ground: "child-at-risk", reasons: words });
  assert.equal(broken.status, 201);
  assert.equal(broken.json.mail, "WAITING");
  const begun = Date.now();
  const mails = [await server.next(), await server.next()];
  assert.ok(Date.now() - begun < 10_000);
  assert.deepEqual(mails.map((mail) => mail.to[0]).sort(), ["deputy@example.org", "governance@example.org"]);
  for (const { text } of mails) {
    assert.match(text, /^OFFICIAL-SENSITIVE\r?$/m);
    assert.match(text, /A case was opened in an emergency\. Sign in to see it\./);
    assert.match(text, /https:\/\/reviews\.example\.org\/governance/);
    assert.doesNotMatch(text, /26-0001|a-smith|Child A|school|child-at-risk/);
    assert.ok(!text.includes(broken.json.glass));
  }
  const until = Date.now() + 20_000;
  const state = async () => (await service.get("/v1/glass")).json.glass[0].mail;
  while ((await state()) !== "DELIVERED" && Date.now() < until) await new Promise((wake) => setTimeout(wake, 100));
  assert.equal(await state(), "DELIVERED");
  // A reason that is too short opens nothing, and nobody is told.
  const refused = await service.post("/v1/cases/26-0001:breakGlass", { ground: "child-at-risk", reasons: "short" });
  assert.equal(refused.status, 409);
  await new Promise((wake) => setTimeout(wake, 1500));
  assert.equal(server.mails.length, 0);
  await service.stop();
  await server.stop();
});

test("a mail that the server does not take waits, and is said to", async () => {
  const server = await startMailServer();
  server.refuse(true);
  const service = await startService(settings(server.port));
  const id = await askAgency(service);
  const until = Date.now() + 20_000;
  while (!service.said().includes('"delivered":false') && Date.now() < until) await new Promise((wake) => setTimeout(wake, 100));
  const links = await service.get(`/v1/cases/${id}/returnLinks`);
  assert.equal(links.json.returnLinks[0].mail, "WAITING");
  assert.doesNotMatch(service.said(), /Jones|school/);
  assert.equal(server.mails.length, 0);
  await service.stop();
  await server.stop();
});

test("a server that must speak TLS and does not gets no mail and no password", async () => {
  const server = await startMailServer({ auth: true });
  const lines = settings(server.port).filter((line) => !line.startsWith("tls"));
  const secret = { "mail-password": "a mail password\n" };
  const strict = await startService([...lines, 'user = "reviews"', 'password-file = "mail-password"'], secret);
  await askAgency(strict);
  const until = Date.now() + 20_000;
  while (!strict.said().includes('"delivered":false') && Date.now() < until) await new Promise((wake) => setTimeout(wake, 100));
  assert.match(strict.said(), /"delivered":false/);
  assert.equal(server.mails.length, 0);
  await strict.stop();

  const open = [...settings(server.port), 'user = "reviews"', 'password-file = "mail-password"'];
  const service = await startService(open, secret);
  await askAgency(service);
  assert.equal((await server.next()).user, 1);
  await service.stop();
  await server.stop();
});

test("without a mail server a request is recorded and no link is made, and that is said", async () => {
  const service = await startService(['domains = ["school.example"]']);
  const id = await askAgency(service, { links: 0 });
  const request = (await service.get(`/v1/cases/${id}/entries`)).json.entries.at(-1).entry;
  const contact = (await service.get("/v1/agencies/east-school")).json.contacts[0].contact;
  const expiresOn = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  const wish = { request, agency: "east-school", contact, expiresOn };
  const refused = await service.post(`/v1/cases/${id}/returnLinks`, wish);
  assert.equal(refused.status, 403);
  assert.match(refused.json.detail, /Mail is not set up here/);
  await service.stop();
});
