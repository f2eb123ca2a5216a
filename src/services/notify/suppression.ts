// Addresses that must not be written to again on a channel: they bounced for good, or their reader complained.
import { and, eq, inArray, lt, sql } from "drizzle-orm";
import { suppressions } from "../../db/schema.ts";
import type { NotificationKind } from "../../domain/notifications/kinds.ts";
import { urgencyOf } from "../../domain/notifications/occasions.ts";
import type { StoppingReason } from "../../domain/notifications/receipt.ts";
import type { ServiceContext } from "../context.ts";
import type { NotificationRow } from "./next-rungs.ts";

type Addressed = Pick<NotificationRow, "id" | "channel" | "recipient" | "kind">;

/** The ids of `rows` whose address is stopped on its channel. */
export async function suppressedAmong(ctx: ServiceContext, rows: readonly Addressed[]): Promise<ReadonlySet<string>> {
  const asked = rows.filter(({ kind }) => urgencyOf(kind as NotificationKind) !== "immediate");
  if (asked.length === 0) return new Set();
  const digests = await Promise.all(asked.map(async (row) => ({ id: row.id, digest: await digestOf(ctx, row) })));
  const found = await ctx.db
    .select({ digest: suppressions.digest })
    .from(suppressions)
    .where(
      inArray(
        suppressions.digest,
        digests.map(({ digest }) => digest),
      ),
    );
  const stopped = new Set(found.map(({ digest }) => digest));
  return new Set(digests.filter(({ digest }) => stopped.has(digest)).map(({ id }) => id));
}

/** Why nothing goes to this address on its channel; null where it does. */
export async function whyStopped(
  ctx: ServiceContext,
  to: Pick<Addressed, "channel" | "recipient">,
): Promise<StoppingReason | null> {
  const [row] = await ctx.db
    .select({ reason: suppressions.reason })
    .from(suppressions)
    .where(eq(suppressions.digest, await digestOf(ctx, to)));
  return row?.reason ?? null;
}

/** Once is enough; a complaint outweighs a bounce. */
export async function suppress(ctx: ServiceContext, row: Addressed, reason: StoppingReason, at: Date): Promise<void> {
  if (row.channel === "in_app") return;
  const values = { channel: row.channel, digest: await digestOf(ctx, row), reason, at };
  await ctx.db
    .insert(suppressions)
    .values(values)
    .onConflictDoUpdate({
      target: [suppressions.channel, suppressions.digest],
      set: { reason, at },
      setWhere: sql`excluded.reason = 'complaint' OR suppressions.reason <> 'complaint'`,
    });
}

/** A message arrived there after it had bounced (a code goes to any address that asks for one): it may be written to again. */
export async function liftBounce(ctx: ServiceContext, row: Addressed, at: Date): Promise<void> {
  if (row.channel === "in_app") return;
  await ctx.db
    .delete(suppressions)
    .where(
      and(
        eq(suppressions.channel, row.channel),
        eq(suppressions.digest, await digestOf(ctx, row)),
        eq(suppressions.reason, "hard_bounce"),
        lt(suppressions.at, at),
      ),
    );
}

/** Keyed by our own secret: who reads the table learns no address. */
function digestOf(
  ctx: ServiceContext,
  { channel, recipient }: Pick<Addressed, "channel" | "recipient">,
): Promise<string> {
  return ctx.sealer.digest("suppression", `${channel}:${recipient.toLowerCase()}`);
}
