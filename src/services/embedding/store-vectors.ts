// Vectors of one space written in one statement, each only while its profile still has the words it was made from.
import { type SQL, sql } from "drizzle-orm";
import { SPACES, type SpaceKey } from "../../domain/embedding/space.ts";
import { wordsHash } from "./profile-words.ts";
import { VECTOR_TABLES } from "./vector-tables.ts";

export interface MadeVector {
  professionalId: string;
  /** Of the words as they were read (profile-words.ts). */
  hash: string;
  vector: ArrayLike<number>;
}

/**
 * The upsert. `readAt` is when the words were read: a vector of words that were read later stays, and the same words are
 * not written twice, since each write costs an entry of the index.
 */
export function storeVectors(key: SpaceKey, made: readonly MadeVector[], readAt: Date): SQL {
  const rows = made.map(({ professionalId, hash, vector }) => ({
    id: professionalId,
    hash,
    vector: vectorText(vector),
  }));
  return sql`
    INSERT INTO ${VECTOR_TABLES[key]} AS v (professional_id, space, embedding, embedded_at, text_hash)
    SELECT p.id, ${SPACES[key].name}, r.vector::vector, ${readAt.toISOString()}::timestamptz, r.hash
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(id text, hash text, vector text)
    JOIN professionals p ON p.id = r.id AND ${wordsHash()} = r.hash
    ORDER BY p.id
    ON CONFLICT (professional_id) DO UPDATE SET
      space = excluded.space, embedding = excluded.embedding, embedded_at = excluded.embedded_at, text_hash = excluded.text_hash
    WHERE v.embedded_at <= excluded.embedded_at
      AND (v.space, v.text_hash) IS DISTINCT FROM (excluded.space, excluded.text_hash)`;
}

/** pgvector's own form; seven digits are all that its 32-bit numbers keep. */
function vectorText(vector: ArrayLike<number>): string {
  return `[${Array.from(vector, (x) => x.toPrecision(7)).join(",")}]`;
}
