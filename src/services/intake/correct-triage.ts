// The person corrects what Vez understood; it wins over every later inference.
import * as z from "zod";
import { conflict } from "../../base/errors.ts";
import { isOver, statesBefore } from "../../domain/case-state.ts";
import { AREAS } from "../../domain/legal/areas.ts";
import { UFS } from "../../domain/legal/ufs.ts";
import { LOCALES } from "../../domain/locale.ts";
import type { ConversationSnapshot } from "../../domain/ports.ts";
import type { Actor, ServiceContext } from "../context.ts";
import { unwrap } from "../rpc.ts";
import { clientSeen } from "./client-seen.ts";
import { visibleCase } from "./visible-case.ts";

const day = z.iso.date("A date is written year-month-day, like 2026-11-21.");

export const correctionInput = z
  .object({
    area: z.enum(AREAS).optional(),
    subarea: z.string().max(60).nullable().optional(),
    urgency_hours: z.number().int().min(1).max(8760).optional(),
    uf: z.enum(UFS).optional(),
    municipality: z.string().max(80).nullable().optional(),
    deadline_dates: z.array(day).max(10).optional(),
    locale: z.enum(LOCALES).optional(),
  })
  .refine((c) => Object.values(c).some((value) => value !== undefined), "Say at least one thing to correct.");

/** Refused with `already_matched` once the search has begun: the summary that professionals read is fixed then. */
export async function correctTriage(
  ctx: ServiceContext,
  actor: Extract<Actor, { kind: "person" }>,
  caseId: string,
  input: z.infer<typeof correctionInput>,
  key: string,
): Promise<ConversationSnapshot> {
  const row = await visibleCase(ctx, { ...actor, role: "client" }, caseId);
  if (isOver(row.status))
    throw conflict("case_closed", "This case is closed. Open a new conversation for what is new.");
  if (!statesBefore("triage_completed").includes(row.status)) {
    throw conflict("already_matched", "The search has begun with what you told. Write a message to add to it.");
  }
  const correction = {
    area: input.area,
    subarea: input.subarea,
    urgencyHours: input.urgency_hours,
    uf: input.uf,
    municipality: input.municipality,
    deadlineDates: input.deadline_dates,
    locale: input.locale,
  };
  const corrected = unwrap(await ctx.conversation(row.conversationId).correct({ correction, key }));
  ctx.later(clientSeen(ctx, caseId));
  return corrected;
}
