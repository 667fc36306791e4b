// What the service sends to other programs, as a receiver sees it that checks it with the reference library.
import assert from "node:assert/strict";
import { test } from "node:test";
import { WebhookVerificationError } from "standardwebhooks";
import { check, registerWebhook, startReceiver, webhookLines } from "./receiver.mjs";
import { startService } from "./service.mjs";
import { pause, until } from "./waiting.mjs";

const settings = (retries) => ['address = "https://reviews.example.org"', ...webhookLines(retries)];

/** A service with one webhook to the address. */
const withWebhook = async (address, lines = settings()) =>
  registerWebhook(await startService(lines, {}, { administrators: ["ada-admin", "bea-admin"] }), address);

const dayBefore = (days) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

test("an event is a CloudEvent, signed so that the reference library takes it", async () => {
  const receiver = await startReceiver();
  const hook = await withWebhook(receiver.address);
  assert.equal((await hook.post(":test")).status, 200);
  const [sent] = await receiver.have(1);
  assert.equal(sent.method, "POST");
  assert.match(sent.headers["content-type"], /^application\/cloudevents\+json/);
  const event = check(hook.secret, sent);
  assert.equal(event.type, "uk.review.webhook.tested.v1");
  assert.equal(event.source, "https://reviews.example.org");
  assert.match(event.id, /^msg_[a-z2-7]{26}$/);
  assert.throws(() => check(hook.secret, { ...sent, body: sent.body.replace("tested", "twisted") }), WebhookVerificationError);
  await until(async () => (await hook.log())[0].state === "DELIVERED");
  assert.doesNotMatch(hook.service.said(), /canary|whsec_/);
  await hook.service.stop();
  await receiver.stop();
});

test("an alert goes out within seconds of the update that it comes from, and carries no word of the case", async () => {
  const receiver = await startReceiver();
  const hook = await withWebhook(receiver.address);
  const day = dayBefore(30);
  const logged = await hook.service.post("/v1/cases", {
    incidentLogged: {
      incidentOn: day,
      localAuthorityAwareOn: day,
      harm: "SERIOUS_HARM",
      abuseOrNeglect: "SUSPECTED",
      summary: "canarysummary",
      children: [{ pseudonym: "canarypseudonym", ageYears: 7, name: "canaryname" }],
      occurredIn: "example-borough",
    },
  });
  assert.equal(logged.status, 201, JSON.stringify(logged.json));
  const id = logged.json.case;
  const told = () =>
    receiver.got
      .map((one) => ({ sent: one, event: check(hook.secret, one) }))
      .filter(({ event }) => event.type === "uk.review.alert.told.v1" && event.data.case === id);
  const [{ sent, event }] = await until(() => told().length > 0 && told(), "an alert", 10);
  const { key, ...data } = event.data;
  assert.deepEqual(data, {
    case: id,
    clock: event.data.clock,
    step: event.data.step,
    dueOn: event.data.dueOn,
    link: `https://reviews.example.org/cases/${id}`,
  });
  assert.match(event.data.step, /^[a-z]+(-[a-z0-9]+)*$/);
  assert.match(event.data.dueOn, /^\d{4}-\d{2}-\d{2}$/);
  assert.ok(event.data.dueOn < dayBefore(0));
  assert.equal(event.subject, `cases/${id}/clocks/${event.data.clock}`);
  assert.ok(key.startsWith(`cases/${id}/${event.data.clock}/`));
  assert.throws(() => check(hook.secret, { ...sent, body: sent.body.replace(id, "26-9999") }), WebhookVerificationError);
  await until(async () => (await hook.log()).every((one) => one.state === "DELIVERED"));
  assert.doesNotMatch(receiver.got.map((one) => JSON.stringify(one.headers) + one.body).join(), /canary(?!query)/);
  assert.doesNotMatch(hook.service.said(), /canary|whsec_/);
  await hook.service.stop();
  await receiver.stop();
});

test("a receiver that is slow holds up nobody else, and gets one event after the other", async () => {
  const slow = await startReceiver(async () => {
    await pause(9000);
    return {};
  });
  const quick = await startReceiver();
  const service = await startService(settings(), {}, { administrators: ["ada-admin", "bea-admin"] });
  const slowly = await registerWebhook(service, slow.address);
  const quickly = await registerWebhook(service, quick.address);
  for (let count = 0; count < 3; ++count) assert.equal((await slowly.post(":test")).status, 200);
  await slow.have(1);
  for (let count = 0; count < 25; ++count) assert.equal((await quickly.post(":test")).status, 200);
  await until(() => quick.got.length === 25, "25 events beside a slow receiver", 5);
  assert.equal(slow.got.length, 1);
  for (const one of quick.got) check(quickly.secret, one);
  const log = await until(async () => {
    const all = await quickly.log();
    return all.every((one) => one.state === "DELIVERED") && all;
  });
  const sent = quick.got.map((one) => one.headers["webhook-id"]);
  assert.deepEqual(sent, log.map((one) => one.event).reverse());
  // Nor does it hold up the end of the service.
  const began = Date.now();
  assert.equal(await service.stop(), 0);
  assert.ok(Date.now() - began < 5000, "the end waited for the receiver");
  await quick.stop();
  await slow.stop();
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
  await pause(1500);
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
