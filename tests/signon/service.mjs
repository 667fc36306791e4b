// A real service that lets people sign on with the accounts of a provider.
import { execFile, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const bin = join(process.env.REVIEW_BUILD, "bin");
const ctl = async (args, env = {}) => {
  const { stdout } = await promisify(execFile)(join(bin, "reviewctl"), args, { env: { ...process.env, ...env } });
  return stdout.trim();
};

/** A port that was free a moment ago: the provider must know the service's address before that starts. */
export async function freeAddress() {
  const server = createServer();
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return `http://127.0.0.1:${port}`;
}

/** Starts the service at the address; `settings` are lines of its table `[sign-on]`. In a real store two let somebody in. */
export async function startService(address, settings, secret, { practice = true } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "review-signon-"));
  const store = join(folder, "store.db");
  const config = join(folder, "reviewd.toml");
  writeFileSync(join(folder, "secret"), `${secret}\n`, { mode: 0o600 });
  writeFileSync(config, ["[sign-on]", `address = "${address}"`, ...settings, ""].join("\n"));
  const kind = practice ? ["--practice"] : [];
  await ctl(["store", "init", ...kind, "--store", store]);
  const issue = (person) => ctl(["token", "issue", "--store", store, "--person", person, "--role", "administrator"]);
  const administrator = await issue("the-administrator");
  const second = await issue("the-second-administrator");
  const listen = address.slice("http://".length);
  const args = ["--store", store, "--listen", listen, ...kind, "--config", config];
  const daemon = spawn(join(bin, "reviewd"), args, { stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  await new Promise((resolve, reject) => {
    daemon.stderr.on("data", (bytes) => {
      said += bytes;
      if (said.includes("listening on http")) resolve();
    });
    daemon.on("exit", () => reject(new Error(`reviewd did not start: ${said}`)));
  });
  const env = { REVIEW_TOKEN: administrator, REVIEW_SERVER: address };
  const ask = async (method, path, body, token = administrator) => {
    const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/json" };
    const answer = await fetch(address + path, { method, headers, body: body && JSON.stringify(body) });
    return { status: answer.status, json: await answer.json() };
  };
  return {
    address,
    ask,
    said: () => said,
    invite: (person) => ctl(["account", "invite", "--person", person, "--role", "coordinator"], env),
    /** The link and the code with which somebody gets in whom two let in. */
    inviteByTwo: async (person) => {
      const wish = { person, role: "reader" };
      const proposed = await ask("POST", "/v1/accounts:propose", { ...wish, reason: "Invented." });
      const approved = await ask("POST", `/v1/approvals/${proposed.json.approval}:approve`, undefined, second);
      const made = await ask("POST", "/v1/accounts", wish);
      return { link: made.json.link, code: approved.json.openingCode };
    },
    stop: async () => {
      daemon.removeAllListeners("exit");
      const ended = new Promise((resolve) => daemon.on("exit", resolve));
      daemon.kill("SIGTERM");
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}
