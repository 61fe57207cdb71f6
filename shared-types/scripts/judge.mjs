// Reads {schemas, values: {name: [values]}} from stdin and writes {name: "1010…"}: what Ajv says of each value of each schema.
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const ROOT = "https://platemark.dev/contract";
const { schemas, values } = JSON.parse(readFileSync(0, "utf8"));
const ajv = new Ajv2020({ strict: false, logger: false });
addFormats(ajv);
ajv.addSchema({ $id: ROOT, components: { schemas } });
const verdicts = Object.entries(values).map(([name, list]) => {
  const validate = ajv.getSchema(`${ROOT}#/components/schemas/${name}`);
  return [name, list.map((value) => (validate(value) ? "1" : "0")).join("")];
});
process.stdout.write(JSON.stringify(Object.fromEntries(verdicts)));
