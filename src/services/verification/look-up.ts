// A register is asked for an entry; what it says is kept as evidence for the operator and decides nothing.
import { sql } from "drizzle-orm";
import { conflict, VezError } from "../../base/errors.ts";
import type { Claims } from "../../db/schema.ts";
import { isUf } from "../../domain/registration/licence.ts";
import { findingOf, type Registry, type RegistryFinding } from "../../domain/registration/registry.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { asOperator } from "../operations/as-operator.ts";
import { registerOf } from "../professionals/claims.ts";
import { readBoth } from "./decide-review.ts";
import { lastReview, type ReviewRow } from "./standing.ts";

/** From the queue, for the review that waits; nothing where none does. A register that is away is evidence as well. */
export async function lookUp(ctx: ServiceContext, input: { professionalId: string }): Promise<RegistryFinding | null> {
  const review = await lastReview(ctx, input.professionalId);
  if (ctx.registry === null || review === null || !isLive(review)) return null;
  return look(ctx, ctx.registry, await readBoth(ctx, review.id));
}

/** An operator asks the register again. Throws `not_found`, `no_registry` (409), `decided_already` (409). */
export async function lookUpAgain(
  ctx: ServiceContext,
  actor: Actor,
  id: string,
): Promise<{ finding: RegistryFinding }> {
  asOperator(actor);
  const both = await readBoth(ctx, id);
  if (ctx.registry === null) {
    throw conflict("no_registry", "No register is connected. Open the public one and compare there.");
  }
  if (!isLive(both.review)) throw conflict("decided_already", "This is decided already. Reload the page to see it.");
  return { finding: await look(ctx, ctx.registry, both) };
}

function isLive({ status }: ReviewRow): boolean {
  return status === "open" || status === "asked";
}

type Both = Awaited<ReturnType<typeof readBoth>>;

async function look(ctx: ServiceContext, registry: Registry, { review, professional }: Both): Promise<RegistryFinding> {
  const { claims } = review;
  const found = await ask(ctx, registry, professional.vertical, claims);
  const kept = JSON.stringify({ registry: { ...found, at: ctx.now().toISOString() } });
  // Not for other words than were asked about; and no reason for an operator to read everything again.
  await ctx.db.execute(sql`
    UPDATE verification_reviews SET evidence = evidence || ${kept}::jsonb
    WHERE id = ${review.id} AND status IN ('open', 'asked') AND claims = ${JSON.stringify(claims)}::jsonb`);
  return found.finding;
}

async function ask(ctx: ServiceContext, registry: Registry, vertical: string, claims: Claims) {
  const { licence_uf: uf, licence_number: number, name } = claims;
  const away = { finding: "away" as const, name: null };
  if (!isUf(uf)) return away;
  try {
    const entry = await registry.look({ register: registerOf(vertical), uf, number });
    return { finding: findingOf(entry, name), name: entry?.name ?? null };
  } catch (error) {
    if (!(error instanceof VezError)) throw error;
    ctx.log.warn("registry_away", { code: error.code });
    return away;
  }
}
