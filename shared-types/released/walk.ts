// A program that was written for the released contract: `node walk.js URL TOKEN OPENAPI`. tests/contract/released/ compiles it
// against the client that today's generator makes of that contract, and runs it against today's server.
import { readFileSync } from "node:fs";
import { createClient, orThrow, type StudioEvent, visibilityValues } from "../src/index.js";
import { createValidators } from "../src/validators.js";

const [baseUrl, token, openapi] = process.argv.slice(2) as [string, string, string];
const PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
const ROWS = [{ suit: "hearts", rank: "ace" }, { suit: "spades", rank: "king" }];

type Paths = Record<string, Record<string, { operationId?: string }>>;
const paths = (JSON.parse(readFileSync(openapi, "utf8")) as { paths: Paths }).paths;
const { answer, received } = createValidators();
const called = new Set<string>();
const faults: string[] = [];

function report(what: string, errors: ReturnType<typeof answerOf>): void {
  for (const { instancePath, message } of errors) faults.push(`${what}: ${instancePath || "/"} ${message}`);
}

/** What the released client finds wrong with an answer; it throws if the contract does not declare such an answer. */
function answerOf(operationId: string, response: Response, body: unknown) {
  try {
    return answer(operationId, response.status, response.headers.get("Content-Type") ?? "")(body);
  } catch (error) {
    return [{ instancePath: "", message: (error as Error).message }];
  }
}

const client = createClient({ baseUrl, token });
client.use({
  async onResponse({ request, response, schemaPath }) {
    const operationId = paths[schemaPath]?.[request.method.toLowerCase()]?.operationId ?? schemaPath;
    called.add(operationId);
    if (!response.ok) faults.push(`${operationId}: ${response.status} ${await response.clone().text()}`);
    else if (response.headers.get("Content-Type")?.includes("json")) {
      report(`${operationId} ${response.status}`, answerOf(operationId, response, await response.clone().json()));
    }
  },
});

async function albums() {
  const { id: album_id } = await orThrow(client.POST("/albums", { body: { name: "Proofs", visibility: "shared" } }));
  const file = new Blob([Buffer.from(PNG, "base64")], { type: "image/png" });
  const image = await orThrow(client.POST("/images", { body: { file, title: "No. 1", nsfw: false, album_id } }));
  const [album, picture] = [{ params: { path: { album_id } } }, { params: { path: { image_id: image.id } } }];
  await client.PATCH("/albums/{album_id}", { ...album, body: { name: "Prints", cover_image_id: image.id } });
  const { images, visibility } = await orThrow(client.GET("/albums/{album_id}", album));
  if (images[0]?.id !== image.id) faults.push("the album lacks its image");
  if (!(visibilityValues as readonly string[]).includes(visibility)) faults.push(`the visibility is ${visibility}`);
  await client.GET("/albums", { params: { query: { visibility: ["shared", "public"], limit: 5 } } });
  await client.GET("/albums/{album_id}/images", album);
  await client.GET("/albums/{album_id}/label-stats", album);
  const label = await orThrow(client.POST("/images/{image_id}/labels", { ...picture, body: { kind: "tag", text: "fox" } }));
  await client.PATCH("/labels/{label_id}", { params: { path: { label_id: label.id } }, body: { text: "red fox" } });
  await client.GET("/images/{image_id}/labels", picture);
  await client.GET("/images", { params: { query: { q: "fox" } } });
  await client.PATCH("/images/{image_id}", { ...picture, body: { title: "The fox" } });
  await client.GET("/images/{image_id}", picture);
  const bytes = await orThrow(client.GET("/images/{image_id}/file", { ...picture, parseAs: "blob" }));
  if ((bytes as Blob).size === 0) faults.push("the image has no bytes");
  await client.DELETE("/images/{image_id}", picture);
  await client.POST("/images/{image_id}/restore", picture);
  await client.DELETE("/labels/{label_id}", { params: { path: { label_id: label.id } } });
  await client.DELETE("/albums/{album_id}", album);
}

async function sets() {
  const body = { name: "Cards", prompt_template: "{rank} of {suit}", rows: ROWS };
  const { id: set_template_id } = await orThrow(client.POST("/set-templates", { body }));
  const template = { params: { path: { set_template_id } } };
  await client.PUT("/set-templates/{set_template_id}/rows", { ...template, body: "suit,rank\nhearts,ace\n" });
  await client.PUT("/set-templates/{set_template_id}/rows", { ...template, body: { rows: ROWS } });
  await client.GET("/set-templates/{set_template_id}/rows", template);
  await client.PATCH("/set-templates/{set_template_id}", { ...template, body: { style_suffix: "linocut" } });
  await client.GET("/set-templates/{set_template_id}", template);
  await client.GET("/set-templates");
  await client.POST("/set-templates/{set_template_id}/preview", { ...template, body: { theme: "autumn" } });
  const run = await orThrow(client.POST("/set-templates/{set_template_id}/runs", { ...template, body: { theme: "winter" } }));
  const of = { params: { path: { set_run_id: run.id } } };
  await client.GET("/set-runs/{set_run_id}", of);
  await client.GET("/set-runs");
  await client.POST("/set-runs/{set_run_id}/cancel", of);
  await client.DELETE("/set-templates/{set_template_id}", template);
}

async function jobs() {
  const { id: job_id } = await orThrow(client.POST("/jobs", { body: { kind: "generate", prompt: "a fox" } }));
  const of = { params: { path: { job_id } } };
  const job = await orThrow(client.GET("/jobs/{job_id}", of));
  if (job.request?.kind === "generate" && job.request.prompt !== "a fox") faults.push("the prompt is another");
  await client.GET("/jobs", { params: { query: { state: ["queued", "running"] } } });
  await client.PATCH("/jobs/{job_id}", { ...of, body: { priority: 3 } });
  await client.POST("/jobs/{job_id}/cancel", of);
  await client.POST("/jobs/{job_id}/retry", of);
  await client.GET("/queue");
  await client.PATCH("/queue", { body: { paused: true } });
  await client.PATCH("/queue", { body: { paused: false } });
  await client.GET("/workers");
}

async function studio() {
  await client.GET("/health");
  await client.GET("/server");
  await client.GET("/stats");
  await client.GET("/auth/status");
  const user = await orThrow(client.POST("/users", { body: { name: "reader", role: "viewer" } }));
  await client.PATCH("/users/{user_id}", { params: { path: { user_id: user.id } }, body: { role: "editor" } });
  await client.GET("/users");
  const created = await orThrow(client.POST("/auth/tokens", { body: { name: "reading", role: "viewer" } }));
  await client.GET("/auth/tokens");
  await client.DELETE("/auth/tokens/{token_id}", { params: { path: { token_id: created.id } } });
  const body = { description: "The album stays empty", steps_to_reproduce: ["Open it"] };
  const { id: bug_report_id } = await orThrow(client.POST("/bug-reports", { body }));
  const report = { params: { path: { bug_report_id } } };
  await client.GET("/bug-reports");
  await client.PATCH("/bug-reports/{bug_report_id}", { ...report, body: { status: "resolved" } });
  await client.GET("/bug-reports/{bug_report_id}", report);
  await client.DELETE("/bug-reports/{bug_report_id}", report);
  await client.GET("/training-runs");
  await client.GET("/adapters");
  await client.GET("/import-sources");
  await client.GET("/imports");
}

/** Read what has happened since an event, up to `ready`; return the id of the last event and the albums that changed. */
async function events(after?: string): Promise<[string, string[]]> {
  const header = after === undefined ? {} : { "Last-Event-ID": after };
  const stream = (await orThrow(client.GET("/events", { params: { header }, parseAs: "stream" }))) as ReadableStream<Uint8Array>;
  const [reader, decoder, changed] = [stream.getReader(), new TextDecoder(), [] as string[]];
  let [text, last] = ["", ""];
  for (;;) {
    const { value, done } = await reader.read();
    if (done) throw new Error("the stream ended before it was ready");
    const messages = (text + decoder.decode(value, { stream: true })).split("\n\n");
    text = messages.pop()!;
    for (const message of messages) {
      last = /^id: (.*)$/m.exec(message)?.[1] ?? last;
      const data = /^data: (.*)$/m.exec(message)?.[1];
      if (data === undefined) continue;
      const event = JSON.parse(data) as StudioEvent;
      report(`event ${event.kind}`, received("StudioEvent")(event));
      if (event.kind === "ready") {
        await reader.cancel();
        return [last, changed];
      }
      changed.push(...albumOf(event));
    }
  }
}

function albumOf(event: StudioEvent): string[] {
  switch (event.kind) {
    case "album.created":
    case "album.changed":
    case "album.deleted":
      return [event.album_id];
    default:
      return []; // a kind that this program has no use for, or does not know
  }
}

try {
  await studio();
  const [start] = await events();
  for (const part of [albums, sets, jobs]) await part();
  const [, changed] = await events(start);
  if (changed.length === 0) faults.push("no event told of an album");
} catch (error) {
  faults.push(String(error));
}
process.stdout.write(JSON.stringify({ called: [...called].sort(), faults }));
