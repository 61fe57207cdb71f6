// Answers may grow: a client of this version reads those of a later server. tsc checks the types of this file.
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import ts from "typescript";
import { describe, expect, expectTypeOf, test } from "vitest";
import { recording } from "../scripts/recording.mjs";
import {
  type AlbumCreate, type AlbumDetail, type AlbumUpdate, type GenerateRequest, isKnown, type JobRequest, type ReceivedJobRequest,
  type State, type StudioEvent, type UnknownStudioEvent, type UnknownWord, type Visibility, visibilityValues,
} from "../src/index.js";
import { opened } from "../src/reading.js";
import { createValidators } from "../src/validators.js";

const read = createValidators();
const exact = createValidators({ exact: true });
const ID = "0192e4a0-7c00-7000-8000-000000000021";
const HEAD = { id: 4723, at: "2026-11-22T09:30:00Z" };
const LATER_EVENT: unknown = { ...HEAD, kind: "album.archived", album_id: ID };

type Album = Pick<AlbumDetail, "visibility">;

describe("a word of an answer", () => {
  const LABELS = { private: "Only you", shared: "Users", public: "Everyone" } satisfies Record<Visibility, string>;

  function label(album: Album): string {
    switch (album.visibility) {
      case "private":
      case "shared":
      case "public":
        expectTypeOf(album.visibility).toEqualTypeOf<Visibility>();
        return LABELS[album.visibility];
      default:
        return `other (${album.visibility satisfies UnknownWord})`; // all known words are handled above
    }
  }

  test("has a case for the one that this version does not know", () => {
    expect(label({ visibility: "shared" })).toBe("Users");
    expect(label({ visibility: "friends" as UnknownWord })).toBe("other (friends)");
  });

  test("that a switch forgets is an error", () => {
    const state = "failed" as State | UnknownWord;
    const done = () => {
      switch (state) {
        case "queued":
        case "running":
        case "succeeded":
        case "cancelled":
          return true;
        default:
          // @ts-expect-error: "failed" is not handled
          return state satisfies UnknownWord;
      }
    };
    expect(done()).toBe("failed");
  });

  test("need not be known", () => {
    // @ts-expect-error: what is not known has no label
    const find = (album: Album): string => LABELS[album.visibility];
    expect(find({ visibility: "friends" as UnknownWord })).toBeUndefined();
  });

  test("is not sent before it is known", () => {
    const album = { visibility: "shared" } as Album;
    // @ts-expect-error: a request takes known words only
    const refused: AlbumUpdate = { visibility: album.visibility };
    const sent: AlbumUpdate[] = isKnown(visibilityValues, album.visibility) ? [{ visibility: album.visibility }] : [];
    expect(sent).toEqual([refused]);
    expect(isKnown(visibilityValues, "friends")).toBe(false);
  });

  test("is a text, but not any text", () => {
    expectTypeOf<UnknownWord>().toExtend<string>();
    // @ts-expect-error: a misspelt word is an error, in fixtures and in comparisons
    const album: Album = { visibility: "publik" };
    // @ts-expect-error
    expect(album.visibility === "pubic").toBe(false);
  });
});

describe("an event", () => {
  function subject(event: StudioEvent): string {
    switch (event.kind) {
      case "album.created":
      case "album.changed":
      case "album.deleted":
        return event.album_id;
      case "ready":
        // @ts-expect-error: this kind has no album
        return String(event.album_id);
      default:
        // @ts-expect-error: other known kinds are not handled
        event satisfies UnknownStudioEvent;
        return "ignored";
    }
  }

  test("of an unknown kind is one that a client ignores", () => {
    expect(read.received("StudioEvent")(LATER_EVENT)).toEqual([]);
    expect(subject(LATER_EVENT as StudioEvent)).toBe("ignored");
    expectTypeOf<UnknownStudioEvent["album_id"]>().toBeUnknown();
  });

  test("of a known kind is checked, whatever more it says", () => {
    const changed = { ...HEAD, kind: "album.changed", album_id: ID };
    expect(read.received("StudioEvent")({ ...changed, reason: "moved" })).toEqual([]);
    expect(read.received("StudioEvent")({ ...changed, album_id: 7 })).not.toEqual([]);
    expect(read.received("StudioEvent")({ ...HEAD, kind: "album.changed" })).not.toEqual([]);
    expect(read.received("StudioEvent")({ ...HEAD })).not.toEqual([]);
  });
});

describe("a schema that goes both ways", () => {
  test("is open where it is received, and closed where it is sent", () => {
    expectTypeOf<GenerateRequest>().toExtend<JobRequest>();
    expectTypeOf<JobRequest>().toExtend<ReceivedJobRequest>();
    expectTypeOf<ReceivedJobRequest>().not.toExtend<JobRequest>();
    const later = { kind: "upscale", image_id: ID };
    expect(read.received("JobRequest")(later)).toEqual([]);
    expect(read.request("createJob")(later)).not.toEqual([]);
  });

  test("is closed in a request, as the server is", () => {
    const body = { name: "Proofs" };
    expect(read.request("createAlbum")(body)).toEqual([]);
    expect(read.request("createAlbum")({ ...body, motto: "x" }).map(({ keyword }) => keyword)).toEqual(["additionalProperties"]);
    expect(read.request("createAlbum")({ ...body, visibility: "friends" }).map(({ keyword }) => keyword)).toEqual(["enum"]);
    // @ts-expect-error: an unknown field
    const refused: AlbumCreate = { name: "Proofs", motto: "x" };
    expect(read.request("createAlbum")(refused)).not.toEqual([]);
    expect(() => read.request("createAlbum", "text/csv")).toThrow(/does not take/);
  });
});

describe("recorded answers", () => {
  test.each(recording())("of $operationId $status $mediaType may grow", ({ operationId, status, mediaType, body }) => {
    const [open, closed] = [read, exact].map((validators) => validators.answer(operationId, status, mediaType));
    expect(open!(body)).toEqual([]);
    expect(closed!({ ...(body as object), added_later: 1 })).not.toEqual([]);
    for (const grown of eachGrown(body)) {
      const errors = closed!(grown).map(({ keyword }) => keyword);
      if (errors.includes("additionalProperties") || errors.includes("unevaluatedProperties")) expect(open!(grown)).toEqual([]);
    }
  });

  test.each(recording())("of $operationId $status $mediaType keep what they have", ({ operationId, status, mediaType, body }) => {
    const [open, closed] = [read, exact].map((validators) => validators.answer(operationId, status, mediaType));
    for (const name of Object.keys(body as object)) {
      const { [name]: _, ...rest } = body as Record<string, unknown>;
      expect(open!(rest).length > 0).toBe(closed!(rest).length > 0);
    }
  });
});

test("types leave nothing in the compiled code but the lists of known words", () => {
  const source = readFileSync(new URL("../src/generated/schema.ts", import.meta.url), "utf8");
  const options = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022, removeComments: true };
  const lines = ts.transpile(source, options).trim().split("\n");
  expect(lines.filter((line) => !/^export const \w+Values = \[.*\];$/.test(line))).toEqual([]);
});

/** Copies of a value, in each of which one object has a member more. */
function* eachGrown(value: unknown): Generator<unknown> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      for (const grown of eachGrown(item)) yield value.map((other: unknown, at) => (at === index ? grown : other));
    }
  } else if (typeof value === "object" && value !== null) {
    yield { ...value, added_later: { since: 2 } };
    for (const [name, inner] of Object.entries(value)) for (const grown of eachGrown(inner)) yield { ...value, [name]: grown };
  }
}

describe("a later answer", () => {
  // tests/contract/compat/test_growth.py holds the gate to the same cases
  const { schemas, cases } = JSON.parse(readFileSync(new URL("growth.json", import.meta.url), "utf8"));
  const ajv = new Ajv2020({ strict: false }).addSchema({ $id: "later", components: { schemas: opened(schemas) } });

  test.each(cases as [string, string, unknown, boolean][])("with %s is read as %s %j: %s", (_, name, value, taken) => {
    expect(ajv.validate(`later#/components/schemas/${name}`, value)).toBe(taken);
  });
});
