// A case whose client chooses is ready: the page says so, or, where nobody can take it, that a person helps.
import { drawDay } from "../../domain/directory/neutral-order.ts";
import type { ServiceContext } from "../context.ts";
import { unwrap } from "../rpc.ts";
import { findChoosable } from "./choosable.ts";
import { readDirectoryCase } from "./directory-case.ts";
import { keepDoubts } from "./keep-doubts.ts";
import { endChoosing } from "./nobody-to-choose.ts";

/** Idempotent. A case in the other mode, or past choosing, is left alone. */
export async function openDirectory(ctx: ServiceContext, input: { caseId: string }): Promise<void> {
  const of = await readDirectoryCase(ctx, input.caseId);
  if (of === null || of.row.status !== "choosing") return;
  const draw = { day: drawDay(ctx.now()), tenantId: of.tenantId };
  const page = await findChoosable(ctx, { facts: of.facts, filters: {}, draw, limit: 50, after: null });
  await keepDoubts(ctx, of.row.id, page.doubts);
  if (page.items.length === 0 && page.next === null) return endChoosing(ctx, of.row);
  const event = {
    type: "offer_update",
    key: `choosing:${of.row.id}:${of.row.updatedAt.getTime()}`,
    data: { case_id: of.row.id, status: "choosing", total: page.total },
  } as const;
  unwrap(await ctx.conversation(of.row.conversationId).publish([event]));
}
