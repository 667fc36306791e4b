// Another program that the service tells of events, and that checks them with the reference library.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { HTTP } from "cloudevents";
import { Webhook } from "standardwebhooks";
import { until } from "./waiting.mjs";

/**
 * A receiver that keeps what it is sent, and gives these answers in turn, the last one from then on. An answer may be a
 * function of what was sent, and take its time.
 */
export async function startReceiver(...answers) {
  const got = [];
  const server = createServer((request, response) => {
    const parts = [];
    request.on("data", (part) => parts.push(part));
    request.on("end", async () => {
      const sent = { method: request.method, url: request.url, headers: request.headers, body: Buffer.concat(parts).toString() };
      got.push(sent);
      const next = answers.length > 1 ? answers.shift() : (answers[0] ?? {});
      const { status = 204, headers = {}, body = "" } = typeof next === "function" ? await next(sent) : next;
      response.writeHead(status, headers).end(body);
    });
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return {
    got,
    address: `http://127.0.0.1:${server.address().port}/events?word=canaryquery`,
    /** So many, and no more for a while. */
    have: async (count) => {
      await until(() => got.length >= count, `${count} events`);
      return got;
    },
    stop: () => new Promise((done) => server.close(done)),
  };
}

/** Lines of the settings: events may go to this machine, and are tried again after so many seconds. */
export const webhookLines = (retries = "[1, 1]") => ["[webhooks]", "allow-private = true", `retry-seconds = ${retries}`];

/** A webhook to the address: proposed by one administrator, approved by another. */
export async function registerWebhook(service, address) {
  const [first, second] = service.administrators;
  const wish = { address, privateAllowed: true };
  const proposed = await first.post("/v1/webhooks:propose", { ...wish, reason: "Invented." });
  assert.equal(proposed.status, 201);
  assert.equal((await second.post(`/v1/approvals/${proposed.json.approval}:approve`)).status, 200);
  const made = await first.post("/v1/webhooks", wish);
  assert.equal(made.status, 201);
  const at = `/v1/webhooks/${made.json.webhook}`;
  return {
    service,
    secret: made.json.secret,
    post: (verb) => first.post(`${at}${verb}`),
    show: async () => (await first.get(at)).json,
    log: async () => (await first.get(`${at}/deliveries`)).json.deliveries,
  };
}

/** The event that was sent, if it is signed with the secret and is a CloudEvent. */
export function check(secret, { headers, body }) {
  new Webhook(secret).verify(body, headers);
  const event = HTTP.toEvent({ headers, body });
  assert.ok(event.validate());
  assert.equal(event.id, headers["webhook-id"]);
  return event;
}
