// A real service over a store of its own, for as long as the tests run.
import { execFile, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const bin = join(process.env.REVIEW_BUILD, "bin");
// Never waits for a program while the daemon may be writing to us.
const ctl = async (args, env = {}) => {
  const { stdout } = await promisify(execFile)(join(bin, "reviewctl"), args, { env: { ...process.env, ...env } });
  return stdout.trim();
};

export const password = "violet harbour teapot";

/** Starts the service. A practice store has the example cases in it; a real one is empty. `config` is what `--config` reads. */
export async function startService({ practice = true, config = "" } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "review-browser-"));
  const store = join(folder, "store.db");
  const settings = join(folder, "reviewd.toml");
  writeFileSync(settings, config);
  const kind = practice ? ["--practice"] : [];
  await ctl(["store", "init", "--store", store, ...kind]);
  const token = (person, role) => ctl(["token", "issue", "--store", store, "--person", person, "--role", role]);
  const administrator = await token("the-administrator", "administrator");
  // In a real store somebody else agrees to each invitation.
  const second = practice ? null : await token("the-second-administrator", "administrator");
  const office = await token("the-office", "coordinator");
  const listen = ["--store", store, "--listen", "127.0.0.1:0", "--config", settings, ...kind];
  const daemon = spawn(join(bin, "reviewd"), listen, { stdio: ["ignore", "ignore", "pipe"] });
  const address = await new Promise((resolve, reject) => {
    let said = "";
    daemon.stderr.on("data", (bytes) => {
      said += bytes;
      const found = /listening on (http:\S+)/.exec(said);
      if (found) resolve(found[1]);
    });
    daemon.on("exit", () => reject(new Error(`reviewd did not start: ${said}`)));
  });
  if (practice) await ctl(["demo", "fill"], { REVIEW_TOKEN: administrator, REVIEW_SERVER: address });
  const send = async (bearer, method, path, body, version) => {
    const answer = await fetch(address + path, {
      method,
      headers: {
        Authorization: `Bearer ${bearer}`,
        ...(body && { "Content-Type": "application/json" }),
        ...(version && { "If-Match": `"${version}"` }),
      },
      body: body && JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return JSON.parse(text);
  };
  return {
    address,
    /** The link with which somebody signs in for the first time and, of a real store, its code. */
    invite: async (person, role, agency) => {
      const wish = { person, role, ...(agency && { agency }) };
      let code;
      if (second) {
        const { approval } = await send(administrator, "POST", "/v1/accounts:propose", { ...wish, reason: "Invented." });
        code = (await send(second, "POST", `/v1/approvals/${approval}:approve`)).openingCode;
      }
      return { link: (await send(administrator, "POST", "/v1/accounts", wish)).link, code };
    },
    /** What the office did before: asks the service as a coordinator. */
    get: (path) => send(office, "GET", path),
    post: (path, body, version) => send(office, "POST", path, body, version),
    stop: async () => {
      daemon.removeAllListeners("exit");
      const ended = new Promise((resolve) => daemon.on("exit", resolve));
      daemon.kill("SIGTERM");
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}
