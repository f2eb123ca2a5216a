// The case was inserted and the process killed before its conversation was opened: opens it now.

import { eq } from "drizzle-orm";
import { cases } from "../../db/schema.ts";
import type { ServiceContext } from "../context.ts";
import { unwrap } from "../rpc.ts";
import { openingOf } from "./opening.ts";
import { type CaseRow, forgotten } from "./visible-case.ts";

/** Throws `conversation_forgotten` where it is not open because it was forgotten since `row` was read. */
export async function reopenConversation(ctx: ServiceContext, row: CaseRow): Promise<void> {
  // The object empties itself only after the case says so: this read cannot miss it.
  const [now] = await ctx.db.select({ status: cases.status }).from(cases).where(eq(cases.id, row.id));
  if (now === undefined || now.status === "forgotten") throw forgotten();
  unwrap(await ctx.conversation(row.conversationId).open(openingOf(row)));
}
