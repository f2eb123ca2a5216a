// How the messages of one delivery stand beside each other: what is slow holds up only its own.
import type { MessageName } from "../../domain/messages.ts";
import type { Task } from "./tasks.ts";

/** What is done in one go: tasks of one line in their order, tasks of one verb in one call, or one task alone. */
export interface Unit {
  kind: "line" | "call";
  tasks: Task[];
}

/** Units that are done one after another. */
export type Track = Unit[];

/** A Worker has six connections at once: these many beside the first may be slow, and the database still answers. */
const MOST_TRACKS = 3;

/** They wait for somebody outside, who may hang until his time is over; an event may ask its vendor who it was. */
const CALL_OUT: ReadonlySet<string> = new Set<MessageName>([
  ...(["contract.envelope", "envelope.void", "desk.mirror", "team.post", "team.page", "device.sync"] as const),
  ...(["whatsapp.send", "registry.look", "embedding.backfill", "contract.execute", "vendor.event"] as const),
  "desk.forget",
]);

/** It takes minutes, and no connection but the database's: in a track of its own nobody stands behind it. */
const TAKES_MINUTES: MessageName = "model.train";

/**
 * The first track holds what stands alone; beside it go the lines, whoever calls out, the receivers of webhooks (each receiver's own
 * one after another) and the verbs that take many (`mostAtOnce` of a name above 1), spread so that whoever has much stands alone.
 */
export function tracksOf(tasks: readonly Task[], mostAtOnce: (name: string) => number): Track[] {
  const alone: Track = [];
  const long: Track = [];
  const apart = new Map<string, Track>();
  for (const task of tasks) {
    const key = apartKey(task, mostAtOnce);
    const units = key === null ? (task.row.name === TAKES_MINUTES ? long : alone) : (apart.get(key) ?? []);
    if (key !== null) apart.set(key, units);
    add(units, task, mostAtOnce(task.row.name));
  }
  const tracks = Array.from({ length: MOST_TRACKS }, (): Track => []);
  for (const units of [...apart.values()].toSorted((a, b) => b.length - a.length)) {
    tracks.toSorted((a, b) => a.length - b.length)[0]?.push(...units);
  }
  return [alone, ...tracks, long].filter((track) => track.length > 0);
}

/** Null for what holds up nobody. */
function apartKey({ row }: Task, mostAtOnce: (name: string) => number): string | null {
  if (row.line !== null) return `line:${row.line}`;
  if (row.name === "webhook.deliver" && typeof row.body.endpointId === "string") return `to:${row.body.endpointId}`;
  return mostAtOnce(row.name) > 1 || CALL_OUT.has(row.name) ? `verb:${row.name}` : null;
}

function add(units: Unit[], task: Task, most: number): void {
  const kind = task.row.line === null ? "call" : "line";
  const last = units.at(-1);
  const joins = last !== undefined && last.kind === kind && last.tasks[0]?.row.name === task.row.name;
  if (kind === "line" && last !== undefined) last.tasks.push(task);
  else if (kind === "call" && joins && last.tasks.length < most) last.tasks.push(task);
  else units.push({ kind, tasks: [task] });
}
