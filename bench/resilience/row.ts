// One vendor failing in one way: cases led through it, and how long it takes until the vendor is found again.
import { call } from "../../tests/support/api.ts";
import type { LivesWorld } from "../lives/world.ts";
import { leadByPhone, pressTheButton, writeAtTheDesk } from "./acts.ts";
import {
  type Differently,
  type Led,
  leadCase,
  leadToEnd,
  leadToOffers,
  type Offered,
  sayOnce,
  type Told,
} from "./case.ts";
import type { Cell, Failing, RunRow } from "./table.ts";
import { CALL_FAULTS, type CallFault, type StandIns, VENDORS, type Vendor } from "./vendors.ts";
import { TELLING, type Telling, type WebhookFault, type Webhooks } from "./webhooks.ts";

export type AnyFault = CallFault | WebhookFault;

const AT_ONCE = 3;
/** A vendor that is not found again in this time is not found again. */
const RECOVERY_LIMIT_MS = 90_000;
/** Between two signs of life that would notice a vendor's return. */
const PROBE_EVERY_MS = 2000;
/** DocuSign may be asked every fifteen minutes, and is by the next minute. */
const LOOKED_AT_WITHIN_MS = 18 * 60_000;
/** Cases that wait for DocuSign's return: one every two seconds, and its circuit opens after ten. */
const READY = 8;

/** The models are asked one after another: whoever comes before the one that is looked at is away altogether. */
const BEFORE: Partial<Record<Failing, readonly Vendor[]>> = {
  openai: ["anthropic"],
  workers_ai: ["anthropic", "openai"],
};

/** What is known of a row when the next one may begin, and its cases when they have ended. */
export interface Running {
  row: Omit<RunRow, "led">;
  led: Promise<Led[]>;
}

interface Scene {
  world: LivesWorld;
  standIns: StandIns;
  webhooks: Webhooks;
}

/** A contract of which DocuSign tells nothing is known at the next look, fifteen minutes later: that row begins first. */
export function cellsOf(vendors: readonly Failing[], faults: readonly AnyFault[]): Cell[] {
  const isLong = ({ vendor, fault }: Cell) => vendor === "docusign" && fault === "no_webhooks";
  // Fault by fault, so that what waits for a vendor finds it well in the row that comes next.
  return faults
    .flatMap((fault) => vendors.filter((vendor) => concerns(vendor, fault)).map((vendor) => ({ vendor, fault })))
    .toSorted((a, b) => Number(isLong(b)) - Number(isLong(a)));
}

/** One press of a button has no order. */
function concerns(vendor: Failing, fault: AnyFault): boolean {
  return isCallFault(fault) || (isTelling(vendor) && !(vendor === "slack" && fault === "out_of_order"));
}

function isCallFault(fault: AnyFault): fault is CallFault {
  return CALL_FAULTS.some((one) => one === fault);
}

function isTelling(vendor: Failing): vendor is Telling {
  return TELLING.some((one) => one === vendor);
}

/** From the fault to the vendor's return; `from` names its cases. */
export async function runRow(scene: Scene, cell: Cell, cases: number, from: number): Promise<Running> {
  const { world, standIns, webhooks } = scene;
  const { vendor, fault } = cell;
  const failing: readonly Vendor[] = vendor === "all" ? VENDORS : [vendor];
  const isUrgent = vendor === "slack" || vendor === "pagerduty" || vendor === "all";
  const reach = vendor === "sendgrid" ? "email" : vendor === "evolution" ? "whatsapp" : null;
  const told = (index: number): Told => ({ index: from + index, isUrgent, reach });
  const asked = () => failing.reduce((sum, one): number => sum + standIns.asked(one), 0);
  const startedAt = new Date();
  const before = asked();
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
    const met = asked() - before;
    const row = { ...cell, startedAt, endedAt: new Date(), met, recoverySeconds: undefined };
    return { row, led: leading };
  }
  for (const other of BEFORE[vendor] ?? []) standIns.fail(other, "500");
  for (const one of failing) standIns.fail(one, fault);
  // Who writes on WhatsApp while nothing can be sent to him hears the answer when it can.
  const byPhone =
    vendor === "evolution"
      ? leadCase(world, standIns, told(cases), { begin: (one) => leadByPhone(world, standIns, webhooks, one) })
      : null;
  const led = await lead({});
  // A contract is asked for once a case: those that will notice DocuSign's return wait with their offers.
  const ready = vendor === "docusign" ? await inParallel(READY, (index) => leadToOffers(world, told(500 + index))) : [];
  const met = asked() - before;
  for (const one of failing) standIns.fail(one, null);
  // With all of them well again only the first model is asked.
  const returning = failing.filter((one) => vendor !== "all" || BEFORE[one] === undefined);
  const recoverySeconds = await recovery(scene, vendor, returning, ready, told);
  for (const other of BEFORE[vendor] ?? []) standIns.fail(other, null);
  if (byPhone !== null) led.push(await byPhone);
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
  { world, standIns }: Scene,
  vendor: Failing,
  returning: readonly Vendor[],
  ready: Offered[],
  told: (index: number) => Told,
): Promise<number | null> {
  const before = new Map(returning.map((one) => [one, standIns.taken(one)]));
  const isBack = () => returning.every((one) => standIns.taken(one) > (before.get(one) ?? 0));
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
    if (isBack()) found = (performance.now() - startedAt) / 1000;
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
  vendor: Failing,
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
    case "all":
      return leadToEnd(world, standIns, await leadToOffers(world, told));
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
