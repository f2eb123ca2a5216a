// A person begins: the case row first, then its conversation, then the first words if there are any.
import { and, eq, isNotNull, sql } from "drizzle-orm";
import * as z from "zod";
import { newId } from "../../base/ids.ts";
import { within } from "../../base/within.ts";
import { auditRow } from "../../db/audit.ts";
import { insertIf } from "../../db/insert-if.ts";
import { audit, cases, users } from "../../db/schema.ts";
import type { Tenant } from "../../domain/directory/tenant.ts";
import { DEFAULT_ZONE, LOCALES } from "../../domain/locale.ts";
import type { TurnAnswer } from "../../domain/ports.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { oweMirror } from "../desk/owe-mirror.ts";
import { reachInput } from "../reach/reach-view.ts";
import { storeReach } from "../reach/set-reach.ts";
import { unwrap } from "../rpc.ts";
import { tenantOf } from "../tenants/tenants.ts";
import { messageText } from "./message-text.ts";
import { openingOf } from "./opening.ts";
import { validZone } from "./valid-zone.ts";

export const openCaseInput = z.object({
  vertical: z.literal("legal", { error: 'Vez takes legal cases here: vertical must be "legal".' }),
  /** Absent: the language of the house that was asked. */
  locale: z.enum(LOCALES).optional(),
  text: messageText.optional(),
  zone: z.string().max(60).refine(validZone, "zone must be a name like America/Sao_Paulo.").default(DEFAULT_ZONE),
  /** How the client may be reached, where the caller knows; it replaces what was said before. */
  reach: reachInput.optional(),
});
/** `asksReach`: the pages ask the client how to be reached before the search; a program never waits. */
export type OpenCaseInput = z.infer<typeof openCaseInput> & { asksReach?: boolean };

export interface OpenedCase {
  caseId: string;
  conversationId: string;
  answer: TurnAnswer;
}

/**
 * The same `openKey` of one client is one case. Throws `unavailable` when the conversation cannot be reached. The answer to the first words
 * is waited for at most `patienceMs` (null: to its end); after that it is the greeting, and the answer follows in the conversation.
 * `host`, as it was asked for, says in whose house and in which mode the case is opened; it stays so.
 */
export async function openCase(
  ctx: ServiceContext,
  actor: Extract<Actor, { kind: "person" }>,
  input: OpenCaseInput,
  openKey: string | null,
  patienceMs: number | null = null,
  host: string | null = null,
): Promise<OpenedCase> {
  const tenant = await tenantOf(ctx, host);
  const row = await insertOnce(ctx, actor.userId, input, openKey, tenant);
  if (input.reach !== undefined) await storeReach(ctx, actor, input.reach);
  const conversation = ctx.conversation(row.conversationId);
  const greeting = unwrap(await conversation.open(openingOf(row)));
  if (input.text === undefined) return { caseId: row.id, conversationId: row.conversationId, answer: greeting };
  const startedAt = ctx.now().getTime();
  const saying = conversation.say({ text: input.text, clientMessageId: "opening" }).then((result) => {
    ctx.metrics.observe("triage_duration_seconds", {}, (ctx.now().getTime() - startedAt) / 1000);
    return result;
  });
  const said = patienceMs === null ? { value: await saying } : await within(saying, patienceMs);
  if (said === null) ctx.later(saying);
  const answer = said === null ? greeting : unwrap(said.value);
  ctx.later(oweMirror(ctx, row.id, String(answer.seq)));
  return { caseId: row.id, conversationId: row.conversationId, answer };
}

async function insertOnce(
  ctx: ServiceContext,
  clientId: string,
  input: OpenCaseInput,
  openKey: string | null,
  tenant: Tenant,
) {
  const now = ctx.now();
  const id = newId("cas", now.getTime());
  const fresh = {
    id,
    clientId,
    conversationId: newId("cnv", now.getTime()),
    openKey,
    locale: input.locale ?? tenant.locale,
    mode: tenant.mode,
    tenantId: tenant.id,
    zone: input.zone,
    asksReach: input.asksReach ?? false,
    createdAt: now,
    updatedAt: now,
  };
  const isNew = sql`EXISTS (SELECT 1 FROM cases WHERE id = ${id})`;
  const [inserted] = await ctx.db.batch([
    ctx.db.insert(cases).values(fresh).onConflictDoNothing().returning(),
    insertIf(ctx.db, audit, auditRow(clientId, "case.opened", id, now), isNew),
    // Who had said stop and begins anew wants to hear from us again.
    ctx.db
      .update(users)
      .set({ optedOutAt: null })
      .where(and(eq(users.id, clientId), isNotNull(users.optedOutAt), isNew)),
  ]);
  if (inserted[0] !== undefined) {
    ctx.metrics.count("triage_requests_total", { status: "started" });
    return inserted[0];
  }
  const known = await ctx.db
    .select()
    .from(cases)
    .where(and(eq(cases.clientId, clientId), eq(cases.openKey, openKey ?? "")));
  if (known[0] === undefined) throw new Error("a case was neither inserted nor known");
  return known[0];
}
