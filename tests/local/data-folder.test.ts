// One installation, one process: the lock of a dead one is taken over, that of a living one is respected.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openDataFolder, StartError } from "../../local/data-folder.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "vez-data-"));
});
afterEach(() => rm(folder, { recursive: true }));

/** A process that lives until it is killed, with `word` in its command line. */
function living(word: string) {
  return spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)", word], { stdio: "ignore" });
}

it("keeps the secret from one opening to the next", () => {
  const first = openDataFolder(folder);
  first.release();
  const second = openDataFolder(folder);
  expect(second.secret).toBe(first.secret);
  second.release();
  expect(existsSync(join(folder, "lock"))).toBe(false);
});

it("takes over the lock of a process that is gone, or whose pid is now another program's", async () => {
  const other = living("some-editor");
  await writeFile(join(folder, "lock"), String(other.pid));
  openDataFolder(folder).release();
  other.kill("SIGKILL");
  await once(other, "exit");
  await writeFile(join(folder, "lock"), String(other.pid));
  openDataFolder(folder).release();
});

it("respects a living one", async () => {
  const other = living("local/start.ts");
  await writeFile(join(folder, "lock"), String(other.pid));
  expect(() => openDataFolder(folder)).toThrow(`process ${other.pid}`);
  expect(readFileSync(join(folder, "lock"), "utf8")).toBe(String(other.pid));
  other.kill("SIGKILL");
});

it("ends a workerd that outlived its parent, and nothing else under its pid", async () => {
  const orphan = living("workerd");
  const innocent = living("some-editor");
  const gone = once(orphan, "exit");
  await writeFile(join(folder, "workerd.pid"), String(orphan.pid));
  openDataFolder(folder).release();
  await gone;
  await writeFile(join(folder, "workerd.pid"), String(innocent.pid));
  openDataFolder(folder).release();
  expect(innocent.exitCode ?? innocent.signalCode).toBeNull();
  innocent.kill("SIGKILL");
});

it("says in a sentence why a path cannot be the folder", async () => {
  const file = join(folder, "a-file");
  await writeFile(file, "");
  for (const path of [file, join(file, "below"), "/proc/vez/data", join(folder, "x".repeat(300))]) {
    expect(() => openDataFolder(path)).toThrow(StartError);
    expect(() => openDataFolder(path)).toThrow(/Choose another folder: VEZ_DATA=/);
  }
});

it("makes the folders above it as well", () => {
  const deep = openDataFolder(join(folder, "one", "two", "three"));
  expect(existsSync(join(deep.path, "secret"))).toBe(true);
  deep.release();
});
