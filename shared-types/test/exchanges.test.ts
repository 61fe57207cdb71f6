// The recorded responses match the contract. tsc checks the same exchanges in recorded.ts.
import { describe, expect, test } from "vitest";
import { recording } from "../scripts/recording.mjs";
import { createValidators } from "../src/validators.js";
import { recorded } from "./recorded.js";

const validators = createValidators({ exact: true });
const exchanges = recording();

describe("recorded exchanges", () => {
  test("are the same that tsc checks", () => {
    expect(exchanges.length).toBeGreaterThan(0);
    expect(recorded).toEqual(exchanges.map(({ body }) => body));
  });

  test.each(exchanges)("$operationId $status $mediaType", ({ operationId, status, mediaType, body }) => {
    expect(validators.answer(operationId, status, mediaType)(body)).toEqual([]);
  });
});
