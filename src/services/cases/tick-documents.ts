// The client ticks which documents are at hand already.
import { eq } from "drizzle-orm";
import * as z from "zod";
import { cases } from "../../db/schema.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { visibleCase } from "../intake/visible-case.ts";

export const documentsInput = z.object({ ids: z.array(z.string().regex(/^[a-z0-9_]{1,60}$/)).max(30) });

/** Replaces all ticks of the case. */
export async function tickDocuments(
  ctx: ServiceContext,
  actor: Extract<Actor, { kind: "person" }>,
  caseId: string,
  input: z.infer<typeof documentsInput>,
): Promise<void> {
  await visibleCase(ctx, { ...actor, role: "client" }, caseId);
  await ctx.db
    .update(cases)
    .set({ documentsHeld: [...new Set(input.ids)], clientSeenAt: ctx.now(), silenceReminders: 0 })
    .where(eq(cases.id, caseId));
}
