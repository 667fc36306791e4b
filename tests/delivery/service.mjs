// A real service over a real store, which sends its mails to a server of the test.
import { execFile, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { SMTPServer } from "smtp-server";

const bin = join(process.env.REVIEW_BUILD, "bin");
const run = async (program, args) => (await promisify(execFile)(join(bin, program), args)).stdout.trim();

/**
 * A mail server that keeps what it is given; `refuse` makes it say no. `options.takes` is asked about every whole mail,
 * takes its time over it, and gives whether the mail is taken.
 */
export async function startMailServer(options = {}) {
  const mails = [];
  const refused = [];
  const waiting = [];
  const server = new SMTPServer({
    authOptional: true,
    // Nobody's names are asked of a name server.
    disableReverseLookup: true,
    disabledCommands: options.auth ? ["STARTTLS"] : ["STARTTLS", "AUTH"],
    allowInsecureAuth: true,
    onAuth: (auth, session, done) =>
      auth.username === "reviews" && auth.password === "a mail password" ? done(null, { user: 1 }) : done(new Error("no")),
    onRcptTo: (address, session, done) => {
      if (server.refuses) return done(Object.assign(new Error("Try again later"), { responseCode: 451 }));
      return done();
    },
    onData: (stream, session, done) => {
      let text = "";
      stream.on("data", (bytes) => (text += bytes));
      stream.on("end", async () => {
        const mail = { to: session.envelope.rcptTo.map((one) => one.address), user: session.user, text };
        if (server.refusesMails || !(await (options.takes?.(mail) ?? true))) {
          refused.push(text);
          return done(Object.assign(new Error("Try again later"), { responseCode: 451 }));
        }
        mails.push(mail);
        waiting.splice(0).forEach((wake) => wake());
        return done();
      });
    },
  });
  // Whoever sends may be killed in the middle of it.
  server.on("error", () => {});
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: server.server.address().port,
    mails,
    /** The mails that it was given and did not take. */
    refused,
    refuse: (refuses) => (server.refuses = refuses),
    /** The same, once it has read the whole mail. */
    refuseMails: (refuses) => (server.refusesMails = refuses),
    /** The next mail that nobody has taken yet; waits for it. */
    next: async () => {
      const until = Date.now() + 20_000;
      while (mails.length === 0) {
        if (Date.now() > until) throw new Error("no mail came");
        await Promise.race([new Promise((wake) => waiting.push(wake)), new Promise((wake) => setTimeout(wake, 200))]);
      }
      return mails.shift();
    },
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

/**
 * The service with these lines below `[mail]`, or below what the lines say themselves; its store is no practice store
 * unless the options have `practice`. The options may name `administrators`, and `others` with the role of each.
 */
export async function startService(mail, files = {}, options = {}) {
  const folder = mkdtempSync(join(tmpdir(), "review-delivery-"));
  const store = join(folder, "store.db");
  const config = join(folder, "reviewd.toml");
  const configure = (lines) => writeFileSync(config, "[mail]\n" + lines.join("\n") + "\n");
  configure(mail);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text, { mode: 0o600 });
  await run("reviewctl", ["store", "init", "--store", store, ...(options.practice ? ["--practice"] : [])]);
  const issue = (person, role) =>
    run("reviewctl", ["token", "issue", "--store", store, "--person", person, "--role", role]);
  const token = await issue("a-smith", "coordinator");
  const administrators = [];
  for (const person of options.administrators ?? ["an-administrator"]) {
    administrators.push(await issue(person, "administrator"));
  }
  const others = {};
  for (const [person, role] of Object.entries(options.others ?? {})) others[person] = await issue(person, role);
  let said = "";
  let daemon;
  let address;
  const start = async () => {
    const from = said.length;
    daemon = spawn(join(bin, "reviewd"), ["--store", store, "--listen", "127.0.0.1:0", "--config", config], {
      stdio: ["ignore", "ignore", "pipe"],
    });
    address = await new Promise((resolve, reject) => {
      daemon.stderr.on("data", (bytes) => {
        said += bytes;
        const found = /listening on (http:\S+)/.exec(said.slice(from));
        if (found) resolve(found[1]);
      });
      daemon.on("exit", () => reject(new Error(`reviewd did not start: ${said}`)));
    });
  };
  await start();
  const call = async (method, path, body, as = token) => {
    const answer = await fetch(address + path, {
      method,
      headers: { Authorization: `Bearer ${as}`, ...(body && { "Content-Type": "application/json" }) },
      body: body && JSON.stringify(body),
    });
    return { status: answer.status, json: await answer.json() };
  };
  const ended = (signal) => {
    daemon.removeAllListeners("exit");
    if (daemon.exitCode !== null || daemon.signalCode !== null) return daemon.exitCode;
    const end = new Promise((resolve) => daemon.on("exit", resolve));
    daemon.kill(signal);
    return end;
  };
  const as = (one) => ({
    get: (path) => call("GET", path, undefined, one),
    post: (path, body) => call("POST", path, body, one),
    put: (path, body) => call("PUT", path, body, one),
  });
  return {
    get address() {
      return address;
    },
    token,
    said: () => said,
    /** The administrators of the options, each with get, post and put. */
    administrators: administrators.map(as),
    /** The others of the options, by name, each with the same. */
    others: Object.fromEntries(Object.entries(others).map(([person, one]) => [person, as(one)])),
    /** Other lines, from the next start on. */
    configure,
    /** Ends it without warning, whether or not it is there yet. */
    kill: () => ended("SIGKILL"),
    /** Starts it again; waits until it is there. */
    start,
    killAndStart: async () => {
      await ended("SIGKILL");
      await start();
    },
    ...as(token),
    /** The same as the first administrator. */
    administer: (path, body) => call("POST", path, body, administrators[0]),
    /** Opens a page, or sends a form, as a browser without scripts does. */
    open: (path, form, cookie = "") =>
      fetch(address + path, {
        method: form ? "POST" : "GET",
        redirect: "manual",
        headers: { Origin: address, "Sec-Fetch-Site": "same-origin", ...(cookie && { Cookie: cookie }) },
        body: form && new URLSearchParams(form),
      }),
    stop: async () => {
      const code = await ended("SIGTERM");
      rmSync(folder, { recursive: true });
      return code;
    },
  };
}
