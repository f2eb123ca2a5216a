// A case that somebody took, as rows, and what became of it: for tests of changes of course.
import { asc, eq } from "drizzle-orm";
import type { Database } from "../../../src/db/client.ts";
import { caseChanges, cases, contracts, ledger, offers, outbox, professionals } from "../../../src/db/schema.ts";
import type { ServiceContext } from "../../../src/services/context.ts";
import { answerOffer } from "../../../src/services/offers/answer-offer.ts";
import { addOfferedCase, addProfessional } from "../../support/offer-rows.ts";
import { START } from "../contracts/scene.ts";

/** `cas_KEY` of `usr_cKEY`, asked of two lawyers `pro_KEYa` and `pro_KEYb`; both offers are open. */
export async function offeredCase(db: Database, key: string): Promise<void> {
  const ids = [await addProfessional(db, `${key}a`), await addProfessional(db, `${key}b`)];
  await addOfferedCase(db, key, ids, { at: START, changes: { triagedAt: START, createdAt: START, updatedAt: START } });
  await db.insert(ledger).values(
    ids.map((professionalId, index) => ({
      id: `led_${key}_${index}`,
      professionalId,
      caseId: `cas_${key}`,
      offerId: `off_${key}_${index}`,
      area: "trabalho",
      kind: "offered" as const,
      at: START,
    })),
  );
}

/** The same after the first has accepted. */
export async function takenCase(ctx: ServiceContext, key: string): Promise<void> {
  await offeredCase(ctx.db, key);
  await accept(ctx, key, "a");
}

export async function accept(ctx: ServiceContext, key: string, who: "a" | "b"): Promise<void> {
  await answerOffer(ctx, {
    caseId: `cas_${key}`,
    offerId: `off_${key}_${who === "a" ? 0 : 1}`,
    professionalId: `pro_${key}${who}`,
    userId: `usr_${key}${who}`,
    answer: "accept",
    reason: null,
    traceId: "trc_test",
  });
}

export const clientOf = (key: string) =>
  ({ kind: "person", userId: `usr_c${key}`, role: "client", locale: "pt-BR" }) as const;
export const lawyerOf = (key: string, who: "a" | "b" = "a") =>
  ({ kind: "person", userId: `usr_${key}${who}`, role: "professional", locale: "pt-BR" }) as const;

/** Everything that a change of course may touch, short enough to be compared whole. */
export async function storyOf(db: Database, key: string) {
  const caseId = `cas_${key}`;
  const [[row], offered, made, booked, changed, [load]] = await db.batch([
    db.select().from(cases).where(eq(cases.id, caseId)),
    db.select().from(offers).where(eq(offers.caseId, caseId)).orderBy(asc(offers.rank)),
    db.select().from(contracts).where(eq(contracts.caseId, caseId)),
    db.select().from(ledger).where(eq(ledger.caseId, caseId)).orderBy(asc(ledger.id)),
    db.select().from(caseChanges).where(eq(caseChanges.caseId, caseId)).orderBy(asc(caseChanges.id)),
    db
      .select()
      .from(professionals)
      .where(eq(professionals.id, `pro_${key}a`)),
  ]);
  return {
    status: row?.status,
    closeReason: row?.closeReason,
    offers: offered.map(({ status }) => status),
    contracts: made.map(({ status, voidReason }) => (voidReason === null ? status : `${status}: ${voidReason}`)),
    ledger: booked.map(({ offerId, kind }) => `${offerId.slice(-1)} ${kind}`).sort(),
    changes: changed.map(({ kind, by, reason }) => `${by} ${kind} ${reason ?? "-"}`),
    load: load?.cases30d,
  };
}

/** Keys of what waits to be done, without what is done or was dropped. */
export async function pendingOf(db: Database, name: string) {
  const rows = await db.select().from(outbox).orderBy(asc(outbox.key));
  return rows.filter((row) => row.name === name && row.status === "pending").map(({ body }) => body);
}
