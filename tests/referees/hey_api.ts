// Calls the server with the client that @hey-api/openapi-ts made, and prints what it saw.
import { readFileSync } from "node:fs";
import { createAlbum, createBugReport, createImage, createJob, getAlbum, getImageFile, listAlbums } from "../../build/referees/hey_api";
import { client } from "../../build/referees/hey_api/client.gen";

const NOWHERE = "00000000-0000-7000-8000-000000000000";

async function main(): Promise<void> {
  client.setConfig({ baseUrl: process.env.PLATEMARK_URL, auth: (scheme) => (scheme.scheme === "bearer" ? process.env.PLATEMARK_TOKEN : undefined) });
  const before = await listAlbums({ throwOnError: true });
  const made = await createAlbum({ body: { name: "Referees", visibility: "shared" }, throwOnError: true });
  const read = await getAlbum({ path: { album_id: made.data.id }, throwOnError: true });
  const picture = readFileSync(String(process.env.PLATEMARK_PICTURE));
  const file = new Blob([picture], { type: "image/png" });
  const image = await createImage({ body: { file, title: "A dot", album_id: made.data.id }, throwOnError: true });
  const bytes = await getImageFile({ path: { image_id: image.data.id }, parseAs: "blob", throwOnError: true });
  const missing = await getAlbum({ path: { album_id: NOWHERE } });
  const job = await createJob({ body: { kind: "generate", prompt: "a fox", engine: "press", width: 256, height: 256, seed: 7 }, throwOnError: true });
  const report = await createBugReport({ body: { description: "It broke", app_state: { zoom: 1.5, tags: ["a", null] } }, throwOnError: true });
  const problem = missing.error as { code: string } | undefined;
  console.log(JSON.stringify({
    albums_before: before.data.items.length, album: made.data.id, name: read.data.name, visibility: read.data.visibility,
    image: image.data.id, digest: image.data.digest, size: (bytes.data as Blob).size,
    problem: [missing.response?.status, problem?.code], job: job.data.id, report: report.data.id,
  }));
}

void main();
