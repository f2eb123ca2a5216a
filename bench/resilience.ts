// Every vendor failing in every way while cases run through a started product: nothing stops, is lost or is sent twice.
import { join } from "node:path";
import * as z from "zod";
import { FROM_DESK } from "../src/services/desk/mirror-case.ts";
import { call, eventually } from "../tests/support/api.ts";
import { startProduct } from "../tests/support/product.ts";
import { type LivesWorld, livesWorld } from "./lives/world.ts";
import { leadByPhone, pressTheButton, writeAtTheDesk } from "./resilience/acts.ts";
import {
  type Differently,
  type Led,
  leadCase,
  leadToEnd,
  leadToOffers,
  type Offered,
  sayOnce,
  type Told,
} from "./resilience/case.ts";
import { choosePeoplesChannels } from "./resilience/people.ts";
import { type Cell, measured, type RunRow, tableOf } from "./resilience/table.ts";
import { CALL_FAULTS, type CallFault, openVendors, type StandIns, VENDORS, type Vendor } from "./resilience/vendors.ts";
import { verdictOf } from "./resilience/verdict.ts";
import {
  startWebhooks,
  TELLING,
  type Telling,
  WEBHOOK_FAULTS,
  type WebhookFault,
  type Webhooks,
} from "./resilience/webhooks.ts";

/** Over the whole run. */
const CASES = 200;
const AT_ONCE = 3;
/** A vendor that is not found again in this time is not found again. */
const RECOVERY_LIMIT_MS = 90_000;
/** Between two signs of life that would notice a vendor's return. */
const PROBE_EVERY_MS = 2000;
/** DocuSign may be asked every fifteen minutes, and is by the next minute. */
const LOOKED_AT_WITHIN_MS = 18 * 60_000;
/** Cases that wait for DocuSign's return. */
const READY = 3;
/** What still waits after this is told as waiting. */
const SETTLE_LIMIT_MS = 180_000;

type AnyFault = CallFault | WebhookFault;

export interface ResilienceOptions {
  vendors: readonly Vendor[];
  faults: readonly AnyFault[];
  cases: number;
}

export async function run(options: {
  vendor?: string | undefined;
  fault?: string | undefined;
  cases?: string | undefined;
}) {
  const result = await leadThroughFaults({
    vendors: oneOrAll(VENDORS, options.vendor),
    faults: oneOrAll<AnyFault>([...WEBHOOK_FAULTS, ...CALL_FAULTS], options.fault),
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

/** The models are asked one after another: whoever comes before the one that is looked at is away altogether. */
const BEFORE: Partial<Record<Vendor, readonly Vendor[]>> = {
  openai: ["anthropic"],
  workers_ai: ["anthropic", "openai"],
};

/** What is known of a row when the next one may begin, and its cases when they have ended. */
interface Running {
  row: Omit<RunRow, "led">;
  led: Promise<Led[]>;
}

interface Scene {
  world: LivesWorld;
  standIns: StandIns;
  webhooks: Webhooks;
}

/** A contract of which DocuSign tells nothing is known at the next look, fifteen minutes later: that row begins first. */
function cellsOf(vendors: readonly Vendor[], faults: readonly AnyFault[]): Cell[] {
  const isLong = ({ vendor, fault }: Cell) => vendor === "docusign" && fault === "no_webhooks";
  return vendors
    .flatMap((vendor) => faults.filter((fault) => concerns(vendor, fault)).map((fault) => ({ vendor, fault })))
    .toSorted((a, b) => Number(isLong(b)) - Number(isLong(a)));
}

/** One press of a button has no order. */
function concerns(vendor: Vendor, fault: AnyFault): boolean {
  return isCallFault(fault) || (isTelling(vendor) && !(vendor === "slack" && fault === "out_of_order"));
}

function isCallFault(fault: AnyFault): fault is CallFault {
  return CALL_FAULTS.some((one) => one === fault);
}

function isTelling(vendor: Vendor): vendor is Vendor & Telling {
  return TELLING.some((one) => one === vendor);
}

async function runRow(scene: Scene, cell: Cell, cases: number, from: number): Promise<Running> {
  const { world, standIns, webhooks } = scene;
  const { vendor, fault } = cell;
  const told = (index: number) => ({ index: from + index, isUrgent: vendor === "slack" || vendor === "pagerduty" });
  const startedAt = new Date();
  const before = standIns.asked(vendor);
  const lead = (how: Differently) => inParallel(cases, (index) => leadCase(world, standIns, told(index), how));
  if (!isCallFault(fault)) {
    if (!isTelling(vendor)) throw new Error(`${vendor} tells nothing`);
    webhooks.set(vendor, fault);
    const { all, signed } = counter(cases);
    const leading = lead(
      fault === "no_webhooks" ? { signed, knownWithinMs: LOOKED_AT_WITHIN_MS } : tellingOf(scene, vendor),
    );
    // Whoever only waits for a look at DocuSign holds up no other row.
    await Promise.race([leading, all]);
    webhooks.set(vendor, null);
    const met = standIns.asked(vendor) - before;
    const row = { ...cell, startedAt, endedAt: new Date(), met, recoverySeconds: undefined };
    return { row, led: leading };
  }
  for (const other of BEFORE[vendor] ?? []) standIns.fail(other, "500");
  standIns.fail(vendor, fault);
  const led = await lead({});
  // A contract is asked for once a case: those that will notice DocuSign's return wait with their offers.
  const ready = vendor === "docusign" ? await inParallel(READY, (index) => leadToOffers(world, told(500 + index))) : [];
  const met = standIns.asked(vendor) - before;
  standIns.fail(vendor, null);
  const recoverySeconds = await recovery(world, standIns, vendor, ready, told);
  for (const other of BEFORE[vendor] ?? []) standIns.fail(other, null);
  return { row: { ...cell, startedAt, endedAt: new Date(), met, recoverySeconds }, led: Promise.resolve(led) };
}

/** `all` is there when `signed` was called so many times. */
function counter(times: number): { all: Promise<void>; signed: () => void } {
  const { promise: all, resolve } = Promise.withResolvers<void>();
  let left = times;
  const signed = () => {
    left--;
    if (left <= 0) resolve();
  };
  return { all, signed };
}

/** What somebody does there, so that it has something to tell; the others tell of what Vez sends. */
function tellingOf({ world, standIns, webhooks }: Scene, vendor: Telling): Differently {
  if (vendor === "chatwoot") return { beside: (offered) => writeAtTheDesk(world, standIns, webhooks, offered) };
  if (vendor === "slack") return { beside: (offered) => pressTheButton(world, standIns, webhooks, offered) };
  return vendor === "evolution" ? { begin: (told) => leadByPhone(world, standIns, webhooks, told) } : {};
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
