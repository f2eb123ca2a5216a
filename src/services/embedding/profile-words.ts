// Whether a vector is of the words that a profile has now, asked in SQL.
import { type SQL, sql } from "drizzle-orm";
import { SPACES, type SpaceKey } from "../../domain/embedding/space.ts";
import { VECTOR_TABLES } from "./vector-tables.ts";

/** Raised with every change of what domain/matching/profile-text.ts makes of the columns: all words are other ones then. */
export const PROFILE_WORDS_VERSION = 1;

/** MD5 (hex) of the columns that profileText reads; `p` is the alias of `professionals`. */
export function wordsHash(p = "p"): SQL {
  const column = (name: string) => sql.raw(`${p}.${name}`);
  // JSON keeps the borders: no two different profiles are written the same.
  return sql`md5(json_build_array(${PROFILE_WORDS_VERSION}::int, ${column("areas")}, ${column("subareas")}, ${column("profile")})::text)`;
}

/** Profiles (`p`) without a vector of the space's present name, or with one of other words. */
export function lacksVector(key: SpaceKey, p = "p"): SQL {
  return sql`NOT EXISTS (
    SELECT 1 FROM ${VECTOR_TABLES[key]} v
    WHERE v.professional_id = ${sql.raw(`${p}.id`)} AND v.space = ${SPACES[key].name} AND v.text_hash = ${wordsHash(p)})`;
}
