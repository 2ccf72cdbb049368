// Values that the sample archive answers to: for the `{…}` of paths and for parameters.
const kArguments = [
  [/^\/static\//, "pressoir.css"],
  [/ministres|ministers/, "arnaud-montebourg"],
  [/gouvernements|governments/, "ayrault-2"],
  [/facets/, "minister"],
];

const kValues = {
  q: "industrie", minister: "arnaud-montebourg", theme: "Industrie", type: "discours",
  source: "www.exemple.fr", government: "ayrault-2", lineage: "industrie", from: "2012", to: "2014-06",
  facet: "minister", fields: "id,title",
};

// What may stand in the place of `{…}`; most often it is a document.
export function argumentOf(path, document) {
  return kArguments.find(([pattern]) => pattern.test(path))?.[1] ?? document;
}

// A value that the parameter takes, by its name or from its schema.
export function valueOf({name, schema}, document) {
  const item = schema.items ?? schema;
  if (name === "after" || name === "id") return document;
  if (item.enum) return item.enum.at(-1);
  if (item.type === "integer") return String(item.minimum);
  if (item.type === "boolean") return "true";
  const plain = name.replace(/^not_/, "");
  if (plain in kValues) return kValues[plain];
  return item.default ?? "industrie";
}
