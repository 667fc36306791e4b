// Lints an OpenAPI 3.1 document in five ways; exit 1 if one of them finds anything, warnings included.
//
//   node lint.mjs openapi.json entries.json answers.json
//
// 1. the official JSON Schema of OpenAPI 3.1   2. the linter of Redocly, recommended rules
// 3. each component schema by the metaschema of JSON Schema 2020-12
// 4. entries that the service took or refused: the schema must say the same of each
// 5. answers that a service gave: each must be one that the document describes
import { readFileSync } from "node:fs";
import { createConfig, lintFromString } from "@redocly/openapi-core";
import { Validator } from "@seriousme/openapi-schema-validator";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { compareAnswers } from "./answers.mjs";

const [documentFile, entriesFile, answersFile] = process.argv.slice(2);
const source = readFileSync(documentFile, "utf8");
const document = JSON.parse(source);
const entries = JSON.parse(readFileSync(entriesFile, "utf8"));
const answers = JSON.parse(readFileSync(answersFile, "utf8"));
const found = [];

const rules = {
  // The service has no licence text to name, and no address but the one that it is asked at.
  "info-license": "off",
  "no-empty-servers": "error",
  // The specification settles it: a concrete address is matched before a templated one. No case is called "-".
  "no-ambiguous-paths": "off",
};

const byStructure = await new Validator().validate(structuredClone(document));
for (const error of [byStructure.errors ?? []].flat()) {
  found.push(`structure: ${error.instancePath ?? ""} ${error.message ?? error}`);
}
if (!byStructure.valid && found.length === 0) found.push("structure: not valid");

const config = await createConfig({ extends: ["recommended"], rules });
const problems = await lintFromString({ source, absoluteRef: documentFile, config });
for (const problem of problems) {
  found.push(`${problem.severity} ${problem.ruleId}: ${problem.location[0]?.pointer ?? ""} ${problem.message}`);
}

const ajv = addFormats(new Ajv2020({ strict: false, allErrors: false }));
const schemas = document.components?.schemas ?? {};
for (const [name, schema] of Object.entries(schemas)) {
  if (!ajv.validateSchema(schema)) found.push(`schema ${name}: ${ajv.errorsText()}`);
}

/** What the schemas say of entries, and of answers. Throws where they cannot be compiled. */
function compareWithService() {
  ajv.addSchema(document, "openapi");
  for (const name of Object.keys(schemas)) ajv.compile({ $ref: `openapi#/components/schemas/${name}` });
  const isEntry = ajv.compile({ $ref: "openapi#/components/schemas/Entry" });
  for (const { what, entry, taken } of entries) {
    if (isEntry(entry) === taken) continue;
    found.push(`entry ${what}: the service ${taken ? "takes" : "refuses"} it. ${ajv.errorsText(isEntry.errors)}`);
  }
  found.push(...compareAnswers(document, ajv, answers));
}

try {
  compareWithService();
} catch (error) {
  found.push(`schemas: ${error.message}`);
}

for (const line of found) console.log(line);
const counts = {
  addresses: Object.keys(document.paths ?? {}).length,
  schemas: Object.keys(schemas).length,
  "entries tried": entries.length,
  "answers compared": answers.length,
};
console.log(Object.entries(counts).map(([what, count]) => `${count} ${what}`).join(", "));
console.log(found.length === 0 ? "nothing found" : `${found.length} found`);
process.exitCode = found.length === 0 && Object.values(counts).every((count) => count > 0) ? 0 : 1;
