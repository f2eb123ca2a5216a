// Random lives of cases against a started product over HTTP: how many a second, where they end, and that nothing is broken.
import { join } from "node:path";
import { call, eventually } from "../tests/support/api.ts";
import { startProduct } from "../tests/support/product.ts";
import { type Broken, brokenIn } from "./lives/invariants.ts";
import { type Life, live } from "./lives/life.ts";
import { type LivesWorld, livesWorld } from "./lives/world.ts";

const LIVES = 1000;
const MOST_STEPS = 14;
/** Enough to keep two cores busy. */
const AT_ONCE = 12;
const SEED = 5;

export interface LivesLed {
  lives: Life[];
  seconds: number;
  requests: number;
  troubles: string[];
  broken: Broken[];
  counts: Record<string, number>;
}

export async function run(): Promise<{ table: string; json: unknown }> {
  const led = await leadLives({ lives: LIVES, seed: SEED });
  const { lives, ...json } = led;
  return { table: tableOf(led), json: { ...json, lives: lives.length } };
}

/** Starts a product of its own, leads the lives, waits until nothing is left to do, stops it, and looks at its database. */
export async function leadLives(options: { lives: number; seed: number; atOnce?: number }): Promise<LivesLed> {
  const product = await startProduct();
  try {
    const world = livesWorld(product.origin);
    const started = performance.now();
    const lives = await inParallel(options.lives, options.atOnce ?? AT_ONCE, (index) =>
      live(world, options.seed * 1_000_003 + index, MOST_STEPS),
    );
    const seconds = (performance.now() - started) / 1000;
    await settled(world);
    await product.stop();
    const found = await brokenIn(join(product.dataFolder, "postgres"));
    return { lives, seconds, requests: world.requests, troubles: [...new Set(world.troubles)], ...found };
  } finally {
    await product.remove();
  }
}

async function inParallel<T>(count: number, atOnce: number, work: (index: number) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  let next = 0;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let index = next++; index < count; index = next++) results.push(await work(index));
    }),
  );
  return results;
}

/** No message waits any more: contracts are made, waves are sent. */
async function settled(world: LivesWorld): Promise<void> {
  const token = await world.operator();
  await eventually(async () => {
    const { body } = await call(world.origin, "GET", "/api/v2/operator/outbox?status=pending&limit=1", { token });
    return Array.isArray(body.items) && body.items.length === 0;
  }, 120_000);
}

function tableOf({ lives, seconds, requests, troubles, broken, counts }: LivesLed): string {
  const steps = lives.reduce((sum, { did }) => sum + did.length, 0);
  return [
    `${lives.length} lives, ${steps} turns, ${requests} requests in ${seconds.toFixed(1)} s (${(lives.length / seconds).toFixed(1)} lives/s)`,
    ...Object.entries(counts).map(([name, n]) => `${String(n).padStart(7)}  ${name}`),
    `troubles: ${troubles.length === 0 ? "none" : troubles.join("; ")}`,
    `broken: ${broken.length === 0 ? "nothing" : broken.map(({ invariant, ids }) => `${invariant} (${ids.join(", ")})`).join("; ")}`,
  ].join("\n");
}
