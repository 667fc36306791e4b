// Makes common-passwords.bin from the list of the million most common passwords that Mozilla keeps for Firefox
// Accounts: of each one of twelve characters or more, in lower case, the first six bytes of its SHA-256, sorted. A
// shorter one is refused for its length.
//
//     node common-passwords.mjs LIST MADE
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";

const shortest = 12;
const kept = 6;

const [list, made] = process.argv.slice(2);
const digests = new Set();
for (const line of readFileSync(list, "utf8").split("\n")) {
  const password = line.trim().replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  if ([...password].length < shortest) continue;
  digests.add(createHash("sha256").update(password).digest("hex").slice(0, 2 * kept));
}
if (digests.size < 10000) throw new Error(`only ${digests.size} passwords in ${list}`);
writeFileSync(made, Buffer.from([...digests].sort().join(""), "hex"));
