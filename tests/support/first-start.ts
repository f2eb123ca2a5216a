// `node tests/support/first-start.ts FOLDER`: leaves a data folder as a first start makes it, the fictitious people loaded.
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { startProduct } from "./product.ts";

const dataFolder = z.string().min(1).parse(process.argv[2]);
const product = await startProduct({ dataFolder });
await product.stop();
// The process that it names has ended, and its number may be another's by the time a copy is started.
await rm(join(dataFolder, "workerd.pid"), { force: true });
