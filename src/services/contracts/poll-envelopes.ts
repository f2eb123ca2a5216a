// The minute's look at DocuSign: envelopes of which nothing was heard, voids that are still to be done, and what got stuck.
import { and, asc, eq, gte, isNotNull, isNull, lte, not, or, sql } from "drizzle-orm";
import { VezError } from "../../base/errors.ts";
import { contractEnvelopes } from "../../db/schema.ts";
import { isVendorAway, reasonOf } from "../../providers/vendor-failure.ts";
import type { ServiceContext } from "../context.ts";
import { applyEnvelopeState } from "./apply-envelope-state.ts";
import { BETWEEN_LOOKS_MS } from "./envelope-looks.ts";
import { executeContract } from "./execute-contract.ts";
import { sendEnvelope } from "./send-envelope.ts";
import { voidEnvelope } from "./void-envelope.ts";

/** A void changes something, so no such rule holds: an outage costs one try a minute. One that is refused waits for the next look. */
const BETWEEN_VOIDS_MS = 50_000;
/** Most time for one look. */
const LOOK_MS = 15_000;
/** Of each kind in one minute; the next takes the rest. */
const AT_ONCE = 20;
/** What is left is the next minute's: the job's lock is held for two. */
const LONGEST_MS = 40_000;

export interface Polled {
  looked: number;
  voided: number;
  freed: number;
  fetched: number;
  failed: number;
}

/** Idempotent; one that fails never fails its neighbours, and while DocuSign is away nobody is asked twice. */
export async function pollEnvelopes(ctx: ServiceContext): Promise<Polled> {
  const polled: Polled = { looked: 0, voided: 0, freed: 0, fetched: 0, failed: 0 };
  const endsAt = Date.now() + LONGEST_MS;
  let isAway = false;
  const each = async (ids: readonly string[], work: (contractId: string) => Promise<number>, to: keyof Polled) => {
    for (const contractId of ids) {
      if (isAway || Date.now() > endsAt) return;
      try {
        polled[to] += await work(contractId);
      } catch (error) {
        polled.failed++;
        ctx.log.warn("envelope_poll_failed", { contract_id: contractId, error });
        isAway ||= isVendorAway(error);
      }
    }
  };
  await each(await stuck(ctx), (contractId) => free(ctx, contractId), "freed");
  if (ctx.eSign === null) return polled;
  await each(await toVoid(ctx), (contractId) => voidOne(ctx, contractId), "voided");
  await each(await unheard(ctx), (contractId) => lookAtEnvelope(ctx, contractId), "looked");
  await each(await unfetched(ctx), (contractId) => fetchOne(ctx, contractId), "fetched");
  return polled;
}

/**
 * Asks DocuSign how an envelope stands, unless that was done within fifteen minutes: 1 when it was asked. Throws `vendor_*`.
 */
export async function lookAtEnvelope(ctx: ServiceContext, contractId: string): Promise<number> {
  if (ctx.eSign === null) return 0;
  const now = ctx.now();
  const [taken] = await ctx.db
    .update(contractEnvelopes)
    .set({ checkedAt: now, lookedAt: now })
    .where(and(eq(contractEnvelopes.contractId, contractId), isUnheard(now)))
    .returning({ vendorId: contractEnvelopes.vendorId });
  if (taken === undefined || taken.vendorId === null) return 0;
  await applyEnvelopeState(ctx, await ctx.eSign.read(taken.vendorId, LOOK_MS));
  return 1;
}

function isUnheard(now: Date) {
  const before = new Date(now.getTime() - BETWEEN_LOOKS_MS);
  return and(
    eq(contractEnvelopes.standing, "sent"),
    or(isNull(contractEnvelopes.checkedAt), lte(contractEnvelopes.checkedAt, before)),
  );
}

async function unheard(ctx: ServiceContext): Promise<string[]> {
  return idsOf(
    await ctx.db
      .select({ contractId: contractEnvelopes.contractId })
      .from(contractEnvelopes)
      .where(isUnheard(ctx.now()))
      .orderBy(asc(contractEnvelopes.checkedAt))
      .limit(AT_ONCE),
  );
}

/** Asked for long ago, and whoever asked never came back: its message is parked, or the queue is slow. */
async function stuck(ctx: ServiceContext): Promise<string[]> {
  const before = new Date(ctx.now().getTime() - (ctx.eSign?.timeoutMs ?? 0) - 60_000);
  return idsOf(
    await ctx.db
      .select({ contractId: contractEnvelopes.contractId })
      .from(contractEnvelopes)
      .where(
        and(
          eq(contractEnvelopes.standing, "claimed"),
          sql`coalesce(${contractEnvelopes.askedAt}, ${contractEnvelopes.createdAt}) <= ${before.toISOString()}::timestamptz`,
        ),
      )
      .limit(AT_ONCE),
  );
}

async function free(ctx: ServiceContext, contractId: string): Promise<number> {
  await sendEnvelope(ctx, { contractId });
  return 1;
}

/** What may not exist at all is searched for more seldom, and what was refused is tried again at its next look. */
async function toVoid(ctx: ServiceContext): Promise<string[]> {
  const before = (ms: number) => new Date(ctx.now().getTime() - ms);
  const { standing, vendorId, checkedAt, lookedAt } = contractEnvelopes;
  // Looked at in its last try: DocuSign refused the void of an envelope that is open.
  const wasRefused = gte(lookedAt, checkedAt);
  return idsOf(
    await ctx.db
      .select({ contractId: contractEnvelopes.contractId })
      .from(contractEnvelopes)
      .where(
        and(
          eq(standing, "to_void"),
          or(
            isNull(checkedAt),
            and(isNotNull(vendorId), lte(checkedAt, before(BETWEEN_VOIDS_MS)), or(isNull(lookedAt), not(wasRefused))),
            lte(checkedAt, before(BETWEEN_LOOKS_MS)),
          ),
        ),
      )
      .orderBy(sql`${checkedAt} NULLS FIRST`)
      .limit(AT_ONCE),
  );
}

async function voidOne(ctx: ServiceContext, contractId: string): Promise<number> {
  return (await voidEnvelope(ctx, { contractId })).outcome === "done" ? 1 : 0;
}

/** Signed by both, and DocuSign's document is not here yet: the message that fetches it gave up after hours. */
async function unfetched(ctx: ServiceContext): Promise<string[]> {
  const before = new Date(ctx.now().getTime() - BETWEEN_LOOKS_MS);
  return idsOf(
    await ctx.db
      .select({ contractId: contractEnvelopes.contractId })
      .from(contractEnvelopes)
      .where(
        and(
          eq(contractEnvelopes.standing, "completed"),
          lte(contractEnvelopes.updatedAt, before),
          sql`not exists (select 1 from contract_documents d where d.contract_id = ${contractEnvelopes.contractId} and d.kind = 'executed')`,
        ),
      )
      .limit(AT_ONCE),
  );
}

async function fetchOne(ctx: ServiceContext, contractId: string): Promise<number> {
  await ctx.db
    .update(contractEnvelopes)
    .set({ updatedAt: ctx.now() })
    .where(eq(contractEnvelopes.contractId, contractId));
  try {
    await executeContract(ctx, { contractId });
    return 1;
  } catch (error) {
    if (error instanceof VezError && reasonOf(error) === "refused") return 0;
    throw error;
  }
}

function idsOf(rows: readonly { contractId: string }[]): string[] {
  return rows.map(({ contractId }) => contractId);
}
