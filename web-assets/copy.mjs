// Copies the files of Swagger UI that /docs needs into the Python package, with a manifest of where they come from.
// After a change of the version in package.json: npm install && npm run copy, then commit both folders.
import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const PACKAGE = "swagger-ui-dist";
const FILES = ["swagger-ui-bundle.js", "swagger-ui-bundle.js.LICENSE.txt", "swagger-ui.css", "LICENSE", "NOTICE"];
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const source = here(`node_modules/${PACKAGE}/`);
const target = here("../platemark/http/static/swagger-ui/");

const { version, integrity, license } = JSON.parse(readFileSync(here("package-lock.json"))).packages[`node_modules/${PACKAGE}`];
const installed = JSON.parse(readFileSync(`${source}package.json`)).version;
if (installed !== version) throw new Error(`package-lock.json pins ${version}, but ${installed} is installed: run npm ci`);

rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
const sha256 = {};
for (const file of FILES) {
  copyFileSync(source + file, target + file);
  sha256[file] = createHash("sha256").update(readFileSync(target + file)).digest("hex");
}
writeFileSync(`${target}manifest.json`, `${JSON.stringify({ package: PACKAGE, version, license, integrity, sha256 }, null, 2)}\n`);
