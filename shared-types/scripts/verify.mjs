// Proves generated code: `node scripts/verify.mjs folder`. Each line of its output is a JSON array, the place and what is wrong.
import { readFile, writeFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import ts from "typescript";

const folder = resolve(process.argv[2]);
const ROOT = "https://platemark.dev/contract";
const FILES = ["schema.ts", "bodies.ts", "contract.ts"];
const OPTIONS = {
  noEmit: true,
  strict: true,
  skipLibCheck: true,
  types: [],
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  lib: ["lib.es2022.d.ts"],
};

function report(place, message) {
  process.stdout.write(`${JSON.stringify([place, message])}\n`);
}

// Blob is all that generated code takes from the browser: its other types are a third of the time that this takes.
const BROWSER = fileURLToPath(new URL("browser.d.ts", import.meta.url));
const program = ts.createProgram([BROWSER, ...FILES.map((name) => join(folder, name))], OPTIONS);
for (const fault of ts.getPreEmitDiagnostics(program)) {
  const name = fault.file ? fault.file.fileName.split("/").at(-1) : "TypeScript";
  const line = fault.file && fault.start !== undefined ? fault.file.getLineAndCharacterOfPosition(fault.start).line + 1 : 0;
  report(`${name}:${line}`, ts.flattenDiagnosticMessageText(fault.messageText, " "));
}

const READING = new URL("../src/reading.ts", import.meta.url);
const place = await mkdtemp(join(tmpdir(), "contract-"));
try {
  const { schemas } = await load(join(folder, "contract.ts"), "contract.mjs");
  const { opened } = await load(READING, "reading.mjs");
  compile(schemas, "");
  compile(opened(schemas), " as clients read it");
} finally {
  await rm(place, { recursive: true });
}

async function load(file, name) {
  const module = join(place, name);
  const compilerOptions = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 };
  await writeFile(module, ts.transpileModule(await readFile(file, "utf8"), { compilerOptions }).outputText);
  return await import(module);
}

function compile(schemas, how) {
  const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false });
  addFormats(ajv);
  ajv.addFormat("binary", true);
  ajv.addVocabulary(["components", "discriminator", "x-deprecated-since", "x-extends", "x-sunset", "x-words"]);
  ajv.addSchema({ $id: ROOT, components: { schemas } });
  for (const name of Object.keys(schemas)) {
    const pointer = `#/components/schemas/${name}`;
    try {
      ajv.getSchema(`${ROOT}${pointer}`);
    } catch (error) {
      report(pointer, `Ajv${how}: ${error.message}`);
    }
  }
}
