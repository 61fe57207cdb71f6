// Generates the types of an OpenAPI document: `node scripts/schema.mjs openapi.json schema.ts`. Used by codegen/typescript.py.
import { readFile, writeFile } from "node:fs/promises";
import openapiTS, { astToString } from "openapi-typescript";
import ts from "typescript";

const [source, target] = process.argv.slice(2);
const BLOB = ts.factory.createTypeReferenceNode("Blob");
const ANY_JSON = ts.factory.createTypeReferenceNode("AnyJson");
const ANY_JSON_TYPE = "type AnyJson = null | boolean | number | string | AnyJson[] | { [key: string]: AnyJson };";

const types = await openapiTS(JSON.parse(await readFile(source, "utf8")), {
  alphabetize: true,
  defaultNonNullable: false,
  emptyObjectsUnknown: true,
  enumValues: true,
  exportType: true,
  rootTypes: true,
  rootTypesNoSchemaPrefix: true,
  silent: true,
  // A file in a form is a Blob, not a string. TypeScript supports a recursive type only as an alias.
  transform: (schema) => {
    if (schema.title === "JsonValue") return ANY_JSON;
    return schema.format === "binary" || isBytes(schema) ? BLOB : undefined;
  },
});
const text = astToString(types);
await writeFile(target, text.includes("AnyJson") ? `${ANY_JSON_TYPE}\n\n${text}` : text);

function isBytes(schema) {
  return schema.contentMediaType !== undefined && schema.contentEncoding === undefined;
}
