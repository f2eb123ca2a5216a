// Loads the fictitious professionals and one operator into a database: on the first start, and for benches.
import { sql } from "drizzle-orm";
import { newId } from "../../src/base/ids.ts";
import type { Database } from "../../src/db/client.ts";
import { absences, professionals, professionalVectorsLexical, representedParties, users } from "../../src/db/schema.ts";
import { embedLexical, LEXICAL_SPACE } from "../../src/domain/embedding/lexical.ts";
import { partyKey } from "../../src/domain/matching/conflict.ts";
import { profileText } from "../../src/domain/matching/profile-text.ts";
import { wordsHash } from "../../src/services/embedding/profile-words.ts";
import { countPools } from "../../src/services/equity/pools.ts";
import { type DemoProfessional, demoProfessionals } from "./professionals.ts";

export const DEMO_OPERATOR = "operador@vez.test";
const SEED = 2026;
/** Rows of one batch: about 1 MB of vectors. */
const CHUNK = 100;

export interface LoadOptions {
  /** 500 unless told. */
  count?: number;
  now: Date;
  onProgress?: (done: number, of: number) => void;
}

/** Loads what is not there yet, so that a load that was cut short is finished by the next; returns the people. */
export async function loadDemo(db: Database, options: LoadOptions): Promise<DemoProfessional[]> {
  const people = demoProfessionals(SEED, options.count ?? 500);
  await db
    .insert(users)
    .values({
      id: newId("usr", options.now.getTime()),
      name: "Operação Vez",
      email: DEMO_OPERATOR,
      emailVerified: true,
      role: "operator",
    })
    .onConflictDoNothing();
  for (let i = 0; i < people.length; i += CHUNK) {
    await insertChunk(db, people.slice(i, i + CHUNK), options.now);
    options.onProgress?.(Math.min(i + CHUNK, people.length), people.length);
  }
  await db.execute(sql`ANALYZE users, professionals, professional_vectors_lexical, absences, represented_parties`);
  // The pools of the areas stand from the first case on, not from the first minute.
  await db.execute(countPools(options.now));
  return people;
}

async function insertChunk(db: Database, people: DemoProfessional[], now: Date): Promise<void> {
  const parties = people.flatMap((p) =>
    p.represented.map((name) => ({ professionalId: p.id, partyKey: partyKey(name) })),
  );
  const away = people.flatMap((p) => absenceRow(p, now));
  await db.batch([
    db.insert(users).values(people.map(userRow)).onConflictDoNothing(),
    db
      .insert(professionals)
      .values(people.map((p) => professionalRow(p, now)))
      .onConflictDoNothing(),
    db
      .insert(professionalVectorsLexical)
      .values(
        people.map((p) => ({
          professionalId: p.id,
          space: LEXICAL_SPACE,
          embedding: Array.from(embedLexical(profileText(p))),
          embeddedAt: now,
          textHash: sql`(SELECT ${wordsHash()} FROM professionals p WHERE p.id = ${p.id})`,
        })),
      )
      .onConflictDoNothing(),
    ...(away.length > 0 ? [db.insert(absences).values(away).onConflictDoNothing()] : []),
    ...(parties.length > 0 ? [db.insert(representedParties).values(parties).onConflictDoNothing()] : []),
  ]);
}

function userIdOf(person: DemoProfessional): string {
  return person.id.replace(/^pro_/, "usr_");
}

function userRow(person: DemoProfessional) {
  return {
    id: userIdOf(person),
    name: person.name,
    email: person.email,
    emailVerified: true,
    role: "professional" as const,
  };
}

const DAY_MS = 86_400_000;

function ago(now: Date, days: number): Date {
  return new Date(now.getTime() - days * DAY_MS);
}

function absenceRow({ id, leave }: DemoProfessional, now: Date): (typeof absences.$inferInsert)[] {
  if (leave === null) return [];
  const from = ago(now, leave.fromDaysAgo);
  return [
    { id: id.replace(/^pro_/, "abs_"), professionalId: id, from, until: ago(now, leave.untilDaysAgo), createdAt: from },
  ];
}

function professionalRow(person: DemoProfessional, now: Date): typeof professionals.$inferInsert {
  const isAway = person.leave !== null && person.leave.untilDaysAgo < 0;
  return {
    id: person.id,
    userId: userIdOf(person),
    status: "active",
    name: person.name,
    licenceNumber: person.oabNumber,
    licenceUf: person.oabUf,
    uf: person.uf,
    municipality: person.municipality,
    lat: person.lat,
    lon: person.lon,
    areas: person.areas,
    subareas: person.subareas,
    profile: person.profile,
    yearsOfPractice: person.yearsOfPractice,
    qualifications: person.qualifications,
    feeCents: person.feeCents,
    languages: person.languages,
    remote: person.remote,
    capacityMonthly: person.capacityMonthly,
    capacityDeclared: person.capacityDeclared,
    practice: person.practice,
    joinedAt: ago(now, person.joinedDaysAgo),
    leaveFrom: isAway && person.leave !== null ? ago(now, person.leave.fromDaysAgo) : null,
    leaveUntil: isAway && person.leave !== null ? ago(now, person.leave.untilDaysAgo) : null,
    casesClosed: person.casesClosed,
    casesWon: person.casesWon,
    reviewSum: person.reviewMean === null ? 0 : Math.round(person.reviewMean * person.reviewCount),
    reviewCount: person.reviewMean === null ? 0 : person.reviewCount,
    responseMinutesMedian: person.responseMinutesMedian,
    fictitious: true,
  };
}
