// Compares answers of the service with what the document says of their operations.

/** Every operation of the document by its id, with its place as a JSON Pointer. */
function operationsOf(document) {
  const all = new Map();
  for (const [path, item] of Object.entries(document.paths ?? {})) {
    for (const [method, operation] of Object.entries(item)) all.set(operation.operationId, ["paths", path, method]);
  }
  return all;
}

const at = (document, place) => place.reduce((here, name) => here?.[name], document);

/** The place that a place refers to, or itself. */
function follow(document, place) {
  const reference = at(document, place)?.$ref;
  return reference === undefined ? place : reference.slice(2).split("/");
}

const uri = (place) =>
  "openapi#/" + place.map((name) => encodeURIComponent(name.replaceAll("~", "~0").replaceAll("/", "~1"))).join("/");

/** What is wrong with the answers, a line each. Each operation must have succeeded once in every way it can. */
export function compareAnswers(document, ajv, answers) {
  const found = new Set();
  const tried = new Set();
  const compiled = new Map();
  const check = (place, value) => {
    const reference = uri(place);
    if (!compiled.has(reference)) compiled.set(reference, ajv.compile({ $ref: reference }));
    const fits = compiled.get(reference);
    return fits(value) ? "" : ajv.errorsText(fits.errors.slice(0, 3));
  };

  const compare = (response, { headers, body }) => {
    const faults = [];
    const described = at(document, response);
    const type = headers["Content-Type"]?.split(";")[0];
    if (described.content?.[type] === undefined) faults.push(`the type ${type} is not described`);
    else faults.push(check([...response, "content", type, "schema"], body));
    for (const [name, value] of Object.entries(headers)) {
      if (name === "Content-Type") continue;
      if (described.headers?.[name] === undefined) {
        faults.push(`the header ${name} is not described`);
        continue;
      }
      const place = follow(document, [...response, "headers", name]);
      const isNumber = at(document, [...place, "schema"]).type === "integer";
      faults.push(check([...place, "schema"], isNumber ? Number(value) : value).replace(/^(?=.)/, `${name} `));
    }
    for (const name of Object.keys(described.headers ?? {})) {
      const required = at(document, follow(document, [...response, "headers", name])).required;
      if (required && headers[name] === undefined) faults.push(`the header ${name} is missing`);
    }
    return faults.filter((fault) => fault !== "");
  };

  const operations = operationsOf(document);
  for (const answer of answers) {
    const what = `answer ${answer.operation} ${answer.status}`;
    const place = operations.get(answer.operation);
    if (place === undefined) {
      found.add(`${what}: there is no such operation`);
      continue;
    }
    const responses = at(document, [...place, "responses"]);
    const status = String(answer.status) in responses ? String(answer.status) : "default";
    tried.add(`${answer.operation} ${status}`);
    const response = follow(document, [...place, "responses", status]);
    for (const fault of compare(response, answer)) found.add(`${what}: ${fault}`);
  }

  for (const [id, place] of operations) {
    for (const status of Object.keys(at(document, [...place, "responses"]))) {
      if (status.startsWith("2") && !tried.has(`${id} ${status}`)) found.add(`answer ${id} ${status}: never tried`);
    }
  }
  return [...found];
}
