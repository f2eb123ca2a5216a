// The product as a person has it: `local/start.ts` in a process of its own, on a free port, in a folder of its own.

import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";

const ROOT = join(import.meta.dirname, "..", "..");
const START_LIMIT_MS = 90_000;

const outboxList = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      to: z.string(),
      channel: z.string(),
      subject: z.string(),
      text: z.string(),
      created_at: z.string(),
    }),
  ),
});
export type OutboxItem = z.infer<typeof outboxList>["items"][number];

export interface Product {
  /** `http://127.0.0.1:PORT`; the same after a restart. */
  origin: string;
  dataFolder: string;
  /** What it printed so far. */
  output(): string;
  /** What would have been sent to people, newest first. */
  outbox(): Promise<OutboxItem[]>;
  /** Ends it as Ctrl-C does; resolves with the exit code when nothing of it runs. */
  stop(): Promise<number>;
  /** kill -9 of the product, workerd included, in the middle of whatever it does. */
  kill(): Promise<void>;
  /** Starts it again in the same folder, at the same address. */
  restart(): Promise<void>;
  /** Stops it and removes its folder, if this module made it. */
  remove(): Promise<void>;
}

export interface ProductOptions {
  env?: Record<string, string>;
  dataFolder?: string;
  /** Begins with an empty folder, where a test is about that. */
  firstStart?: boolean;
}

/** Resolves when it answers; rejects with its output when it ends or takes longer than 90 s. */
export async function startProduct(options: ProductOptions = {}): Promise<Product> {
  const dataFolder = options.dataFolder ?? (await makeDataFolder(options));
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  let output = "";
  let child: ChildProcess;

  const launch = async (): Promise<void> => {
    child = spawn(process.execPath, ["local/start.ts"], {
      cwd: ROOT,
      // Each message is a turn of its own, and no search waits for its client, but where a test is about that.
      env: {
        ...process.env,
        PORT: String(port),
        VEZ_DATA: dataFolder,
        DEBOUNCE_MS: "0",
        REACH_WAIT_MINUTES: "0",
        ...options.env,
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const before = output.length;
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => {
        child.kill("SIGTERM");
        reject(new Error(`not ready after ${START_LIMIT_MS} ms:\n${output}`));
      }, START_LIMIT_MS);
      const hear = (chunk: Buffer): void => {
        output += chunk.toString();
        if (output.includes("Ready at", before)) {
          clearTimeout(timer);
          resolve();
        }
      };
      child.stdout?.on("data", hear);
      child.stderr?.on("data", hear);
      child.once("error", reject);
      child.once("exit", (code) => {
        clearTimeout(timer);
        reject(new Error(`the product ended with ${code} while starting:\n${output}`));
      });
    });
  };

  const end = async (signal: NodeJS.Signals): Promise<number> => {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode ?? 1;
    const gone = new Promise<number>((resolve) => child.once("exit", (code) => resolve(code ?? 1)));
    child.kill(signal);
    return gone;
  };

  await launch();
  return {
    origin,
    dataFolder,
    output: () => output,
    outbox: async () => outboxList.parse(await (await fetch(`${origin}/local/outbox`)).json()).items,
    stop: () => end("SIGTERM"),
    kill: async () => {
      const workerd = workerdPid(dataFolder);
      if (workerd !== null) process.kill(workerd, "SIGKILL");
      await end("SIGKILL");
    },
    restart: async () => {
      await end("SIGTERM");
      await launch();
    },
    remove: async () => {
      await end("SIGTERM");
      if (!options.dataFolder) await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

/**
 * A copy of VEZ_TEST_DATA, if the run has one: the folder of a product that was started once and stopped, so that the
 * fictitious people need not be loaded by every product of a run.
 */
async function makeDataFolder({ env, firstStart }: ProductOptions): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "vez-product-"));
  const started = process.env.VEZ_TEST_DATA;
  const wanted = firstStart !== true && env?.VEZ_DEMO === undefined;
  if (started !== undefined && wanted) await cp(started, folder, { recursive: true });
  return folder;
}

/** The pid that local/workerd.sh wrote, or null. */
export function workerdPid(dataFolder: string): number | null {
  const file = join(dataFolder, "workerd.pid");
  return existsSync(file) ? Number(readFileSync(file, "utf8")) : null;
}

/** A port that nothing listens on at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no TCP address");
  return address.port;
}
