// What the service sends to other programs, as a receiver sees it that checks it with the reference library.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { test } from "node:test";
import { HTTP } from "cloudevents";
import { Webhook, WebhookVerificationError } from "standardwebhooks";
import { startService } from "./service.mjs";

const wait = (ms) => new Promise((done) => setTimeout(done, ms));

/** Waits until it is true, and gives what it gave. */
async function until(what, seconds = 30) {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await wait(100)) {
    const found = await what();
    if (found) return found;
  }
  throw new Error("it did not come about");
}

/** A receiver that keeps what it is sent, and gives these answers in turn, the last one from then on. */
async function startReceiver(...answers) {
  const got = [];
  const server = createServer((request, response) => {
    const parts = [];
    request.on("data", (part) => parts.push(part));
    request.on("end", () => {
      got.push({ method: request.method, url: request.url, headers: request.headers, body: Buffer.concat(parts).toString() });
      const { status = 204, headers = {}, body = "" } = answers.length > 1 ? answers.shift() : (answers[0] ?? {});
      response.writeHead(status, headers).end(body);
    });
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return {
    got,
    address: `http://127.0.0.1:${server.address().port}/events?word=canaryquery`,
    /** So many, and no more for a while. */
    have: async (count) => {
      await until(() => got.length >= count);
      return got;
    },
    stop: () => new Promise((done) => server.close(done)),
  };
}

const settings = (retries = "[1, 1]") => [
  'address = "https://reviews.example.org"',
  "[webhooks]",
  "allow-private = true",
  `retry-seconds = ${retries}`,
];

/** A service with one webhook to the address: proposed by one administrator, approved by another. */
async function withWebhook(address, lines = settings()) {
  const service = await startService(lines, {}, { administrators: ["ada-admin", "bea-admin"] });
  const [ada, bea] = service.administrators;
  const wish = { address, privateAllowed: true };
  const proposed = await ada.post("/v1/webhooks:propose", { ...wish, reason: "Invented." });
  assert.equal(proposed.status, 201);
  assert.equal((await bea.post(`/v1/approvals/${proposed.json.approval}:approve`)).status, 200);
  const made = await ada.post("/v1/webhooks", wish);
  assert.equal(made.status, 201);
  const at = `/v1/webhooks/${made.json.webhook}`;
  return {
    service,
    secret: made.json.secret,
    post: (verb) => ada.post(`${at}${verb}`),
    show: async () => (await ada.get(at)).json,
    log: async () => (await ada.get(`${at}/deliveries`)).json.deliveries,
  };
}

function check(secret, { headers, body }) {
  new Webhook(secret).verify(body, headers);
  const event = HTTP.toEvent({ headers, body });
  assert.ok(event.validate());
  assert.equal(event.id, headers["webhook-id"]);
  return event;
}

test("an event is a CloudEvent, signed so that the reference library takes it", async () => {
  const receiver = await startReceiver();
  const hook = await withWebhook(receiver.address);
  const logged = await hook.service.post("/v1/cases", {
    incidentLogged: {
      incidentOn: "2026-01-02",
      localAuthorityAwareOn: "2026-01-05",
      harm: "SERIOUS_HARM",
      abuseOrNeglect: "SUSPECTED",
      summary: "canarysummary",
      children: [{ pseudonym: "canarypseudonym", ageYears: 7, name: "canaryname" }],
      occurredIn: "example-borough",
    },
  });
  assert.equal(logged.status, 201);
  assert.equal((await hook.post(":test")).status, 200);
  const [sent] = await receiver.have(1);
  assert.equal(sent.method, "POST");
  assert.match(sent.headers["content-type"], /^application\/cloudevents\+json/);
  const event = check(hook.secret, sent);
  assert.equal(event.type, "uk.review.webhook.tested.v1");
  assert.equal(event.source, "https://reviews.example.org");
  assert.match(event.id, /^msg_[a-z2-7]{26}$/);
  assert.throws(() => check(hook.secret, { ...sent, body: sent.body.replace("tested", "twisted") }), WebhookVerificationError);
  const everything = receiver.got.map((one) => JSON.stringify(one.headers) + one.body).join();
  assert.doesNotMatch(everything, /canary(summary|pseudonym|name)/);
  await until(async () => (await hook.log())[0].state === "DELIVERED");
  assert.doesNotMatch(hook.service.said(), /canary|whsec_/);
  await hook.service.stop();
  await receiver.stop();
});

test("what failed is sent again, with the same id and the same bytes, until it is taken", async () => {
  const receiver = await startReceiver({ status: 500 }, { status: 503, headers: { "Retry-After": "3" } }, {});
  const hook = await withWebhook(receiver.address, settings("[1, 1, 1]"));
  await hook.post(":test");
  const began = Date.now();
  const got = await receiver.have(3);
  assert.ok(Date.now() - began >= 4000, "Retry-After was not heeded");
  assert.equal(new Set(got.map((one) => one.headers["webhook-id"])).size, 1);
  assert.equal(new Set(got.map((one) => one.body)).size, 1);
  for (const one of got) check(hook.secret, one);
  const [delivery] = await until(async () => {
    const log = await hook.log();
    return log[0].state === "DELIVERED" && log;
  });
  assert.equal(delivery.tries, 3);
  assert.equal((await hook.show()).failingSince, undefined);
  assert.equal((await hook.post(`/deliveries/${delivery.delivery}:replay`)).status, 200);
  const replayed = (await receiver.have(4))[3];
  assert.equal(replayed.headers["webhook-id"], got[0].headers["webhook-id"]);
  assert.equal(replayed.body, got[0].body);
  check(hook.secret, replayed);
  const metrics = await (await fetch(`${hook.service.address}/metrics`)).text();
  assert.match(metrics, /review_webhook_deliveries_total\{result="tried-again"\} 2/);
  await hook.service.stop();
  await receiver.stop();
});

test("what waits when the service dies is sent when it is there again", async () => {
  const receiver = await startReceiver({ status: 500 }, {});
  const hook = await withWebhook(receiver.address, settings("[5]"));
  await hook.post(":test");
  await receiver.have(1);
  await until(async () => (await hook.log())[0].tries === 1);
  await hook.service.killAndStart();
  const got = await receiver.have(2);
  assert.equal(got[1].headers["webhook-id"], got[0].headers["webhook-id"]);
  assert.equal(got[1].body, got[0].body);
  await hook.service.stop();
  await receiver.stop();
});

test("410 ends it, and so does a receiver that never takes anything", async () => {
  const gone = await startReceiver({ status: 410 });
  const first = await withWebhook(gone.address);
  await first.post(":test");
  await until(async () => (await first.show()).state === "DISABLED");
  assert.equal((await first.show()).why, "gone");
  await first.post(":test");
  await wait(1500);
  assert.equal(gone.got.length, 1);
  await first.service.stop();
  await gone.stop();

  const never = await startReceiver({ status: 500 });
  const second = await withWebhook(never.address);
  await second.post(":test");
  await until(async () => (await second.show()).state === "DISABLED");
  const shown = await second.show();
  assert.equal(shown.why, "failing");
  assert.ok(shown.failingSince);
  assert.equal(never.got.length, 3);
  assert.equal((await second.log())[0].state, "FAILED");
  await second.service.stop();
  await never.stop();
});

test("a redirect is not followed", async () => {
  const target = await startReceiver();
  const receiver = await startReceiver({ status: 307, headers: { Location: target.address } });
  const hook = await withWebhook(receiver.address);
  await hook.post(":test");
  await until(async () => (await hook.log())[0].lastError === "redirected");
  assert.equal(target.got.length, 0);
  await hook.service.stop();
  await receiver.stop();
  await target.stop();
});

test("while a secret is replaced both sign", async () => {
  const receiver = await startReceiver();
  const hook = await withWebhook(receiver.address);
  const rotated = await hook.post(":rotate");
  assert.equal(rotated.status, 200);
  assert.notEqual(rotated.json.secret, hook.secret);
  await hook.post(":test");
  const [sent] = await receiver.have(1);
  assert.equal(sent.headers["webhook-signature"].split(" ").length, 2);
  check(hook.secret, sent);
  check(rotated.json.secret, sent);
  await hook.service.stop();
  await receiver.stop();
});

test("once private targets are no longer allowed, nothing is sent to one that is there", async () => {
  const receiver = await startReceiver();
  const hook = await withWebhook(receiver.address.replace("http:", "https:"), settings());
  hook.service.configure(settings().filter((line) => !line.startsWith("allow-private")));
  await hook.service.killAndStart();
  await hook.post(":test");
  await until(async () => (await hook.log())[0].lastError === "private-target");
  assert.equal(receiver.got.length, 0);
  await hook.service.stop();
  await receiver.stop();
});
