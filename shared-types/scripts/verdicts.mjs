// Reads {values: {name: [values]}} from stdin and writes {name: "1010…"}: what the validators of src/ say of each value.
// With {schemas}, too, the values are of those instead of the contract's; their keywords and formats may be unknown ones.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import ts from "typescript";

const SOURCES = ["validators", "compiler", "reading", "generated/contract"];
const CACHE = new URL("../node_modules/.cache/", import.meta.url);
const ROOT = "https://platemark.dev/judged";

/** Compile the validators to `folder`, in which their dependencies are found, and load the modules with these names. */
async function load(folder, ...names) {
  mkdirSync(new URL("generated/", folder), { recursive: true });
  writeFileSync(new URL("package.json", folder), '{"type": "module"}');
  const options = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 };
  for (const name of SOURCES) {
    const source = readFileSync(new URL(`../src/${name}.ts`, import.meta.url), "utf8");
    writeFileSync(new URL(`${name}.js`, folder), ts.transpile(source, options));
  }
  return await Promise.all(names.map((name) => import(new URL(`${name}.js`, folder).href)));
}

/** Return a function that looks up whether a value fits the schema with a name. */
function lookup([{ createValidators }, { createCompiler }], schemas) {
  if (!schemas) {
    const { schema } = createValidators();
    return (name) => (value) => schema(name)(value).length === 0;
  }
  const ajv = createCompiler({ strict: false });
  ajv.addSchema({ $id: ROOT, components: { schemas } });
  return (name) => ajv.getSchema(`${ROOT}#/components/schemas/${name}`);
}

const { schemas, values } = JSON.parse(readFileSync(0, "utf8"));
mkdirSync(CACHE, { recursive: true });
const folder = pathToFileURL(`${mkdtempSync(fileURLToPath(new URL("verdicts-", CACHE)))}/`);
try {
  const fits = lookup(await load(folder, "validators", "compiler"), schemas);
  const verdicts = Object.entries(values).map(([name, list]) => {
    const validate = fits(name);
    return [name, list.map((value) => (validate(value) ? "1" : "0")).join("")];
  });
  process.stdout.write(JSON.stringify(Object.fromEntries(verdicts)));
} finally {
  rmSync(folder, { recursive: true });
}
