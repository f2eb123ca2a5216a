// Writes the generated parts of docs/ (`npm run docs`).
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { configurationDoc } from "./configuration.ts";

await writeFile(join(import.meta.dirname, "..", "..", "docs", "configuration.md"), configurationDoc());
