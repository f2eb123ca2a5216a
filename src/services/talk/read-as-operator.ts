// An operator reads a talk: only with a reason, which is kept, and for one sitting.
import { and, desc, eq, sql } from "drizzle-orm";
import * as z from "zod";
import { notFound } from "../../base/errors.ts";
import { auditRow } from "../../db/audit.ts";
import { audit, caseMessages, cases, offers, professionals } from "../../db/schema.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { asOperator } from "../operations/as-operator.ts";
import { parseInput, type Unchecked } from "../parse-input.ts";
import { plainText } from "../plain-text.ts";
import { messagesOf } from "./list-messages.ts";
import type { MessageView } from "./message-view.ts";

const SITTING_MINUTES = 30;

export const talkReasonInput = z.object({
  reason: plainText({ error: "Say why you need to read this talk." })
    .trim()
    .min(10, "Say why in 10 to 300 characters.")
    .max(300, "Say why in 10 to 300 characters."),
});

export interface OperatorTalk {
  case_id: string;
  /** ISO 8601: until then it can be read again without another reason. */
  until: string;
  /** Each acceptance's talk, the newest first; `next` continues one with `?offer_id=&cursor=`. */
  talks: { offer_id: string; professional: string; items: MessageView[]; next: string | null }[];
}

/** Keeps the reason, then reads. Throws `not_found` for anyone but operators and for an unknown case. */
export async function readTalkAsOperator(
  ctx: ServiceContext,
  actor: Actor,
  caseId: string,
  raw: unknown,
): Promise<OperatorTalk> {
  const operator = asOperator(actor);
  const { reason } = parseInput(talkReasonInput, raw);
  const [known] = await ctx.db.select({ id: cases.id }).from(cases).where(eq(cases.id, caseId));
  if (known === undefined) throw notFound("case");
  const now = ctx.now();
  await ctx.db.insert(audit).values(auditRow(operator.userId, "talk.read", caseId, now, { reason }));
  return talkFor(ctx, caseId, now);
}

export const sittingInput = z.object({
  offer_id: z.string().max(100).optional(),
  cursor: z.string().max(200).optional(),
});

/** Within the sitting that a reason began; null after it. With `offer_id` that talk alone, from `cursor` on. */
export async function sittingOf(
  ctx: ServiceContext,
  actor: Actor,
  caseId: string,
  raw: Unchecked<typeof sittingInput> = {},
): Promise<OperatorTalk | null> {
  const operator = asOperator(actor);
  const part = parseInput(sittingInput, raw);
  const since = new Date(ctx.now().getTime() - SITTING_MINUTES * 60_000);
  const [begun] = await ctx.db
    .select({ at: audit.at })
    .from(audit)
    .where(
      sql`subject = ${caseId} AND action = 'talk.read' AND actor = ${operator.userId} AND at > ${since.toISOString()}::timestamptz`,
    )
    .orderBy(desc(audit.at))
    .limit(1);
  return begun === undefined ? null : talkFor(ctx, caseId, begun.at, part);
}

async function talkFor(
  ctx: ServiceContext,
  caseId: string,
  begunAt: Date,
  part: z.infer<typeof sittingInput> = {},
): Promise<OperatorTalk> {
  const talks = await ctx.db
    .selectDistinct({ offerId: offers.id, name: professionals.name, at: offers.answeredAt })
    .from(caseMessages)
    .innerJoin(offers, eq(offers.id, caseMessages.offerId))
    .innerJoin(professionals, eq(professionals.id, offers.professionalId))
    .where(and(eq(caseMessages.caseId, caseId), part.offer_id === undefined ? undefined : eq(offers.id, part.offer_id)))
    .orderBy(desc(offers.answeredAt));
  return {
    case_id: caseId,
    until: new Date(begunAt.getTime() + SITTING_MINUTES * 60_000).toISOString(),
    talks: await Promise.all(
      talks.map(async ({ offerId, name }) => ({
        offer_id: offerId,
        professional: name,
        ...(await messagesOf(ctx, offerId, { limit: 100, cursor: part.cursor })),
      })),
    ),
  };
}
