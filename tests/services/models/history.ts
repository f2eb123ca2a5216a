// A past to learn from: ranked cases whose offers were answered by one hidden rule, stored as the product stores them.
import { cases, offers, receipts, shortlists, users } from "../../../src/db/schema.ts";
import { LEXICAL_SPACE } from "../../../src/domain/embedding/space.ts";
import { chanceOf } from "../../../src/domain/learning/random.ts";
import { rankCandidates } from "../../../src/domain/matching/rank.ts";
import type { Candidate } from "../../../src/domain/matching/types.ts";
import type { Match } from "../../../src/services/matching/match-case.ts";
import { waveRows } from "../../../src/services/offers/wave-rows.ts";
import { makeCandidate, makeCase } from "../../domain/matching/make.ts";
import type { World } from "../../support/world.ts";

const HOUR_MS = 3_600_000;
const ASKED = 4;

/** The hidden rule: who has practised long takes the case, whatever the price; the presets see it the other way round. */
export const likes = (candidate: Candidate) => candidate.yearsOfPractice;

/**
 * `count` cases, one an hour up to now, four asked in each: the one whom `liked` prefers accepts, the others decline. Returns
 * the ids of the cases, oldest first.
 */
export async function addHistory(
  world: World,
  count: number,
  liked: (candidate: Candidate) => number = likes,
  seed = 7,
): Promise<string[]> {
  const chance = chanceOf(seed);
  const start = world.ctx.now().getTime() - count * HOUR_MS;
  const stored = Array.from({ length: count }, (_, index) => {
    const rankedAt = new Date(start + index * HOUR_MS);
    const id = `cas_past${seed}x${index}`;
    const facts = makeCase({ id, preset: "economic" });
    const candidates = Array.from({ length: ASKED }, (_, place) => {
      const years = Math.floor(chance() * 40);
      return makeCandidate(world.people[(index * ASKED + place) % world.people.length]?.id ?? "", {
        yearsOfPractice: years,
        // The experienced are dear, so that the presets' order is nearly the wrong one.
        feeCents: 8_000 + years * 1_500 + Math.floor(chance() * 4_000),
        similarity: chance() * 0.4,
        reviewMean: 3.5 + chance() * 1.5,
      });
    });
    const ranking = rankCandidates({ case: facts, candidates, take: ASKED, now: rankedAt });
    const row = { id, urgencyHours: 240 };
    const match = {
      row,
      facts,
      candidates,
      ranking,
      space: LEXICAL_SPACE,
      take: ASKED,
      rankedAt,
      fallbacks: [],
      beyond: {},
    };
    const rows = waveRows({ ...world.ctx, now: () => rankedAt }, match as unknown as Match, 1);
    const winner = candidates.toSorted((a, b) => liked(b) - liked(a))[0]?.id;
    return {
      id,
      rankedAt,
      shortlist: rows.shortlist,
      receipts: rows.receipts,
      offers: rows.offers.map((offer) => ({
        ...offer,
        status: offer.professionalId === winner ? ("accepted" as const) : ("declined" as const),
        answeredAt: rankedAt,
      })),
    };
  });
  const { db } = world.ctx;
  await db
    .insert(users)
    .values(
      stored.map(({ id }) => ({ id: `usr_${id}`, name: "", email: `${id}@anonymous.invalid`, isAnonymous: true })),
    );
  await db.insert(cases).values(
    stored.map(({ id, rankedAt }) => ({
      id,
      clientId: `usr_${id}`,
      conversationId: `cnv_${id}`,
      status: "accepted" as const,
      locale: "pt-BR" as const,
      zone: "America/Sao_Paulo",
      area: "trabalho",
      triagedAt: rankedAt,
    })),
  );
  for (let from = 0; from < stored.length; from += 50) {
    const some = stored.slice(from, from + 50);
    await db.insert(shortlists).values(some.map((one) => one.shortlist));
    await db.insert(receipts).values(some.flatMap((one) => one.receipts));
    await db.insert(offers).values(some.flatMap((one) => one.offers));
  }
  return stored.map(({ id }) => id);
}
