// One delivery of messages: each row done by its verb, its neighbours untouched by its failure, a line in its order.
import { VezError } from "../../base/errors.ts";
import { isDatabaseAway } from "../../db/is-away.ts";
import { MESSAGES, type MessageName } from "../../domain/messages.ts";
import type { ServiceContext } from "../context.ts";
import type { ItemOutcome } from "./batch-verb.ts";
import type { Delivery } from "./delivery.ts";
import { markDone } from "./message-state.ts";
import { settleFailure } from "./settle-failure.ts";
import { CLAIM_MS, claimTasks, dropClaims, keepClaims, type Task } from "./tasks.ts";
import { type Track, tracksOf, type Unit } from "./tracks.ts";
import { wakeLines } from "./wake-lines.ts";

/** What does a name, its body checked: `mostAtOnce` messages in one call. */
export interface CheckedVerb {
  mostAtOnce: number;
  run(
    ctx: ServiceContext,
    items: readonly { id: string; key: string; body: unknown; traceId: string }[],
  ): Promise<readonly ItemOutcome[]>;
}
export type CheckedVerbs = (name: MessageName) => CheckedVerb;

/** What is held back for longer goes back to the relay, which hands it out when it is due. */
const LONGEST_HOLD_MS = 60_000;
/** Whoever stands in line is brought again so often by his own message; then by the one before him, or by the relay. */
const MOST_WAITS_IN_LINE = 3;

/** Every message is acknowledged or given back; a database that is away is nobody's failed try. */
export async function doMessages(
  ctx: ServiceContext,
  deliveries: readonly Delivery[],
  verbs: CheckedVerbs,
): Promise<void> {
  const tasks = await unlessAway(ctx, () => claimTasks(ctx, deliveries));
  if (tasks === null) return postpone(deliveries);
  for (const task of tasks.others) holdBack(ctx, task);
  const tracks = tracksOf(tasks.mine, (name) => (isKnown(name) ? verbs(name).mostAtOnce : 1));
  await Promise.all(tracks.map((track) => follow(ctx, track, verbs)));
}

/** Null while the database is away. */
export async function unlessAway<T>(ctx: ServiceContext, work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (!isDatabaseAway(error)) throw error;
    ctx.log.warn("database_away", { error });
    return null;
  }
}

/** Soon enough that nobody notices a short outage, seldom enough that a long one is not a storm. */
export function postpone(deliveries: readonly Delivery[]): void {
  for (const delivery of deliveries)
    delivery.retry({ delaySeconds: Math.min(60, 2 ** Math.min(delivery.attempts, 6)) });
}

/** Brought again when its moment has come, or when another's claim ends: nearly always it is done by then. */
function holdBack(ctx: ServiceContext, { row, deliveries }: Task): void {
  const until = Math.max(row.availableAt.getTime(), row.claimedUntil?.getTime() ?? 0);
  const waitMs = until - ctx.now().getTime();
  for (const delivery of deliveries) {
    if (row.claimedUntil === null && waitMs > LONGEST_HOLD_MS) delivery.ack();
    else delivery.retry({ delaySeconds: Math.max(1, Math.ceil(waitMs / 1000)) });
  }
}

/** One unit after another; what was done is marked in one statement, and only then acknowledged. */
async function follow(ctx: ServiceContext, track: Track, verbs: CheckedVerbs): Promise<void> {
  const done: Task[] = [];
  const early: Task[] = [];
  const moved: string[] = [];
  let claimedAtMs = ctx.now().getTime();
  const keep = async (at: number) => {
    if (ctx.now().getTime() - claimedAtMs <= CLAIM_MS / 3) return;
    claimedAtMs = ctx.now().getTime();
    const rest = [...done, ...track.slice(at).flatMap(({ tasks }) => tasks)];
    await unlessAway(ctx, () => keepClaims(ctx, rest));
  };
  for (const [at, unit] of track.entries()) {
    await keep(at);
    const isLine = unit.kind === "line";
    const ended = isLine ? await inOrder(ctx, unit, verbs, () => keep(at)) : await inOneCall(ctx, unit.tasks, verbs);
    done.push(...ended.done);
    early.push(...ended.early);
    const line = unit.tasks[0]?.row.line ?? null;
    if (line !== null && ended.done.length + ended.parked > 0) moved.push(line);
  }
  const ids = done.map(({ row }) => row.id);
  const deliveries = done.flatMap((task) => task.deliveries);
  if ((await unlessAway(ctx, async () => markDone(ctx, ids).then(() => true))) === null) return postpone(deliveries);
  for (const delivery of deliveries) delivery.ack();
  await unlessAway(ctx, () => dropClaims(ctx, early));
  await unlessAway(ctx, () => wakeLines(ctx, moved));
}

interface Ended {
  done: Task[];
  /** Not begun: their line has not come so far. */
  early: Task[];
  parked: number;
}

/** Each only when all before it are out of the way: done here, or parked. `keep` before each: a line may take longer than a claim. */
async function inOrder(
  ctx: ServiceContext,
  { tasks }: Unit,
  verbs: CheckedVerbs,
  keep: () => Promise<void>,
): Promise<Ended> {
  const all: Ended = { done: [], early: [], parked: 0 };
  for (const task of tasks) {
    if (task.ahead > all.done.length + all.parked) {
      waitInLine(task);
      all.early.push(task);
      continue;
    }
    await keep();
    const ended = await inOneCall(ctx, [task], verbs);
    all.done.push(...ended.done);
    all.parked += ended.parked;
  }
  return all;
}

function waitInLine({ deliveries }: Task): void {
  for (const delivery of deliveries) {
    if (delivery.attempts > MOST_WAITS_IN_LINE) delivery.ack();
    else delivery.retry({ delaySeconds: 2 ** delivery.attempts });
  }
}

async function inOneCall(ctx: ServiceContext, tasks: readonly Task[], verbs: CheckedVerbs): Promise<Ended> {
  const errors = await errorsOf(ctx, tasks, verbs);
  const ended: Ended = { done: [], early: [], parked: 0 };
  for (const task of tasks) {
    const error = errors.get(task.row.id);
    if (error === null) ended.done.push(task);
    else if ((await settle(ctx, task, error)) === "parked") ended.parked++;
  }
  return ended;
}

/** Null for what was done, by row. */
async function errorsOf(
  ctx: ServiceContext,
  tasks: readonly Task[],
  verbs: CheckedVerbs,
): Promise<Map<string, unknown>> {
  const errors = new Map<string, unknown>();
  const readable: { task: Task; name: MessageName; body: unknown }[] = [];
  for (const task of tasks) {
    const read = readBody(task);
    if (read === null) errors.set(task.row.id, unreadable());
    else readable.push({ task, ...read });
  }
  const [first] = readable;
  if (first === undefined) return errors;
  const items = readable.map(({ task: { row }, body }) => ({ id: row.id, key: row.key, body, traceId: row.traceId }));
  const outcomes = await outcomesOf(ctx, verbs(first.name), items);
  for (const { id } of items) {
    const outcome = outcomes.find((one) => one.id === id);
    // A verb that forgot one has not done it.
    errors.set(id, outcome === undefined ? new Error("no outcome") : outcome.error);
  }
  return errors;
}

type Items = Parameters<CheckedVerb["run"]>[1];

/** What poisons a call of many is found by a call for each. */
async function outcomesOf(ctx: ServiceContext, verb: CheckedVerb, items: Items): Promise<readonly ItemOutcome[]> {
  try {
    return await verb.run(inTraceOf(ctx, items), items);
  } catch (error) {
    const isForAll = isDatabaseAway(error) || (error instanceof VezError && error.retryable);
    if (items.length === 1 || isForAll) return items.map(({ id }) => ({ id, error }));
    const outcomes: ItemOutcome[] = [];
    for (const item of items) outcomes.push(...(await outcomesOf(ctx, verb, [item])));
    return outcomes;
  }
}

/** What follows from a message carries its trace; many of several traces have the delivery's own. */
function inTraceOf(ctx: ServiceContext, items: Items): ServiceContext {
  const [traceId, ...others] = new Set(items.map((item) => item.traceId));
  if (traceId === undefined || others.length > 0) return ctx;
  return { ...ctx, traceId, log: ctx.log.with({ trace_id: traceId }) };
}

function isKnown(name: string): name is MessageName {
  return Object.hasOwn(MESSAGES, name);
}

/** Null for a name or a version of a newer or older release, and for a body that does not fit. */
function readBody({ row }: Task): { name: MessageName; body: unknown } | null {
  if (!isKnown(row.name) || row.version !== 1) return null;
  const parsed = MESSAGES[row.name].safeParse(row.body);
  return parsed.success ? { name: row.name, body: parsed.data } : null;
}

function unreadable(): VezError {
  return new VezError("message_unreadable", { status: 500, detail: "Parked for an operator." });
}

/** `waits` where it comes again. */
async function settle(ctx: ServiceContext, task: Task, error: unknown): Promise<"parked" | "waits"> {
  const settled = isDatabaseAway(error) ? null : await unlessAway(ctx, () => settleFailure(ctx, task.row, error));
  if (settled === null) {
    postpone(task.deliveries);
    return "waits";
  }
  for (const delivery of task.deliveries) {
    if (settled.became === "parked") delivery.ack();
    else delivery.retry({ delaySeconds: settled.delaySeconds });
  }
  return settled.became;
}
