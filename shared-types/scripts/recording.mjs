// The recorded exchanges, and the TypeScript that holds them to the types.
import { existsSync, readFileSync } from "node:fs";

/** The recording: build/recorded/exchanges.json, made by the tests of the server; without it the committed baseline. */
export function recording() {
  const live = new URL("../../build/recorded/exchanges.json", import.meta.url);
  const source = existsSync(live) ? live : new URL("../test/exchanges.json", import.meta.url);
  return JSON.parse(readFileSync(source, "utf8"));
}

/** The source of a module that compiles only where each body is what its operation, status and media type declare. */
export function typescript(exchanges) {
  const lines = exchanges.map(({ operationId, status, mediaType, body }) => {
    const type = `Answer<${JSON.stringify(operationId)}, ${status}, ${JSON.stringify(mediaType)}>`;
    return `  ${JSON.stringify(body)} satisfies ${type},`;
  });
  return [
    "// Made by scripts/recorded.mjs from the recorded exchanges. DO NOT EDIT.",
    'import type { Answer } from "../src/index.js";',
    "",
    `export const recorded: unknown[] = [\n${lines.join("\n")}\n];`,
    "",
  ].join("\n");
}
