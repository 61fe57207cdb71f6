import { describe, expect, test, vi } from "vitest";

vi.mock("../src/generated/bodies.js", () => ({
  basePath: "/api/v1",
  jsonBodies: { "PUT /names": "application/vnd.name+json" },
  textBodies: { "POST /notes": "text/plain" },
  formBodies: { "POST /forms": true },
  separators: { "GET /lists": { words: ",", numbers: "|" } },
}));
const { createClient } = await import("../src/client.js");

/** A client of a contract that this package was not generated from, and the last request that it sent. */
function clientFor() {
  const requests: Request[] = [];
  const client = createClient({
    baseUrl: "http://studio.test/api/v1",
    fetch: async (request) => {
      requests.push(request);
      return new Response(null, { status: 204 });
    },
  }) as unknown as Record<"GET" | "POST" | "PUT", (path: string, init: object) => Promise<unknown>>;
  return { client, sent: () => requests.at(-1)! };
}

describe("a client sends what the contract declares", () => {
  test("a string as the text that the operation takes", async () => {
    const { client, sent } = clientFor();
    await client.POST("/notes", { body: "hi" });
    expect([sent().headers.get("Content-Type"), await sent().text()]).toEqual(["text/plain", "hi"]);
  });

  test("a string as JSON where the operation takes no text", async () => {
    const { client, sent } = clientFor();
    await client.PUT("/names", { body: "hi" });
    expect([sent().headers.get("Content-Type"), await sent().json()]).toEqual(["application/vnd.name+json", "hi"]);
  });

  test("a form without a file, with lists and objects", async () => {
    const { client, sent } = clientFor();
    await client.POST("/forms", { body: { n: [1, 2], name: "a", detail: { size: 1 } } });
    expect(sent().headers.get("Content-Type")).toMatch(/^multipart\/form-data; boundary=/);
    const form = await sent().formData();
    expect([form.getAll("n"), form.get("name"), form.get("detail")]).toEqual([["1", "2"], "a", '{"size":1}']);
  });

  test("a form with several files", async () => {
    const { client, sent } = clientFor();
    await client.POST("/forms", { body: { files: [new Blob(["a"]), new Blob(["b"])] } });
    const files = (await sent().formData()).getAll("files") as Blob[];
    expect(await Promise.all(files.map((file) => file.text()))).toEqual(["a", "b"]);
  });

  test("a list as one parameter with its separator", async () => {
    const { client, sent } = clientFor();
    await client.GET("/lists", { params: { query: { words: ["a", "b"], numbers: [1, 2], q: "x" } } });
    expect(Object.fromEntries(new URL(sent().url).searchParams)).toEqual({ words: "a,b", numbers: "1|2", q: "x" });
  });
});
