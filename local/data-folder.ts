// The folder that holds everything one installation knows: who uses it, its secret, its database and objects.

import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

/** A failure that the person at the terminal can mend; shown without a stack. */
export class StartError extends Error {}

export interface DataFolder {
  path: string;
  /** Postgres's files. */
  postgres: string;
  /** Durable Objects and what else Miniflare keeps. */
  objects: string;
  /** The Worker's own log lines. */
  log: string;
  /** Written by local/workerd.sh. */
  workerdPid: string;
  /** Signs sessions; made once. */
  secret: string;
  /** Lets the next start in. */
  release(): void;
}

/** Creates the folder when needed and takes it for this process; throws a StartError where it cannot be or another one has it. */
export function openDataFolder(folder: string): DataFolder {
  const path = resolve(folder);
  makeFolder(path);
  const lock = join(path, "lock");
  takeLock(lock, path);
  const workerdPid = join(path, "workerd.pid");
  endOrphan(workerdPid);
  return {
    path,
    postgres: join(path, "postgres"),
    objects: join(path, "objects"),
    log: join(path, "worker.log"),
    workerdPid,
    secret: readSecret(join(path, "secret")),
    release: () => {
      if (existsSync(lock) && readFileSync(lock, "utf8") === String(process.pid)) rmSync(lock);
    },
  };
}

/** Step by step: below /proc Node's own recursive mkdir never ends. */
function makeFolder(path: string): void {
  const missing: string[] = [];
  try {
    for (let step = path; !existsSync(step) && step !== dirname(step); step = dirname(step)) missing.unshift(step);
    for (const step of missing) mkdirSync(step, { mode: 0o700 });
    if (!statSync(path).isDirectory()) throw new StartError(`${path} is a file. ${OTHER_FOLDER}`);
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    if (!(cause instanceof Error && "code" in cause)) throw cause;
    const why = WHY_NOT[String(cause.code)] ?? `the system says ${String(cause.code)}`;
    throw new StartError(`${path} cannot hold the data: ${why}. ${OTHER_FOLDER}`, { cause });
  }
}

const OTHER_FOLDER = "Choose another folder: VEZ_DATA=.vez npm start";
const WHY_NOT: Readonly<Record<string, string>> = {
  EEXIST: "something with this name is there already",
  ENOTDIR: "a part of the path is a file",
  EACCES: "you may not write there",
  EPERM: "you may not write there",
  EROFS: "that disk is read-only",
  ENOENT: "no folder can be made there",
  ENAMETOOLONG: "the path is too long",
  ENOSPC: "the disk is full",
};

function takeLock(lock: string, path: string): void {
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      writeFileSync(lock, String(process.pid), { flag: "wx", mode: 0o600 });
      return;
    } catch (cause) {
      if (!(cause instanceof Error && "code" in cause && cause.code === "EEXIST")) throw cause;
    }
    const owner = Number(readFileSync(lock, "utf8"));
    if (isRunning(owner, "start.ts"))
      throw new StartError(
        `${path} is in use by another Vez (process ${owner}). Stop that one, or start this one with its own folder: VEZ_DATA=.vez2 PORT=8788 npm start`,
      );
    // Its owner died without cleaning up (power cut, kill -9): the folder is free.
    rmSync(lock, { force: true });
  }
  throw new StartError(`${path} is being taken by another Vez that starts at this moment.`);
}

/** A workerd that outlived its parent holds the port and the objects' files. */
function endOrphan(pidFile: string): void {
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, "utf8"));
  if (isRunning(pid, "workerd")) process.kill(pid, "SIGKILL");
  rmSync(pidFile, { force: true });
}

function readSecret(file: string): string {
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString("base64url"), { mode: 0o600, flag: "wx" });
  return readFileSync(file, "utf8").trim();
}

/** True when `pid` lives and its command line mentions `word`: pids are used again after a restart of the machine. */
function isRunning(pid: number, word: string): boolean {
  if (!Number.isInteger(pid) || pid <= 1 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
  } catch (cause) {
    return cause instanceof Error && "code" in cause && cause.code === "EPERM";
  }
  return commandLine(pid).includes(word);
}

function commandLine(pid: number): string {
  const proc = `/proc/${pid}/cmdline`;
  if (existsSync(proc)) return readFileSync(proc, "utf8").replaceAll("\0", " ");
  return spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).stdout ?? "";
}
