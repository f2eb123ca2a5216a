// Runs the bundle on workerd through Miniflare's API, with every binding of wrangler.toml kept in the data folder.

import { createWriteStream } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { MiniflareOptions } from "miniflare";
import { z } from "zod";
import { readWorkerOptions } from "./build/worker-options.ts";
import type { DataFolder } from "./data-folder.ts";

const ROOT = join(import.meta.dirname, "..");
// CommonJS modules: an import reads Miniflare twice more before it runs, and nests workerd's default export twice.
const miniflareModule: typeof import("miniflare") = createRequire(import.meta.url)("miniflare");
const { convertV4MiniflareOptions, Log, LogLevel, Miniflare } = miniflareModule;
const workerd = z.object({ default: z.string() }).parse(createRequire(import.meta.url)("workerd"));
const plainVars = z.record(z.string(), z.json());
const crons = z.array(z.string());
const consumers = z.record(
  z.string(),
  z.object({
    maxBatchSize: z.number().optional(),
    maxBatchTimeout: z.number(),
    maxRetries: z.number().optional(),
    deadLetterQueue: z.string().optional(),
  }),
);
/** Who watches a job or a delivery on one machine should not wait for others to fill its batch, as is thrifty at Cloudflare. */
const BATCH_WAIT_SECONDS = 1;
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

export interface WorkerHost {
  /** Where the Worker answers. */
  url: URL;
  /** Cron expressions of wrangler.toml. */
  crons: string[];
  fireCron(expression: string, at: Date): Promise<void>;
  /** Puts another bundle in place; objects keep their storage. */
  replace(main: string): Promise<void>;
  stop(): Promise<void>;
}

export interface HostInput {
  main: string;
  folder: DataFolder;
  host: string;
  port: number;
  vars: Record<string, string>;
  /** A line the Worker logged; it is in the log file as well. */
  onLog(level: string, line: string): void;
}

/** Resolves when workerd accepts requests. */
export async function startWorker(input: HostInput): Promise<WorkerHost> {
  // Miniflare's own hook for another workerd: ours raises the file limit first.
  process.env.MINIFLARE_WORKERD_PATH = join(ROOT, "local", "workerd.sh");
  process.env.VEZ_WORKERD = workerd.default;
  process.env.VEZ_WORKERD_PID_FILE = input.folder.workerdPid;
  const log = createWriteStream(input.folder.log, { flags: "a", mode: 0o600 });
  const optionsFor = async (main: string): Promise<MiniflareOptions> => {
    const workerOptions = await readWorkerOptions();
    return convertV4MiniflareOptions({
      host: input.host,
      port: input.port,
      cf: false,
      log: new Log(LogLevel.ERROR),
      logRequests: false,
      telemetry: { enabled: false },
      resourcePersistencePath: input.folder.objects,
      handleStructuredLogs: ({ level, message, timestamp }) => {
        log.write(`${JSON.stringify({ at: new Date(timestamp).toISOString(), level, message })}\n`);
        input.onLog(level, message);
      },
      workers: [
        {
          ...workerOptions,
          name: "vez",
          bindings: { ...plainVars.parse(workerOptions.bindings ?? {}), ...input.vars },
          queueConsumers: withShortWaits(workerOptions.queueConsumers),
          modules: [{ type: "ESModule", path: main }],
          modulesRoot: dirname(main),
        },
      ],
    });
  };
  const options = await optionsFor(input.main);
  const miniflare = withoutItsSignals(() => new Miniflare(options));
  const url = await miniflare.ready;
  return {
    url,
    crons: crons.parse((await readWorkerOptions()).cronTriggers),
    fireCron: async (cron, scheduledTime) => {
      const worker = await miniflare.getWorker();
      const result = await worker.scheduled({ cron, scheduledTime });
      if (result.outcome !== "ok") throw new Error(`cron ${cron} ended with ${result.outcome}`);
    },
    replace: async (main) => miniflare.setOptions(await optionsFor(main)),
    stop: async () => {
      await miniflare.dispose();
      log.end();
    },
  };
}

function withShortWaits(found: unknown) {
  return Object.fromEntries(
    Object.entries(consumers.parse(found)).map(([queue, consumer]) => {
      return [queue, { ...consumer, maxBatchTimeout: Math.min(consumer.maxBatchTimeout, BATCH_WAIT_SECONDS) }];
    }),
  );
}

/** Miniflare's own handlers end the process at once; the start's must end the database first. */
function withoutItsSignals<T>(make: () => T): T {
  const before = SIGNALS.map((signal) => new Set(process.listeners(signal)));
  const made = make();
  for (const [index, signal] of SIGNALS.entries())
    for (const listener of process.listeners(signal))
      if (!before[index]?.has(listener)) process.removeListener(signal, listener);
  return made;
}
