// Every vendor failing in every way while cases run through a started product: nothing stops, is lost or is sent twice.
import { join } from "node:path";
import * as z from "zod";
import { call, eventually } from "../tests/support/api.ts";
import { startProduct } from "../tests/support/product.ts";
import { type LivesWorld, livesWorld } from "./lives/world.ts";
import { leadCase, leadToEnd, leadToOffers, type Offered, sayOnce, type Told } from "./resilience/case.ts";
import { choosePeoplesChannels } from "./resilience/people.ts";
import { type Cell, measured, type RunRow, tableOf } from "./resilience/table.ts";
import { CALL_FAULTS, type CallFault, openVendors, type StandIns, VENDORS, type Vendor } from "./resilience/vendors.ts";
import { verdictOf } from "./resilience/verdict.ts";

/** Over the whole run. */
const CASES = 200;
const AT_ONCE = 3;
/** A vendor that is not found again in this time is not found again. */
const RECOVERY_LIMIT_MS = 90_000;
/** Between two signs of life that would notice a vendor's return. */
const PROBE_EVERY_MS = 2000;
/** Cases that wait for DocuSign's return. */
const READY = 3;
/** What still waits after this is told as waiting. */
const SETTLE_LIMIT_MS = 180_000;

export interface ResilienceOptions {
  vendors: readonly Vendor[];
  faults: readonly CallFault[];
  cases: number;
}

export async function run(options: {
  vendor?: string | undefined;
  fault?: string | undefined;
  cases?: string | undefined;
}) {
  const result = await leadThroughFaults({
    vendors: oneOrAll(VENDORS, options.vendor),
    faults: oneOrAll(CALL_FAULTS, options.fault),
    cases: z.coerce
      .number()
      .int()
      .min(1)
      .parse(options.cases ?? CASES),
  });
  return { table: tableOf(result), json: result, failed: result.broken.length > 0 };
}

function oneOrAll<T extends string>(all: readonly T[], named: string | undefined): readonly T[] {
  const found = all.filter((one) => named === undefined || one === named);
  if (found.length === 0) throw new Error(`There is no "${named}". There are: ${all.join(", ")}.`);
  return found;
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
    const withDevice = await choosePeoplesChannels(join(product.dataFolder, "postgres"));
    for (const person of withDevice) standIns.onesignal.devices.add(person);
    await product.restart();
    const world = livesWorld(product.origin);
    const cells = vendors.flatMap((vendor) => faults.map((fault) => ({ vendor, fault })));
    const rows: RunRow[] = [];
    for (const [at, cell] of cells.entries()) {
      // The rest of the division goes to the first ones.
      const share = Math.max(1, Math.floor(cases / cells.length) + (at < cases % cells.length ? 1 : 0));
      const row = await runRow(world, standIns, cell, share, at * 1000);
      rows.push(row);
      console.error(
        `${row.vendor} ${row.fault}: ${row.led.filter(({ completed }) => completed).length} of ${share} cases`,
      );
    }
    await settled(world);
    const said = await saidIn(world, rows);
    await product.stop();
    const verdict = await verdictOf(join(product.dataFolder, "postgres"), standIns, said);
    return measured(rows, verdict, [...new Set(world.troubles)]);
  } finally {
    await product.remove();
    await standIns.close();
  }
}

/** The models are asked one after another: whoever comes before the one that is looked at is away altogether. */
const BEFORE: Partial<Record<Vendor, readonly Vendor[]>> = {
  openai: ["anthropic"],
  workers_ai: ["anthropic", "openai"],
};

async function runRow(world: LivesWorld, standIns: StandIns, cell: Cell, cases: number, from: number): Promise<RunRow> {
  const { vendor, fault } = cell;
  const told = (index: number) => ({ index: from + index, isUrgent: vendor === "slack" || vendor === "pagerduty" });
  const startedAt = new Date();
  for (const other of BEFORE[vendor] ?? []) standIns.fail(other, "500");
  standIns.fail(vendor, fault);
  const before = standIns.asked(vendor);
  const led = await inParallel(cases, (index) => leadCase(world, standIns, told(index)));
  // A contract is asked for once a case: those that will notice DocuSign's return wait with their offers.
  const ready = vendor === "docusign" ? await inParallel(READY, (index) => leadToOffers(world, told(500 + index))) : [];
  const met = standIns.asked(vendor) - before;
  standIns.fail(vendor, null);
  const recoverySeconds = await recovery(world, standIns, vendor, ready, told);
  for (const other of BEFORE[vendor] ?? []) standIns.fail(other, null);
  return { ...cell, startedAt, endedAt: new Date(), led, met, recoverySeconds };
}

/** Seconds from the vendor's return to the first thing that it takes again; null where that did not happen in time. */
async function recovery(
  world: LivesWorld,
  standIns: StandIns,
  vendor: Vendor,
  ready: Offered[],
  told: (index: number) => Told,
): Promise<number | null> {
  const before = standIns.taken(vendor);
  const startedAt = performance.now();
  const ends = startedAt + RECOVERY_LIMIT_MS;
  const probes: Promise<unknown>[] = [];
  let found: number | null = null;
  for (let tries = 0, nextAt = startedAt; found === null && performance.now() < ends; ) {
    if (performance.now() >= nextAt) {
      nextAt = performance.now() + PROBE_EVERY_MS;
      probes.push(
        probe(world, standIns, vendor, ready, told(600 + tries++)).catch((error: unknown) => troubleOf(world, error)),
      );
    }
    if (standIns.taken(vendor) > before) found = (performance.now() - startedAt) / 1000;
    else await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await Promise.all(probes);
  await Promise.all(ready.map((one) => leadToEnd(world, standIns, one)));
  return found;
}

/** Something that has the vendor asked, whatever is waiting for it already. */
async function probe(
  world: LivesWorld,
  standIns: StandIns,
  vendor: Vendor,
  ready: Offered[],
  told: Told,
): Promise<unknown> {
  switch (vendor) {
    case "docusign": {
      const next = ready.shift();
      return next && leadToEnd(world, standIns, next);
    }
    case "sendgrid": {
      const body = { email: `volta${told.index}@example.com`, type: "sign-in" };
      return call(world.origin, "POST", "/api/auth/email-otp/send-verification-otp", { body });
    }
    case "anthropic":
    case "openai":
    case "workers_ai":
    case "chatwoot":
      return sayOnce(world);
    default:
      return leadToOffers(world, told);
  }
}

function troubleOf(world: LivesWorld, error: unknown): void {
  world.troubles.push(`after the fault: ${error instanceof Error ? error.message : "unknown"}`);
}

async function inParallel<T>(count: number, work: (index: number) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  let next = 0;
  const lane = async () => {
    for (let index = next++; index < count; index = next++) results.push(await work(index));
  };
  await Promise.all(Array.from({ length: Math.min(count, AT_ONCE) }, lane));
  return results;
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

const conversation = z.object({ events: z.array(z.object({ seq: z.number(), type: z.string() })) });

async function saidIn(world: LivesWorld, rows: readonly RunRow[]): Promise<Map<string, number[]>> {
  const token = await world.operator();
  const said = new Map<string, number[]>();
  for (const { caseId } of rows.flatMap(({ led }) => led)) {
    if (caseId === null) continue;
    const { body } = await world.call("GET", `/api/v2/operator/conversations/${caseId}`, { token });
    const messages = conversation.parse(body).events.filter(({ type }) => type === "message");
    said.set(
      caseId,
      messages.map(({ seq }) => seq),
    );
  }
  return said;
}
