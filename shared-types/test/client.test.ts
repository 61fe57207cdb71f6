import { describe, expect, expectTypeOf, test } from "vitest";
import { type AlbumDetail, ApiError, type ClientOptions, createClient, orThrow, type Problem } from "../src/index.js";

const ID = "0192e4a0-7c00-7000-8000-000000000001";
const PROBLEM: Problem = {
  type: "about:blank", title: "Not found", status: 404, detail: "There is no such album.", code: "album_not_found",
  errors: [], trace_id: "4bf92f3577b34da6",
};

/** A client whose server always returns the same response, and the requests that it received. */
function clientFor(answer: () => Response, options: ClientOptions = {}) {
  const requests: Request[] = [];
  const client = createClient({
    baseUrl: "http://studio.test/api/v1",
    fetch: async (request) => {
      requests.push(request);
      return answer();
    },
    ...options,
  });
  const sent = () => requests.at(-1)!;
  return { client, sent };
}

const json = (body: unknown, status = 200, type = "application/json") =>
  new Response(JSON.stringify(body), { status, headers: { "Content-Type": type } });

describe("a client", () => {
  test("calls the path of the contract with its token", async () => {
    const { client, sent } = clientFor(() => json({}), { token: "pm_secret" });
    const call = client.GET("/albums/{album_id}", { params: { path: { album_id: ID } } });
    expectTypeOf<Awaited<typeof call>["data"]>().toEqualTypeOf<AlbumDetail | undefined>();
    await call;
    expect(sent().url).toBe(`http://studio.test/api/v1/albums/${ID}`);
    expect(sent().headers.get("Authorization")).toBe("Bearer pm_secret");
    expect(sent().headers.get("Content-Type")).toBeNull();
  });

  test("repeats the parameter for each item of a list", async () => {
    const { client, sent } = clientFor(() => json({}));
    await client.GET("/jobs", { params: { query: { state: ["queued", "running"] } } });
    expect(new URL(sent().url).search).toBe("?state=queued&state=running");
  });

  test("sends the CSRF token only with writes", async () => {
    const { client, sent } = clientFor(() => json({}), { csrfToken: () => "csrf" });
    await client.POST("/albums", { body: { name: "Proofs" } });
    expect(sent().headers.get("X-CSRF-Token")).toBe("csrf");
    expect(sent().headers.get("Content-Type")).toBe("application/json");
    await client.GET("/albums");
    expect(sent().headers.get("X-CSRF-Token")).toBeNull();
  });

  test("sends a merge patch with its media type", async () => {
    const { client, sent } = clientFor(() => json({}));
    await client.PATCH("/albums/{album_id}", { params: { path: { album_id: ID } }, body: { name: "Prints" } });
    expect(sent().headers.get("Content-Type")).toBe("application/merge-patch+json");
    expect(await sent().json()).toEqual({ name: "Prints" });
  });

  test("sends a body with a file as a form", async () => {
    const { client, sent } = clientFor(() => json({}));
    const file = new Blob(["png"], { type: "image/png" });
    await client.POST("/images", { body: { file, title: "Fox", nsfw: false } });
    expect(sent().headers.get("Content-Type")).toMatch(/^multipart\/form-data; boundary=/);
    const form = await sent().formData();
    expect([form.get("title"), form.get("nsfw"), await (form.get("file") as Blob).text()]).toEqual(["Fox", "false", "png"]);
  });

  test("sends a string as CSV", async () => {
    const { client, sent } = clientFor(() => json({}));
    const params = { path: { set_template_id: ID } };
    await client.PUT("/set-templates/{set_template_id}/rows", { params, body: "card\nThe Fool\n" });
    expect(sent().headers.get("Content-Type")).toBe("text/csv");
    expect(await sent().text()).toBe("card\nThe Fool\n");
  });

  test("types the error of a call as a problem", async () => {
    const { client } = clientFor(() => json(PROBLEM, 404, "application/problem+json"));
    const { error } = await client.GET("/albums/{album_id}", { params: { path: { album_id: ID } } });
    expectTypeOf(error).toEqualTypeOf<Problem | undefined>();
    expect(error?.code).toBe("album_not_found");
  });
});

describe("orThrow", () => {
  const album = { params: { path: { album_id: ID } } };

  test("returns the data of a success", async () => {
    const { client } = clientFor(() => json({ id: ID }));
    expect((await orThrow(client.GET("/albums/{album_id}", album))).id).toBe(ID);
  });

  test("throws the problem of an error response", async () => {
    const { client } = clientFor(() => json(PROBLEM, 404, "application/problem+json"));
    const error = await orThrow(client.GET("/albums/{album_id}", album)).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ status: 404, message: "There is no such album.", problem: PROBLEM });
  });

  test("throws without a problem if the response has none", async () => {
    const { client } = clientFor(() => new Response("<h1>Bad gateway</h1>", { status: 502 }));
    await expect(orThrow(client.GET("/albums/{album_id}", album))).rejects.toMatchObject({ status: 502, problem: null });
  });
});
