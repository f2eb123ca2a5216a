// `npm run dev` notices a saved file however the editor saves it, and goes on after a failed build.
import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { watchSources } from "../../local/build/watch.ts";

let root: string;
let stop: () => void;
const rebuild = vi.fn<() => Promise<void>>();

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "vez-watch-"));
  await mkdir(join(root, "src"));
  await writeFile(join(root, "src", "a.ts"), "1");
  rebuild.mockReset().mockResolvedValue();
  vi.spyOn(console, "log").mockReturnValue();
  vi.spyOn(console, "error").mockReturnValue();
  stop = watchSources(root, rebuild);
  await new Promise((resolve) => setTimeout(resolve, 300));
});
afterEach(async () => {
  stop();
  vi.restoreAllMocks();
  await rm(root, { recursive: true });
});

const calls = (count: number) => expect.poll(() => rebuild.mock.calls.length, { timeout: 10_000 }).toBe(count);

it("rebuilds after a file was written, replaced and added", async () => {
  await writeFile(join(root, "src", "a.ts"), "2");
  await calls(1);
  await writeFile(join(root, "src", "new"), "3");
  await rename(join(root, "src", "new"), join(root, "src", "a.ts"));
  await calls(2);
  await writeFile(join(root, "src", "b.ts"), "4");
  await calls(3);
});

it("says what failed and rebuilds at the next change", async () => {
  rebuild.mockRejectedValueOnce(new Error("line 3: expected ;"));
  await writeFile(join(root, "src", "a.ts"), "broken");
  await expect.poll(() => vi.mocked(console.error).mock.calls, { timeout: 10_000 }).toEqual([["line 3: expected ;"]]);
  await writeFile(join(root, "src", "a.ts"), "mended");
  await calls(2);
});
