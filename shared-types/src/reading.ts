// Reads answers openly: a server that is newer than this package may say more than its contract.

/** A JSON Schema. */
export type Schema = Record<string, unknown>;

const MAPS = ["properties", "patternProperties"];
const LISTS = ["allOf", "anyOf", "oneOf", "prefixItems"];
const SINGLES = ["items", "additionalProperties", "propertyNames", "contains"];

/**
 * Return the schemas as a reader of answers takes them. Objects may have members that they do not list, a word may be
 * one that an enum lacks, and an object whose discriminator has an unknown value may be anything. Everything that the
 * contract declares must still be there, as it is declared.
 */
export function opened(schemas: Record<string, Schema>): Record<string, Schema> {
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, open(schema, schemas)]));
}

function open(schema: Schema, schemas: Record<string, Schema>): Schema {
  const copy = { ...schema };
  for (const key of ["additionalProperties", "unevaluatedProperties"]) if (copy[key] === false) delete copy[key];
  if (isWords(copy.enum)) {
    if (copy.enum.includes(null)) copy.type = ["string", "null"];
    else copy.type = "string";
    delete copy.enum;
  }
  const inner = (part: unknown) => (isSchema(part) ? open(part, schemas) : part);
  for (const key of MAPS) if (isSchema(copy[key])) copy[key] = mapped(copy[key], inner);
  for (const key of LISTS) if (Array.isArray(copy[key])) copy[key] = copy[key].map(inner);
  for (const key of SINGLES) if (key in copy) copy[key] = inner(copy[key]);
  if (!Array.isArray(copy.oneOf) || copy.anyOf !== undefined) return copy;
  const { oneOf, ...rest } = copy; // what opens may fit several branches
  return { ...rest, anyOf: [...oneOf, ...unknownKind(schema, schemas)] };
}

/** The branch of a union that takes the kinds which its discriminator does not have. */
function unknownKind(union: Schema, schemas: Record<string, Schema>): Schema[] {
  const tag = (union.discriminator as { propertyName?: string } | undefined)?.propertyName;
  if (tag === undefined) return [];
  const known = (union.oneOf as Schema[]).map((branch) => tagOf(branch, tag, schemas));
  if (!known.every((kind) => typeof kind === "string")) return [];
  const kind = { type: "string", not: { enum: known } };
  return [{ type: "object", required: [tag], properties: { [tag]: kind } }];
}

function tagOf(branch: Schema, tag: string, schemas: Record<string, Schema>): unknown {
  const name = String(branch.$ref ?? "").split("/").at(-1)!;
  const properties = (schemas[name] ?? branch).properties as Record<string, Schema> | undefined;
  return properties?.[tag]?.const;
}

function isWords(values: unknown): values is (string | null)[] {
  if (!Array.isArray(values)) return false;
  return values.some((value) => value !== null) && values.every((value) => value === null || typeof value === "string");
}

function isSchema(value: unknown): value is Schema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function mapped(parts: Schema, change: (part: unknown) => unknown): Schema {
  return Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, change(part)]));
}
