// How fast, how evenly and how completely events reach the people who listen: `npm run bench -- sse`.
import { existsSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { performance } from "node:perf_hooks";
import { Fan } from "./sse-client.ts";
import { Publisher } from "./sse-publisher.ts";
import { type Conversation, type Server, startServer } from "./sse-server.ts";

const PUBLISH_PATH = "/bench/publish";
/** Linux's own memory file system. */
const TMPFS = "/dev/shm";
const PADDING = 100;
const WARM_UP_SECONDS = 2;
const SMALL_LIMIT = 50;
/** Readers that come though the process is full. */
const TOO_MANY = 100;
const BEYOND = 999_999_999;

export interface SseOptions {
  /** Measured seconds of each scenario. */
  seconds?: number;
  /** Names of the scenarios to run; all when left out. */
  only?: string[];
}

interface Load {
  name: string;
  conversations: number;
  readersEach: number;
  /** Closed loop: events on their way at any time. */
  window?: number;
  /** Open loop: events delivered per second. */
  perSecond?: number;
  /** What is to be reached: delivered events per second, or ms at the 99th percentile. */
  target?: { perSecond?: number; p99Ms?: number };
}

interface Result {
  name: string;
  storage: "disk" | "tmpfs";
  readers: number;
  deliveredPerSecond: number;
  p50Ms: number;
  p99Ms: number;
  lost: number;
  duplicated: number;
  dropped: number;
  memoryPerReaderKb: number | null;
  /** Processor time of workerd for one delivered event. */
  cpuPerEventUs: number | null;
  target: Load["target"] | null;
  met: boolean | null;
  /** Processes that wanted a core at the end: figures above two cores are of a shared machine. */
  load: number;
}

const ONE: Load[] = [
  { name: "one-flood", conversations: 1, readersEach: 500, window: 64, target: { perSecond: 22_000 } },
  { name: "one-single", conversations: 1, readersEach: 500, window: 1 },
  { name: "one-paced", conversations: 1, readersEach: 500, perSecond: 1_000, target: { p99Ms: 50 } },
];
const MANY: Load[] = [
  { name: "many-flood", conversations: 1_000, readersEach: 2, window: 32, target: { perSecond: 2_200 } },
  { name: "many-paced", conversations: 1_000, readersEach: 2, perSecond: 1_000, target: { p99Ms: 50 } },
];
const MANY_TMPFS: Load[] = [
  { name: "many-tmpfs", conversations: 1_000, readersEach: 2, window: 32, target: { perSecond: 4_500 } },
];

/** An event is one appended row received by one reader, through the session check, the log and the bridge. */
export async function run(options: SseOptions = {}): Promise<{ table: string; json: unknown }> {
  const seconds = options.seconds ?? 5;
  const wanted = (load: Load) => options.only === undefined || options.only.includes(load.name);
  const results: Result[] = [];
  const on = async (storage: Result["storage"], loads: Load[]) => {
    const chosen = loads.filter(wanted);
    if (chosen.length === 0) return;
    const server = await startServer(storage === "disk" ? tmpdir() : TMPFS);
    try {
      const most = Math.max(...chosen.map((load) => load.conversations));
      const opened = await server.open(most);
      for (const load of chosen) results.push(await measure(server, opened, load, storage, seconds));
    } finally {
      await server.stop();
    }
  };
  await on("disk", ONE);
  await on("disk", MANY);
  if (existsSync(TMPFS)) await on("tmpfs", MANY_TMPFS);
  const limit = await limitOf(options.only);
  return { table: tableOf(results, limit), json: { seconds, results, limit } };
}

interface Opened {
  conversations: Conversation[];
  token: string;
}

async function measure(
  server: Server,
  { conversations, token }: Opened,
  load: Load,
  storage: Result["storage"],
  seconds: number,
): Promise<Result> {
  const used = conversations.slice(0, load.conversations);
  const publisher = new Publisher({
    port: server.port,
    connections: 4,
    path: PUBLISH_PATH,
    channels: used.map((one) => one.conversationId),
    readersOf: () => load.readersEach,
    padding: PADDING,
  });
  const fan = new Fan({ onEvent: (marker) => publisher.take(marker) });
  const before = await server.memoryKb();
  const readers = await fan.connect(plansFor(server.port, used, load.readersEach, token));
  if (readers !== used.length * load.readersEach) throw new Error(`only ${readers} readers were let in`);
  const after = await server.memoryKb();
  await publisher.connect();
  const publish = (forSeconds: number) =>
    load.perSecond === undefined
      ? publisher.flood(load.window ?? 1, forSeconds)
      : publisher.pace(load.perSecond / load.readersEach, forSeconds);
  // The first frames meet cold code and fresh sockets.
  await publish(WARM_UP_SECONDS);
  const lostBefore = await publisher.drain(10_000);
  publisher.startCounting();
  const cpuBefore = await server.cpuSeconds();
  const start = performance.now();
  await publish(seconds);
  const took = (performance.now() - start) / 1_000;
  const inTime = publisher.received;
  const undelivered = await publisher.drain(10_000);
  const cpuAfter = await server.cpuSeconds();
  fan.close();
  publisher.close();
  if (publisher.failed > 0) throw new Error(`${publisher.failed} publishing requests were refused`);
  const result = {
    name: load.name,
    storage,
    readers,
    deliveredPerSecond: Math.round(inTime / took),
    p50Ms: quantile(publisher.latencies, 0.5),
    p99Ms: quantile(publisher.latencies, 0.99),
    lost: Math.max(lostBefore, undelivered) + fan.tally.lost,
    duplicated: fan.tally.duplicated,
    dropped: fan.tally.dropped,
    memoryPerReaderKb: before === null || after === null ? null : Math.round((after - before) / readers),
    cpuPerEventUs:
      cpuBefore === null || cpuAfter === null
        ? null
        : Math.round(((cpuAfter - cpuBefore) * 1e6) / Math.max(1, publisher.received)),
    target: load.target ?? null,
    load: Math.round((loadavg()[0] ?? 0) * 10) / 10,
  };
  return { ...result, met: meets(result, load.target) };
}

function meets(result: Omit<Result, "met">, target: Load["target"]): boolean | null {
  if (target === undefined) return null;
  if (result.lost > 0 || result.duplicated > 0 || result.dropped > 0) return false;
  return (
    result.deliveredPerSecond >= (target.perSecond ?? 0) && result.p99Ms <= (target.p99Ms ?? Number.POSITIVE_INFINITY)
  );
}

/** A small limit as a rule; `full-limit`, which takes minutes, is the machine's own with every conversation awake. */
async function limitOf(only: string[] | undefined): Promise<Limit | null> {
  if (only?.includes("full-limit")) return measureLimit(null);
  return only === undefined || only.includes("limit") ? measureLimit(SMALL_LIMIT) : null;
}

interface Limit {
  limit: number;
  open: number;
  refused: number;
  /** True when those inside still received an event after the others had been refused. */
  goesOn: boolean;
  /** File descriptors of workerd with all of them open; null where /proc is not. */
  descriptors: number | null;
}

/** Past its limit of readers a process refuses, and serves those it has. */
async function measureLimit(asked: number | null): Promise<Limit> {
  const server = await startServer(tmpdir(), asked === null ? {} : { MAX_STREAMS: String(asked) });
  try {
    const limit = server.maxStreams;
    // A conversation of its own for each reader costs most; a small limit is shown on one.
    const { conversations, token } = await server.open(asked === null ? limit : 1);
    const readersEach = asked === null ? 1 : limit;
    const publisher = new Publisher({
      port: server.port,
      connections: 4,
      path: PUBLISH_PATH,
      channels: conversations.map((one) => one.conversationId),
      readersOf: () => readersEach,
      padding: PADDING,
    });
    const fan = new Fan({ onEvent: (marker) => publisher.take(marker) });
    let open = await fan.connect(plansFor(server.port, conversations, readersEach, token));
    const late = conversations.slice(0, TOO_MANY);
    open += await fan.connect(plansFor(server.port, late, Math.ceil(TOO_MANY / late.length), token));
    await publisher.connect();
    // One event for everyone, so that every conversation is awake.
    await publisher.pace(conversations.length / 2, 2);
    const descriptors = await server.descriptors();
    const goesOn = (await publisher.drain(30_000)) === 0 && publisher.failed === 0 && fan.tally.dropped === 0;
    fan.close();
    publisher.close();
    return { limit, open, refused: fan.tally.refused.get(503) ?? 0, goesOn, descriptors };
  } finally {
    await server.stop();
  }
}

function plansFor(port: number, conversations: Conversation[], readersEach: number, token: string) {
  return Array.from({ length: readersEach }, () => conversations)
    .flat()
    .map(({ caseId }) => ({
      port,
      // A number beyond the log means its end: what an earlier scenario published is not read again.
      path: `/api/v2/triage/stream/${caseId}?last_event_id=${BEYOND}`,
      headers: { authorization: `Bearer ${token}` },
    }));
}

function quantile(values: readonly number[], share: number): number {
  const sorted = Float64Array.from(values).sort();
  return Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) / 10;
}

function tableOf(results: Result[], limit: Limit | null): string {
  const head = [
    "scenario",
    "storage",
    "readers",
    "events/s",
    "p50 ms",
    "p99 ms",
    "lost",
    "twice",
    "kB/reader",
    "µs/event",
    "target",
    "load",
  ];
  const rows = results.map((r) => [
    r.name,
    r.storage,
    String(r.readers),
    String(r.deliveredPerSecond),
    r.p50Ms.toFixed(1),
    r.p99Ms.toFixed(1),
    String(r.lost),
    String(r.duplicated),
    String(r.memoryPerReaderKb ?? "-"),
    String(r.cpuPerEventUs ?? "-"),
    targetText(r),
    r.load.toFixed(1),
  ]);
  const widths = head.map((name, column) => Math.max(name.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const lines = [head, ...rows].map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  if (limit) {
    lines.push(
      `limit of ${limit.limit} readers: ${limit.open} let in, ${limit.refused} refused with 503, the others ${limit.goesOn ? "go on" : "are cut off"}; ${limit.descriptors ?? "?"} file descriptors`,
    );
  }
  return lines.join("\n");
}

function targetText({ target, met }: Result): string {
  if (!target) return "-";
  const aim = target.p99Ms === undefined ? `>= ${target.perSecond}` : `p99 <= ${target.p99Ms}`;
  return `${aim} ${met ? "met" : "missed"}`;
}

if (process.argv[1] === import.meta.filename) {
  const { table } = await run({ only: process.argv[2]?.split(",") });
  console.log(table);
  process.exit(0);
}
