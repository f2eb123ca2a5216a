// Writes the generated parts of docs/ and of the client (`npm run docs`).
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { makeOpenApi } from "../build/openapi.ts";
import { caseLifeDoc } from "./case-life.ts";
import { clientTypes } from "./client-types.ts";
import { configurationDoc } from "./configuration.ts";

const ROOT = join(import.meta.dirname, "..", "..");

await writeFile(join(ROOT, "docs", "configuration.md"), configurationDoc());
await writeFile(join(ROOT, "docs", "case-life.md"), caseLifeDoc());
await writeFile(join(ROOT, "src", "client", "schema.d.ts"), clientTypes(await makeOpenApi()));
