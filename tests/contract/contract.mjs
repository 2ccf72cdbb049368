// The description that a server gives of itself, and what it says of an answer.
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const kPathParameter = /\{[^}]+\}/;

// Every object is closed here: a property that an answer has and the description has not is a fault.
function closed(schema) {
  if (Array.isArray(schema)) return schema.map(closed);
  if (schema === null || typeof schema !== "object") return schema;
  const copy = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  if (schema.properties && typeof schema.properties === "object" && !("additionalProperties" in schema)) {
    copy.additionalProperties = false;
  }
  return copy;
}

export class Contract {
  constructor(document) {
    this.document = document;
    this.ajv = addFormats(new Ajv2020({strict: true, strictRequired: false, allowUnionTypes: true, allErrors: true}));
    this.ajv.addVocabulary(["components"]);
    this.ajv.addSchema({$id: "openapi", components: closed(document.components)});
  }

  // Each operation: its path, its parameters and its responses.
  operations() {
    return Object.entries(this.document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({path, method, ...operation})));
  }

  // What is wrong with an answer; empty when nothing is.
  faults(operation, {status, type, body}) {
    const answer = operation.responses[status] ?? operation.responses[`${String(status)[0]}XX`];
    if (!answer) return [`status ${status} is not described`];
    if (!answer.content) return body === "" ? [] : [`status ${status} has a body`];
    const content = answer.content[type] ?? answer.content["*/*"];
    if (!content) return [`${type} is not described for status ${status}`];
    const reference = content.schema?.$ref;
    if (!reference) return [];
    const values = type === "application/jsonl" ? body.trimEnd().split("\n") : [body];
    return values.flatMap((value) => this.#check(reference, JSON.parse(value)));
  }

  #check(reference, value) {
    const validate = this.ajv.getSchema(`openapi${reference}`);
    if (validate(value)) return [];
    return validate.errors.map((error) =>
      `${reference}${error.instancePath}: ${error.message} ${JSON.stringify(error.params)}`);
  }
}

export const hasArgument = (path) => kPathParameter.test(path);
export const withArgument = (path, value) => path.replace(kPathParameter, encodeURIComponent(value));

// An answer as the contract sees it.
export async function ask(url, options = {}) {
  const answer = await fetch(url, {redirect: "manual", ...options});
  const type = (answer.headers.get("content-type") ?? "").split(";")[0];
  return {status: answer.status, type, body: await answer.text(), headers: answer.headers};
}
