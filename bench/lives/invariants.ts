// What must hold in the database whatever lives its cases had; each is a query that finds who breaks it.
import { PGlite } from "@electric-sql/pglite";
import { vector } from "@electric-sql/pglite-pgvector";

export interface Broken {
  invariant: string;
  /** Ids, ten at most. */
  ids: string[];
}

/** Opens the database of a product that was stopped. */
export async function brokenIn(postgresFolder: string): Promise<{ broken: Broken[]; counts: Record<string, number> }> {
  const db = await PGlite.create({ dataDir: postgresFolder, extensions: { vector } });
  try {
    const broken: Broken[] = [];
    for (const [invariant, query] of Object.entries(INVARIANTS)) {
      const { rows } = await db.query<{ id: string }>(`SELECT id FROM (${query}) broken LIMIT 10`);
      if (rows.length > 0) broken.push({ invariant, ids: rows.map(({ id }) => id) });
    }
    const counted = await db.query<{ name: string; n: number }>(COUNTS);
    return { broken, counts: Object.fromEntries(counted.rows.map(({ name, n }) => [name, Number(n)])) };
  } finally {
    await db.close();
  }
}

const STANDS = "(SELECT count(*) FROM offers o WHERE o.case_id = c.id AND o.status = 'accepted')";
const LIVING = "(SELECT count(*) FROM contracts k WHERE k.case_id = c.id AND k.status <> 'voided')";
const has = (kind: string) => `EXISTS (SELECT 1 FROM ledger l WHERE l.offer_id = o.id AND l.kind = '${kind}')`;

const INVARIANTS: Record<string, string> = {
  "a case that somebody has, has one acceptance and one living contract": `
    SELECT c.id FROM cases c WHERE c.status IN ('accepted', 'signed') AND NOT (${STANDS} = 1 AND ${LIVING} = 1)`,
  "a case that nobody has, has none": `
    SELECT c.id FROM cases c WHERE c.status NOT IN ('accepted', 'signed', 'closed') AND ${STANDS} + ${LIVING} > 0`,
  "a closed case keeps both or neither, and says why and when": `
    SELECT c.id FROM cases c WHERE c.status = 'closed' AND (c.close_reason IS NULL OR c.closed_at IS NULL
      OR ${STANDS} <> ${LIVING} OR (c.close_reason = 'done') > (${LIVING} = 1))`,
  "a case that is not closed has no closing reason": `
    SELECT c.id FROM cases c WHERE c.status <> 'closed' AND (c.close_reason IS NOT NULL OR c.closed_at IS NOT NULL)`,
  "open offers are only in a running search": `
    SELECT o.id FROM offers o JOIN cases c ON c.id = o.case_id WHERE o.status IN ('pending', 'seen') AND c.status <> 'offering'`,
  "the contract fits the case": `
    SELECT k.id FROM contracts k JOIN cases c ON c.id = k.case_id
    WHERE (k.status = 'sent' AND c.status <> 'accepted') OR (k.status = 'signed' AND c.status <> 'signed')
      OR (k.status = 'closed' AND c.status <> 'closed')`,
  "a signed contract has two signatures, one that waits fewer": `
    SELECT k.id FROM contracts k, LATERAL (SELECT count(*) AS n FROM signatures s WHERE s.contract_id = k.id) s
    WHERE (k.status IN ('signed', 'closed')) > (s.n = 2) OR (k.status = 'sent' AND s.n > 1)`,
  "a void contract says why and when, and its acceptance does not stand": `
    SELECT k.id FROM contracts k JOIN offers o ON o.id = k.offer_id
    WHERE k.status = 'voided' AND (k.void_reason IS NULL OR k.voided_at IS NULL OR o.status <> 'withdrawn')`,
  "an acceptance is in the ledger once, and is taken back exactly when it does not stand": `
    SELECT o.id FROM offers o WHERE (o.status = 'accepted' AND (NOT ${has("accepted")} OR ${has("returned")}))
      OR (o.status <> 'accepted' AND ${has("accepted")} <> ${has("returned")})`,
  "what was taken back was a change of course, once": `
    SELECT o.id FROM offers o WHERE ${has("returned")} <> EXISTS (SELECT 1 FROM case_changes g WHERE g.offer_id = o.id)`,
  "every offer that ended is in the ledger by its end": `
    SELECT o.id FROM offers o WHERE NOT ${has("offered")}
      OR (o.status = 'declined') > ${has("declined")} OR (o.status = 'expired') > ${has("expired")}
      OR (o.status = 'withdrawn') > (${has("withdrawn")} OR ${has("returned")})`,
  "the load is what the ledger gives": `
    SELECT p.id FROM professionals p WHERE p.cases_30d <> (
      SELECT count(*) FROM ledger l WHERE l.professional_id = p.id AND l.kind = 'accepted' AND l.at > now() - interval '30 days'
        AND NOT EXISTS (SELECT 1 FROM ledger b WHERE b.offer_id = l.offer_id AND b.kind = 'returned'))`,
  "nobody holds more than his capacity": `SELECT p.id FROM professionals p WHERE p.cases_30d > p.capacidade_mensal`,
  "nobody was asked twice in a case": `
    SELECT min(o.id) AS id FROM offers o GROUP BY o.case_id, o.professional_id HAVING count(*) > 1`,
  "every change of course is audited once": `
    SELECT g.case_id AS id FROM (SELECT case_id, kind, count(*) AS n FROM case_changes GROUP BY 1, 2) g
    WHERE g.n <> (SELECT count(*) FROM audit a WHERE a.subject = g.case_id AND a.action = 'case.' || g.kind)`,
  "nothing was parked": `SELECT b.id FROM outbox b WHERE b.status = 'dead'`,
};

const COUNTS = `
  SELECT 'case ' || status || coalesce(' (' || close_reason || ')', '') AS name, count(*) AS n FROM cases GROUP BY 1
  UNION ALL SELECT 'offer ' || status, count(*) FROM offers GROUP BY 1
  UNION ALL SELECT 'contract ' || status, count(*) FROM contracts GROUP BY 1
  UNION ALL SELECT 'change ' || kind, count(*) FROM case_changes GROUP BY 1
  UNION ALL SELECT 'ledger ' || kind, count(*) FROM ledger GROUP BY 1
  ORDER BY 1`;
