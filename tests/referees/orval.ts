// Calls the server with the client that orval made, and prints what it saw.
import { readFileSync } from "node:fs";
import { createAlbum, getAlbum, listAlbums } from "../../build/referees/orval/albums";
import { createBugReport } from "../../build/referees/orval/bug-reports";
import { createImage, getImageFile } from "../../build/referees/orval/images";
import { createJob } from "../../build/referees/orval/jobs";

const NOWHERE = "00000000-0000-7000-8000-000000000000";

function expect<T extends { status: number }, S extends T["status"]>(answer: T, status: S): Extract<T, { status: S }> {
  if (answer.status !== status) throw new Error(`${answer.status} instead of ${status}: ${JSON.stringify(answer)}`);
  return answer as Extract<T, { status: S }>;
}

async function main(): Promise<void> {
  const before = expect(await listAlbums(), 200);
  const made = expect(await createAlbum({ name: "Referees", visibility: "shared" }), 201);
  const read = expect(await getAlbum(made.data.id), 200);
  const picture = readFileSync(String(process.env.PLATEMARK_PICTURE));
  const file = new Blob([picture], { type: "image/png" });
  const image = expect(await createImage({ file, title: "A dot", album_id: made.data.id }), 201);
  const bytes = expect(await getImageFile(image.data.id), 200);
  const missing = expect(await getAlbum(NOWHERE), 404);
  const job = expect(await createJob({ kind: "generate", prompt: "a fox", engine: "press", width: 256, height: 256, seed: 7 }), 202);
  const report = expect(await createBugReport({ description: "It broke", app_state: { zoom: 1.5, tags: ["a", null] } }), 201);
  console.log(JSON.stringify({
    albums_before: before.data.items.length, album: made.data.id, name: read.data.name, visibility: read.data.visibility,
    image: image.data.id, digest: image.data.digest, size: (bytes.data as Blob).size,
    problem: [missing.status, missing.data.code], job: job.data.id, report: report.data.id,
  }));
}

void main();
