// "Stop" on a real PostgreSQL with many connections: it and an acceptance never both win, and signing in does not lock it out.
import { eq } from "drizzle-orm";
import { beforeAll, expect, inject, test } from "vitest";
import { type Database, openDatabase } from "../../src/db/client.ts";
import { cases, offers, users } from "../../src/db/schema.ts";
import type { Understanding } from "../../src/domain/triage/types.ts";
import { joinAnonymous } from "../../src/services/identity/join-anonymous.ts";
import { recordConversation } from "../../src/services/intake/record-conversation.ts";
import { answerOffer } from "../../src/services/offers/answer-offer.ts";
import { type Scene, START, sceneOn } from "../services/contracts/scene.ts";
import { addOfferedCase, addProfessional } from "../support/offer-rows.ts";

let db: Database;
let scene: Scene;
beforeAll(() => {
  db = openDatabase({
    url: "postgres://vez:vez@127.0.0.1/vez",
    httpEndpoint: inject("postgresEndpoint"),
    timeoutMs: 30_000,
  });
  scene = sceneOn(db);
});

/** A case with one open offer, and the account that its client may sign in to; all ids end with `key`. */
async function addOffered(key: string): Promise<void> {
  await db.insert(users).values({ id: `usr_a${key}`, name: "", email: `a${key}@example.org` });
  const professionalId = await addProfessional(db, key);
  await addOfferedCase(db, key, [professionalId], { at: START, changes: { triagedAt: START } });
}

test("an acceptance, a stop and a sign-in at once leave one truth, and nothing deadlocks", async () => {
  const keys = Array.from({ length: 12 }, (_, i) => `stop${i}`);
  for (const key of keys) await addOffered(key);
  const understanding = { area: "trabalho", urgencyHours: 240, flags: [] } as unknown as Understanding;
  const works = keys.flatMap((key) => [
    answerOffer(scene.ctx, {
      caseId: `cas_${key}`,
      offerId: `off_${key}_0`,
      professionalId: `pro_${key}`,
      userId: `usr_${key}`,
      answer: "accept",
      reason: null,
      traceId: "trc_test",
    }).catch((error: unknown) => {
      // Refused kindly where the word came first; everything else is a defect.
      expect(error).toMatchObject({ status: 409 });
    }),
    recordConversation(scene.ctx, {
      caseId: `cas_${key}`,
      status: "stopped",
      controlledBy: "agent",
      understanding,
      reason: null,
      seq: 9,
    }),
    joinAnonymous(scene.ctx, { anonymousId: `usr_c${key}`, userId: `usr_a${key}` }),
  ]);
  await Promise.all(works);
  for (const key of keys) {
    const [row] = await db
      .select()
      .from(cases)
      .where(eq(cases.id, `cas_${key}`));
    const [offer] = await db
      .select()
      .from(offers)
      .where(eq(offers.id, `off_${key}_0`));
    expect([`${row?.status}/${offer?.status}`]).toContainEqual(
      expect.stringMatching(/^(accepted\/accepted|stopped\/withdrawn)$/),
    );
    const [client] = await db
      .select()
      .from(users)
      .where(eq(users.id, `usr_a${key}`));
    expect([row?.clientId, client?.optedOutAt]).toEqual([`usr_a${key}`, START]);
  }
});
