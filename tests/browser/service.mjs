// A real service over a practice store with the example cases, for as long as the tests run.
import { execFile, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
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

/** Starts the service; gives its address, and how to invite somebody and to stop it. */
export async function startService() {
  const folder = mkdtempSync(join(tmpdir(), "review-browser-"));
  const store = join(folder, "store.db");
  await ctl(["store", "init", "--practice", "--store", store]);
  const issue = ["token", "issue", "--store", store, "--person", "the-administrator", "--role", "administrator"];
  const administrator = await ctl(issue);
  const daemon = spawn(join(bin, "reviewd"), ["--store", store, "--listen", "127.0.0.1:0", "--practice"], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  const address = await new Promise((resolve, reject) => {
    let said = "";
    daemon.stderr.on("data", (bytes) => {
      said += bytes;
      const found = /listening on (http:\S+)/.exec(said);
      if (found) resolve(found[1]);
    });
    daemon.on("exit", () => reject(new Error(`reviewd did not start: ${said}`)));
  });
  const env = { REVIEW_TOKEN: administrator, REVIEW_SERVER: address };
  await ctl(["demo", "fill"], env);
  return {
    address,
    invite: (person, role) => ctl(["account", "invite", "--person", person, "--role", role], env),
    stop: async () => {
      daemon.removeAllListeners("exit");
      const ended = new Promise((resolve) => daemon.on("exit", resolve));
      daemon.kill("SIGTERM");
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}
