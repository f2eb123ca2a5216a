// `npm start`: the whole of Vez on one machine, from an empty folder to a running product.

import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { banner } from "./banner.ts";
import { watchSources } from "./build/watch.ts";
import { buildWeb } from "./build/web.ts";
import { buildWorker } from "./build/worker.ts";
import { startCrons } from "./crons.ts";
import { openDataFolder, StartError } from "./data-folder.ts";
import { loadDemoPeople, newSetupCode } from "./first-run.ts";
import { startPostgres } from "./postgres/start.ts";
import { progress } from "./progress.ts";
import { workerVars } from "./worker-vars.ts";

const ROOT = join(import.meta.dirname, "..");
const ENTRY = "local/worker.ts";
// Everything must be gone three seconds after Ctrl-C; the database gets most of them.
const GRACE_MS = 2000;

const stopping: (() => Promise<void> | void)[] = [];

async function start(options: { dev: boolean }): Promise<void> {
  const host = process.env.HOST ?? "127.0.0.1";
  const port = readPort(process.env.PORT ?? "8787");
  const withDemo = readDemo(process.env.VEZ_DEMO ?? "full");
  const folder = openDataFolder(process.env.VEZ_DATA ?? join(ROOT, ".vez"));
  stopping.push(() => folder.release());
  await refuseTakenPort(host, port);

  const firstRun = !existsSync(folder.postgres);
  const building = build();
  // Wrangler and Miniflare take a second to load; a refused start should not wait for them.
  const loadingHost = import("./worker-host.ts");
  // A failed build is reported by the await below, after the database has had its say.
  building.catch(() => undefined);
  const database = await progress(firstRun ? "Making the database" : "Opening the database", (note) =>
    startPostgres({ dataFolder: folder.postgres, migrationsFolder: join(ROOT, "migrations") }, (tag, index, total) =>
      note(`migration ${index} of ${total}: ${tag}`),
    ),
  );
  stopping.push(() => database.stop(GRACE_MS));
  const people = firstRun ? "Loading 500 fictitious lawyers" : "Checking the fictitious lawyers";
  const demo = withDemo
    ? await progress(people, (note) => loadDemoPeople(database, (done, of) => note(`${done} of ${of}`)))
    : [];
  const setupCode = await newSetupCode(database);

  const main = await progress("Building the pages and the Worker", () => building);
  const vars = workerVars({ host, port, database, secret: folder.secret, withDemo });
  const { startWorker } = await loadingHost;
  const worker = await progress("Starting the Worker", () =>
    startWorker({ main, folder, host, port, vars, onLog: showTrouble }),
  );
  stopping.push(() => worker.stop());
  stopping.push(startCrons(worker.crons, worker.fireCron, reportCron));
  // What a kill left between commit and queue goes out now instead of at the next minute.
  await worker.fireCron("@start", new Date()).catch((cause: unknown) => reportCron("@start", cause));

  if (options.dev) stopping.push(watchSources(ROOT, async () => worker.replace(await build())));
  banner({ origin: vars.PUBLIC_ORIGIN ?? "", folder, demo, setupCode, dev: options.dev });
}

async function build(): Promise<string> {
  await buildWeb();
  return (await buildWorker(ENTRY)).main;
}

function readPort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  throw new StartError(`PORT must be a number from 1 to 65535; it is "${text}".`);
}

/** `none`: a service with nobody in it, as on the first day. */
function readDemo(text: string): boolean {
  if (text === "full" || text === "none") return text === "full";
  throw new StartError(`VEZ_DEMO is "full" (fictitious lawyers and an operator) or "none"; it is "${text}".`);
}

async function refuseTakenPort(host: string, port: number): Promise<void> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once("error", (cause: NodeJS.ErrnoException) => {
      if (cause.code === "EADDRINUSE")
        reject(
          new StartError(`Port ${port} is taken by another program. Choose another one: PORT=${port + 1} npm start`),
        );
      else if (cause.code === "EACCES")
        reject(new StartError(`Port ${port} may not be used by you. Choose one above 1024: PORT=8787 npm start`));
      else reject(cause);
    });
    probe.listen(port, host, resolve);
  });
  await new Promise((resolve) => probe.close(resolve));
}

function showTrouble(level: string, line: string): void {
  if (level === "error" || level === "warn") console.error(line);
}

function reportCron(expression: string, cause: unknown): void {
  console.error(`The cron "${expression}" did not succeed:`, cause instanceof Error ? cause.message : cause);
}

let ending = false;
async function stop(code: number): Promise<void> {
  if (ending) return;
  ending = true;
  // Last started, first stopped; the folder is released at the very end.
  for (const step of stopping.toReversed()) {
    try {
      await step();
    } catch (cause) {
      console.error("While stopping:", cause);
    }
  }
  process.exit(code);
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    if (!ending && signal === "SIGINT") console.log("\nStopping. Everything is kept for the next start.");
    void stop(0);
  });
}

try {
  await start({ dev: process.argv.includes("--dev") });
} catch (cause) {
  console.error(cause instanceof StartError ? `\n${cause.message}` : cause);
  await stop(1);
}
