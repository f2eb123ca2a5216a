// An operator sets who goes first where two are equally due, with a reason; it is never bought.
import { eq, sql } from "drizzle-orm";
import * as z from "zod";
import { auditRow } from "../../db/audit.ts";
import { insertIf } from "../../db/insert-if.ts";
import { audit, professionals } from "../../db/schema.ts";
import { PRIORITY_REASONS } from "../../domain/registration/registry.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { asOperator } from "../operations/as-operator.ts";
import { parseInput, type Unchecked } from "../parse-input.ts";
import { professionalById } from "../professionals/own-professional.ts";

const FURTHEST = 5;
const SAID = `The priority is a whole number from -${FURTHEST} to ${FURTHEST}; 0 is everybody's.`;

export const priorityInput = z.object({
  id: z.string().min(1).max(100),
  priority: z.coerce
    .number({ error: SAID })
    .int({ error: SAID })
    .min(-FURTHEST, { error: SAID })
    .max(FURTHEST, { error: SAID }),
  /** Kept in the audit. */
  reason: z.enum(PRIORITY_REASONS, { error: "Choose a reason." }),
});

/** Breaks ties of equal shortfall and nothing else. The same number again changes nothing. Throws `not_found`, `invalid_input`. */
export async function setPriority(
  ctx: ServiceContext,
  actor: Actor,
  raw: Unchecked<typeof priorityInput>,
): Promise<{ professional_id: string; priority: number }> {
  const operator = asOperator(actor);
  const { id, priority, reason } = parseInput(priorityInput, raw);
  await professionalById(ctx, id);
  const now = ctx.now();
  const differs = sql`EXISTS (SELECT 1 FROM professionals WHERE id = ${id} AND priority <> ${priority}::int)`;
  await ctx.db.batch([
    ctx.db.execute(sql`SELECT id FROM professionals WHERE id = ${id} FOR UPDATE`),
    insertIf(ctx.db, audit, auditRow(operator.userId, "professional.priority", id, now, { priority, reason }), differs),
    ctx.db.update(professionals).set({ priority }).where(eq(professionals.id, id)),
  ]);
  return { professional_id: id, priority };
}
