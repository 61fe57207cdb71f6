// Generates the types of an OpenAPI document: `node scripts/schema.mjs openapi.json schema.ts`. Used by codegen/typescript.py.
import { readFile, writeFile } from "node:fs/promises";
import openapiTS, { astToString } from "openapi-typescript";
import ts from "typescript";

const [source, target] = process.argv.slice(2);
const BLOB = ts.factory.createTypeReferenceNode("Blob");
const ANY_JSON = ts.factory.createTypeReferenceNode("AnyJson");
const UNKNOWN = ts.factory.createTypeReferenceNode("Unknown");
const OWN_TYPES = {
  AnyJson: "type AnyJson = null | boolean | number | string | AnyJson[] | { [key: string]: AnyJson };",
  // Texts that no literal is: comparing a word with the known ones narrows it, and leaves these over. They are two, so
  // that two unknown words are not taken for the same one. An enum that is only declared leaves nothing at run time.
  Unknown: 'declare enum Unknown { Word = "?", OtherWord = "??" }',
};

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
    if (schema.title === "UnknownWord") return UNKNOWN;
    return schema.format === "binary" || isBytes(schema) ? BLOB : undefined;
  },
});
const text = astToString(types);
const own = Object.entries(OWN_TYPES).filter(([name]) => new RegExp(`: ${name};`).test(text));
await writeFile(target, [...own.map(([, type]) => `${type}\n`), text].join("\n"));

function isBytes(schema) {
  const isText = schema.contentEncoding !== undefined || schema.contentSchema !== undefined;
  return schema.contentMediaType !== undefined && !isText;
}
