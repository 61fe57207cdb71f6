// Writes test/recorded.ts, which tsc checks with the other files.
import { writeFileSync } from "node:fs";
import { recording, typescript } from "./recording.mjs";

writeFileSync(new URL("../test/recorded.ts", import.meta.url), typescript(recording()));
