// Every vendor failing in every way while cases run through a started product: nothing stops, is lost or is sent twice.
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import * as z from "zod";
import { FROM_DESK } from "../src/services/desk/mirror-case.ts";
import { call, eventually } from "../tests/support/api.ts";
import { startProduct } from "../tests/support/product.ts";
import { type LivesWorld, livesWorld } from "./lives/world.ts";
import type { Led } from "./resilience/case.ts";
import { preparePeople } from "./resilience/people.ts";
import { type AnyFault, cellsOf, type Running, runRow } from "./resilience/row.ts";
import { type Failing, measured, type RunRow, tableOf } from "./resilience/table.ts";
import { CALL_FAULTS, openVendors, VENDORS } from "./resilience/vendors.ts";
import { verdictOf } from "./resilience/verdict.ts";
import { startWebhooks, WEBHOOK_FAULTS } from "./resilience/webhooks.ts";

/** Over the whole run. */
const CASES = 200;
/** What still waits after this is told as waiting. */
const SETTLE_LIMIT_MS = 180_000;
const LOOKED_FOR_MS = 200_000;

interface ResilienceOptions {
  vendors: readonly Failing[];
  faults: readonly AnyFault[];
  cases: number;
}

export async function run(options: {
  vendor?: string | undefined;
  fault?: string | undefined;
  cases?: string | undefined;
}) {
  const result = await leadThroughFaults({
    vendors: someOrAll<Failing>([...VENDORS, "all"], options.vendor),
    faults: someOrAll<AnyFault>([...WEBHOOK_FAULTS, ...CALL_FAULTS], options.fault),
    cases: z.coerce
      .number()
      .int()
      .min(1)
      .parse(options.cases ?? CASES),
  });
  return { table: tableOf(result), json: result, failed: result.broken.length > 0 };
}

/** `named`: some of them, with commas between them. */
function someOrAll<T extends string>(all: readonly T[], named: string | undefined): readonly T[] {
  if (named === undefined) return all;
  return named.split(",").map((name) => {
    const found = all.find((one) => one === name);
    if (found === undefined) throw new Error(`There is no "${name}". There are: ${all.join(", ")}.`);
    return found;
  });
}

/** Starts a product of its own with every vendor, leads the cases, stops it, and holds its database against what the vendors have. */
export async function leadThroughFaults({
  vendors,
  faults,
  cases,
}: ResilienceOptions): Promise<ReturnType<typeof measured>> {
  const standIns = await openVendors();
  const product = await startProduct({ env: standIns.env });
  try {
    await product.stop();
    const withDevice = await preparePeople(join(product.dataFolder, "postgres"));
    for (const person of withDevice) standIns.onesignal.devices.add(person);
    await product.restart();
    const world = livesWorld(product.origin);
    const webhooks = startWebhooks(product.origin, standIns);
    const cells = cellsOf(vendors, faults);
    const running: Running[] = [];
    for (const [at, cell] of cells.entries()) {
      // The rest of the division goes to the first ones.
      const share = Math.max(1, Math.floor(cases / cells.length) + (at < cases % cells.length ? 1 : 0));
      const next = await runRow({ world, standIns, webhooks }, cell, share, at * 1000);
      running.push(next);
      void next.led.then((led) => console.error(progressOf(next.row, led)));
    }
    const rows = await Promise.all(running.map(async ({ row, led }): Promise<RunRow> => ({ ...row, led: await led })));
    console.error("waiting until nothing is on its way");
    await settled(world);
    // What WhatsApp may have is looked for after two minutes, once a minute.
    if (vendors.some((one) => one === "evolution" || one === "all")) await sleep(LOOKED_FOR_MS);
    await webhooks.stop();
    await settled(world);
    const said = await saidIn(world, rows);
    await product.stop();
    const verdict = await verdictOf(join(product.dataFolder, "postgres"), standIns, said, webhooks.told);
    return measured(rows, verdict, [...world.troubles, ...webhooks.troubles]);
  } finally {
    await product.remove();
    await standIns.close();
  }
}

function progressOf({ vendor, fault, startedAt, endedAt }: Running["row"], led: readonly Led[]): string {
  const completed = led.filter((one) => one.completed).length;
  return `${vendor} ${fault}: ${completed} of ${led.length} cases in ${((endedAt.getTime() - startedAt.getTime()) / 1000).toFixed(0)} s`;
}

/** Until nothing is on its way any more, or only what has to wait for longer. */
async function settled(world: LivesWorld): Promise<void> {
  const token = await world.operator();
  const isQuiet = async () => {
    const { body } = await call(world.origin, "GET", "/api/v2/operator/outbox?status=pending&limit=1", { token });
    return Array.isArray(body.items) && body.items.length === 0;
  };
  await eventually(isQuiet, SETTLE_LIMIT_MS).catch(() => console.error("something still waits"));
}

const data = z.object({ from: z.string().optional(), client_message_id: z.string().optional() });
const conversation = z.object({ events: z.array(z.object({ seq: z.number(), type: z.string(), data })) });

/** What the help desk should show of each case. */
async function saidIn(world: LivesWorld, rows: readonly RunRow[]): Promise<Map<string, number[]>> {
  const token = await world.operator();
  const said = new Map<string, number[]>();
  for (const { caseId } of rows.flatMap(({ led }) => led)) {
    if (caseId === null) continue;
    const { body } = await world.call("GET", `/api/v2/operator/conversations/${caseId}`, { token });
    // What was written in the help desk stands there already.
    const messages = conversation
      .parse(body)
      .events.filter((one) => one.type === "message" && !one.data.client_message_id?.startsWith(FROM_DESK));
    said.set(
      caseId,
      messages.map(({ seq }) => seq),
    );
  }
  return said;
}
