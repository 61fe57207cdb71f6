// Reads {name: [values]} from stdin and writes {name: "1010…"}: what the validators of src/ say of each value.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import ts from "typescript";

const SOURCES = ["validators", "reading", "generated/contract"];
const FOLDER = new URL("../node_modules/.cache/verdicts/", import.meta.url);

/** Compile the validators to a folder in which their dependencies are found, and load them. */
async function load() {
  mkdirSync(new URL("generated/", FOLDER), { recursive: true });
  writeFileSync(new URL("package.json", FOLDER), '{"type": "module"}');
  const options = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 };
  for (const name of SOURCES) {
    const source = readFileSync(new URL(`../src/${name}.ts`, import.meta.url), "utf8");
    writeFileSync(new URL(`${name}.js`, FOLDER), ts.transpile(source, options));
  }
  return await import(new URL("validators.js", FOLDER).href);
}

const { schema } = (await load()).createValidators();
const values = JSON.parse(readFileSync(0, "utf8"));
const verdicts = Object.entries(values).map(([name, list]) => {
  const validate = schema(name);
  return [name, list.map((value) => (validate(value).length === 0 ? "1" : "0")).join("")];
});
process.stdout.write(JSON.stringify(Object.fromEntries(verdicts)));
