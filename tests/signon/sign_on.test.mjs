import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";
import { Browser } from "./browser.mjs";
import { startProvider } from "./provider.mjs";
import { freeAddress, startService } from "./service.mjs";

const secret = "a secret of the tests: 100% + more";
let provider;
let service;
// A public client, known by `sub`, whose tokens are signed with the other algorithm.
let publicProvider;
let publicService;

before(async () => {
  const address = await freeAddress();
  provider = await startProvider(address, { client_id: "review", client_secret: secret });
  const settings = [
    `issuer = "${provider.issuer}"`,
    `client-id = "review"`,
    `client-secret-file = "secret"`,
    `tenants = ["tenant-1"]`,
    `words = "Sign in with your Exampleshire account"`,
  ];
  service = await startService(address, settings, secret);
  const other = await freeAddress();
  publicProvider = await startProvider(other, {
    client_id: "review",
    token_endpoint_auth_method: "none",
    id_token_signed_response_alg: "ES256",
  });
  const others = [`issuer = "${publicProvider.issuer}"`, `client-id = "review"`];
  publicService = await startService(other, others, secret);
});

after(async () => {
  for (const one of [service, publicService, provider, publicProvider]) await one?.stop();
});

/** Takes an invitation up with the provider's account. */
async function takeUp(at, from, person, who) {
  from.signIn(who);
  const link = await at.invite(person);
  const browser = new Browser();
  const page = await browser.go(at.address + link);
  assert.match(page.text, /Use my council account/);
  return { browser, link, page: await browser.send(`${at.address}${link}/council`) };
}

async function signOn(at, from, who, then = "") {
  from.signIn(who);
  const browser = new Browser();
  return { browser, page: await browser.go(`${at.address}/sign-in/council${then}`) };
}

test("the sign-in page has the button, with the council's words", async () => {
  const { text } = await new Browser().go(`${service.address}/sign-in`);
  assert.match(text, /Sign in with your Exampleshire account/);
});

test("an invited person links the council account, and signs on with it from then on", async () => {
  const { page } = await takeUp(service, provider, "ann-smith", "ann");
  assert.equal(page.status, 200);
  assert.equal(page.at, `${service.address}/`);
  assert.match(page.text, /ann-smith/);
  const again = await signOn(service, provider, "ann", "?then=%2Fcases");
  assert.equal(again.page.at, `${service.address}/cases`);
  assert.match(again.page.text, /ann-smith/);
  const { json } = await service.ask("GET", "/v1/accounts");
  const account = json.accounts.find((one) => one.person === "people/ann-smith");
  assert.equal(account.hasPassword, false);
  assert.deepEqual(account.signsOnWith, [{ issuer: provider.issuer, subject: "tenant-1/oid-ann" }]);
});

test("a public client is known by its subject, and its tokens are signed by a point of a curve", async () => {
  const { page } = await takeUp(publicService, publicProvider, "ann-smith", "ann");
  assert.equal(page.at, `${publicService.address}/`);
  assert.equal((await signOn(publicService, publicProvider, "ann")).page.status, 200);
  const { json } = await publicService.ask("GET", "/v1/accounts");
  assert.deepEqual(json.accounts[0].signsOnWith, [{ issuer: publicProvider.issuer, subject: "ann" }]);
});

test("whoever has a link to a real store and no code lets no council account in by it", async () => {
  const address = await freeAddress();
  const at = await startProvider(address, { client_id: "review", token_endpoint_auth_method: "none" });
  const settings = [`issuer = "${at.issuer}"`, `client-id = "review"`];
  const real = await startService(address, settings, secret, { practice: false });
  try {
    at.signIn("ann");
    const { link, code } = await real.inviteByTwo("ann-smith");
    const council = `${address}${link}/council`;
    for (const typed of [{}, { code: "aaaa-aaaa-aaaa-aaaa" }]) {
      const refused = await new Browser().send(council, typed);
      assert.equal(refused.status, 400);
      assert.equal(refused.at, council);
      assert.match(refused.text, /This is not the code of the link/);
    }
    const bound = async () => (await real.ask("GET", "/v1/accounts")).json.accounts[0].signsOnWith;
    assert.equal(await bound(), undefined);
    assert.equal((await new Browser().send(council, { code })).status, 200);
    assert.deepEqual(await bound(), [{ issuer: at.issuer, subject: "ann" }]);
  } finally {
    await real.stop();
    await at.stop();
  }
});

test("a link works once, and not for an account that somebody else uses", async () => {
  const { link } = await takeUp(service, provider, "first-person", "bob");
  const second = new Browser();
  assert.equal((await second.go(service.address + link)).status, 404);
  assert.equal((await second.send(`${service.address}${link}/council`)).status, 404);
  const taken = await takeUp(service, provider, "second-person", "bob");
  assert.equal(taken.page.status, 409);
  assert.match(taken.page.text, /used by somebody here already/);
  // The link is not used up by that.
  assert.equal((await taken.browser.go(service.address + taken.link)).status, 200);
});

test("nobody is let in for being known at the provider, nor for having somebody's address", async () => {
  const { page, browser } = await signOn(service, provider, "impostor");
  assert.equal(page.status, 403);
  assert.match(page.text, /This account is not known here\. Ask your review coordinator\./);
  assert.doesNotMatch(page.text, /impostor|example/);
  assert.equal(browser.cookie(service.address, "__Host-sid"), undefined);
});

test("an account of another tenant is refused, whatever it is called there", async () => {
  const { page } = await signOn(service, provider, "outsider");
  assert.equal(page.status, 403);
  assert.match(page.text, /did not sign you in/);
});

test("an administrator lets an account in by its name at the provider", async () => {
  await service.invite("dora");
  const identity = { issuer: provider.issuer, subject: "tenant-1/oid-impostor" };
  assert.equal((await service.ask("POST", "/v1/accounts/nobody-here:bind", identity)).status, 404);
  assert.equal((await service.ask("POST", "/v1/accounts/dora:bind", identity)).status, 200);
  assert.match((await signOn(service, provider, "impostor")).page.text, /dora/);
  assert.equal((await service.ask("POST", "/v1/accounts/first-person:bind", identity)).status, 409);
});

test("whoever is shut out does not come back by the council account", async () => {
  const { browser, page } = await signOn(service, provider, "bob");
  assert.equal(page.status, 200);
  assert.equal((await service.ask("POST", "/v1/accounts/first-person:disable")).status, 200);
  assert.match((await browser.go(`${service.address}/`)).at, /\/sign-in$/);
  const again = await signOn(service, provider, "bob");
  assert.equal(again.page.status, 403);
  assert.match(again.page.text, /not known here/);
  await service.invite("first-person");
  assert.equal((await signOn(service, provider, "bob")).page.status, 403);
});

/** As far as the answer of the provider, which is not brought back yet. */
async function untilReturn(who) {
  provider.signIn(who);
  const browser = new Browser();
  const stop = (address) => address.startsWith(`${service.address}/sign-in/council/return`);
  const { at } = await browser.go(`${service.address}/sign-in/council`, { stop });
  return { browser, back: new URL(at) };
}

test("an answer is taken once, from the browser that began, and with its own state and issuer", async () => {
  const refused = async (browser, address) => {
    const page = await browser.go(address.href);
    assert.equal(page.status, 403);
    assert.match(page.text, /did not sign you in/);
    assert.equal(browser.cookie(service.address, "__Host-sid"), undefined);
  };
  const once = await untilReturn("ann");
  assert.equal((await once.browser.go(once.back.href)).status, 200);
  await refused(new Browser(), once.back); // the same again
  const elsewhere = await untilReturn("ann");
  await refused(new Browser(), elsewhere.back); // another browser
  await refused(elsewhere.browser, elsewhere.back); // and with that it is over
  for (const change of [
    (back) => back.searchParams.set("state", "A".repeat(43)),
    (back) => back.searchParams.delete("state"),
    (back) => back.searchParams.append("state", "A".repeat(43)),
    (back) => back.searchParams.set("iss", "https://other.example"), // mix-up
    (back) => back.searchParams.delete("iss"), // this provider says that it always names itself
    (back) => back.searchParams.set("code", "A".repeat(43)),
    (back) => back.searchParams.delete("code"),
  ]) {
    const { browser, back } = await untilReturn("ann");
    change(back);
    await refused(browser, back);
  }
  const first = await untilReturn("ann");
  const second = await untilReturn("ann");
  // A code of another sign-on: its verifier and its nonce do not fit.
  second.back.searchParams.set("code", first.back.searchParams.get("code"));
  await refused(second.browser, second.back);
  // The first may already have a session; a stranger's cookie does not help either.
  const planted = await untilReturn("ann");
  const victim = new Browser();
  victim.setCookie(service.address, "__Host-signon", "A".repeat(43));
  await refused(victim, planted.back);
});

test("whoever the provider turns away is told so calmly", async () => {
  const { page } = await signOn(service, provider, "nobody");
  assert.equal(page.status, 403);
  assert.match(page.text, /did not sign you in/);
});

/** Somebody signed in, and the token of their forms. */
async function signedIn(who) {
  const { browser } = await signOn(service, provider, who);
  const { text } = await browser.go(`${service.address}/confirm-it-is-you`);
  return { browser, text, formToken: /name="formToken" value="([0-9a-f]+)"/.exec(text)[1] };
}

test("somebody without a password shows anew who they are at the provider, which asks again", async () => {
  const { browser, text, formToken } = await signedIn("ann");
  assert.match(text, /Sign in with your Exampleshire account/);
  assert.doesNotMatch(text, /name="password"/);
  const before = browser.cookie(service.address, "__Host-sid");
  let asked;
  const stop = (address) => {
    if (address.startsWith(`${provider.issuer}/`)) asked ??= new URL(address);
    return false;
  };
  const page = await browser.go(`${service.address}/confirm-it-is-you/council`, {
    method: "POST",
    headers: { Origin: service.address, "Sec-Fetch-Site": "same-origin" },
    body: new URLSearchParams({ formToken, then: "/cases" }),
    stop,
  });
  assert.equal(asked.searchParams.get("prompt"), "login");
  assert.equal(asked.searchParams.get("max_age"), "0");
  assert.equal(page.at, `${service.address}/cases`);
  assert.match(page.text, /ann-smith/);
  assert.notEqual(browser.cookie(service.address, "__Host-sid"), before);
});

test("a form that waits for that proof is shown again, and sent with what was typed", async () => {
  const { browser, formToken } = await signedIn("ann");
  const typed = new URLSearchParams({ case: "26-0001", ground: "child-at-risk", reasons: 'Too short & "odd"', formToken });
  const fields = { formToken, formAddress: "/open-a-case", formBody: typed.toString() };
  const page = await browser.send(`${service.address}/confirm-it-is-you/council`, fields);
  assert.match(page.text, /You have confirmed that it is you/);
  assert.match(page.text, /action="\/open-a-case"/);
  assert.match(page.text, /value="Too short &amp; &quot;odd&quot;"/);
  const renewed = /name="formToken" value="([0-9a-f]+)"/.exec(page.text)[1];
  assert.notEqual(renewed, formToken);
  typed.set("formToken", renewed);
  const sent = await browser.send(`${service.address}/open-a-case`, typed);
  assert.equal(sent.status, 409);
  assert.match(sent.text, /at least 20 characters/);
});

test("another person at the provider proves nothing", async () => {
  const { browser, formToken } = await signedIn("ann");
  const before = browser.cookie(service.address, "__Host-sid");
  provider.signIn("impostor");
  browser.forget(provider.issuer); // the provider would first ask to end the session of the one before
  const page = await browser.send(`${service.address}/confirm-it-is-you/council`, { formToken, then: "/cases" });
  assert.equal(page.status, 403);
  assert.match(page.text, /is not the one of the person who is signed in here/);
  assert.equal(browser.cookie(service.address, "__Host-sid"), before);
  const forged = await browser.send(`${service.address}/confirm-it-is-you/council`, { formToken: "0".repeat(32) });
  assert.equal(forged.status, 403);
});

test("where nothing is to be linked the form of another site is not taken", async () => {
  const link = await service.invite("erin");
  const answer = await fetch(`${service.address}${link}/council`, {
    method: "POST",
    headers: { Origin: provider.issuer, "Sec-Fetch-Site": "cross-site" },
    body: new URLSearchParams(),
  });
  assert.equal(answer.status, 403);
});

test("what is refused is logged, and no code, state or token with it", async () => {
  const { browser, back } = await untilReturn("outsider");
  await browser.go(back.href);
  const said = service.said();
  assert.match(said, /"event":"sign-on-refused","why":"The token is of another tenant\."/);
  for (const name of ["code", "state"]) assert.ok(!said.includes(back.searchParams.get(name)));
  assert.doesNotMatch(said, /eyJ|oid-|@council|A secret/);
});

test("in a real browser the way leads there and back, with and without scripts", async () => {
  const browser = await chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"],
  });
  try {
    provider.signIn("bob");
    const link = await service.invite("first-person");
    for (const javaScriptEnabled of [true, false]) {
      const context = await browser.newContext({ baseURL: service.address, javaScriptEnabled });
      context.setDefaultTimeout(20000);
      const page = await context.newPage();
      if (javaScriptEnabled) {
        await page.goto(link);
        await page.getByRole("button", { name: "Use my council account" }).click();
      } else {
        await page.goto("/cases");
        await page.getByRole("button", { name: "Sign in with your Exampleshire account" }).click();
      }
      await page.waitForURL(service.address + (javaScriptEnabled ? "/" : "/cases"));
      await page.getByRole("link", { name: /first-person/ }).waitFor();
      await page.getByRole("button", { name: "Sign out" }).click();
      await page.getByRole("heading", { name: "Sign in", exact: true }).waitFor();
      await context.close();
    }
  } finally {
    await browser.close();
  }
});

test("a provider that is gone is said to be silent, and passwords still work", async () => {
  await publicProvider.stop();
  const lone = await freeAddress();
  const silent = await startService(lone, [`issuer = "${publicProvider.issuer}"`, `client-id = "review"`], secret);
  try {
    const { status, text } = await new Browser().go(`${silent.address}/sign-in/council`);
    assert.equal(status, 503);
    assert.match(text, /does not answer at this moment/);
    const link = await silent.invite("frank");
    const again = { password: "violet harbour teapot", again: "violet harbour teapot" };
    assert.match((await new Browser().send(silent.address + link, again)).text, /frank/);
  } finally {
    await silent.stop();
  }
});
