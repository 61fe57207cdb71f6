// The contract test can fail: it detects each way in which a server can drift from the contract.
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { beforeAll, describe, expect, test } from "vitest";
import { type Exchange, recording, typescript } from "../scripts/recording.mjs";
import { createValidators } from "../src/validators.js";

const PROJECT = fileURLToPath(new URL("../tsconfig.json", import.meta.url));
const BODY = { status: "ok", ...parts("database", "storage", "queue", "workers") };
const GOOD: Exchange = { operationId: "getHealth", status: 200, mediaType: "application/json", body: BODY };
const { workers: _, ...WITHOUT_WORKERS } = BODY as Record<string, unknown>;

const DRIFTS: Record<string, Exchange> = {
  "a removed field": { ...GOOD, body: WITHOUT_WORKERS },
  "an undeclared field": { ...GOOD, body: { ...BODY, uptime: 1 } },
  "a value outside the enum": { ...GOOD, body: { ...BODY, status: "fine" } },
  "null in a field that is not nullable": { ...GOOD, body: { ...BODY, queue: null } },
  "a number instead of a string": { ...GOOD, body: { ...BODY, status: 1 } },
};
const UNDECLARED: Record<string, Exchange> = {
  "a status that is not declared": { ...GOOD, status: 201 },
  "a media type that is not declared": { ...GOOD, mediaType: "application/problem+json" },
  "an operation that does not exist": { ...GOOD, operationId: "getWeather" },
};

function parts(...names: string[]): object {
  return Object.fromEntries(names.map((name) => [name, { ok: true, detail: null }]));
}

/** Compile one module for each exchange, as `npm test` does, and return the number of errors in each. */
function errorsOf(exchanges: Record<string, Exchange>): Record<string, number> {
  const { options } = ts.parseJsonConfigFileContent(ts.readConfigFile(PROJECT, ts.sys.readFile).config, ts.sys, ".");
  const names = new Map(Object.keys(exchanges).map((name, index) => [moduleOf(index), name]));
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (file) => names.has(file) || fileExists(file);
  host.getSourceFile = (file, language) => {
    const exchange = exchanges[names.get(file) ?? ""];
    return exchange ? ts.createSourceFile(file, typescript([exchange]), language) : getSourceFile(file, language);
  };
  const program = ts.createProgram([...names.keys()], options, host);
  const found = [...names].map(([file, name]): [string, number] => {
    const source = program.getSourceFile(file);
    return [name, program.getSemanticDiagnostics(source).length + program.getSyntacticDiagnostics(source).length];
  });
  return Object.fromEntries(found);
}

function moduleOf(index: number): string {
  return fileURLToPath(new URL(`./drift-${index}.ts`, import.meta.url)).replaceAll("\\", "/");
}

describe("types", () => {
  let errors: Record<string, number>;
  beforeAll(() => {
    errors = errorsOf({ good: GOOD, ...DRIFTS, ...UNDECLARED });
  }, 60_000);

  test("accept a valid body", () => expect(errors.good).toBe(0));
  test.each([...Object.keys(DRIFTS), ...Object.keys(UNDECLARED)])("reject %s", (name) => {
    expect(errors[name]).toBeGreaterThan(0);
  });
});

describe("validators", () => {
  const validators = createValidators({ exact: true });
  const check = ({ operationId, status, mediaType, body }: Exchange) =>
    validators.answer(operationId, status, mediaType)(body);

  test("accept a valid body", () => expect(check(GOOD)).toEqual([]));
  test.each(Object.entries(DRIFTS))("reject %s", (_name, drift) => expect(check(drift)).not.toEqual([]));
  test.each(Object.entries(UNDECLARED))("reject %s", (_name, drift) => {
    expect(() => check(drift)).toThrow(/does not declare/);
  });

  test("reject a value out of range, which types cannot", () => {
    const problem = recording().find(({ mediaType }) => mediaType === "application/problem+json");
    expect(problem).toBeDefined();
    const drifted = { ...problem!, body: { ...(problem!.body as object), status: 1000 } };
    expect(check(problem!)).toEqual([]);
    expect(check(drifted).map(({ instancePath, keyword }) => [instancePath, keyword])).toEqual([["/status", "maximum"]]);
  });
});
