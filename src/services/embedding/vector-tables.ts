// Where the vectors of each space are kept.
import { type SQL, sql } from "drizzle-orm";
import type { SpaceKey } from "../../domain/embedding/space.ts";

/** Names in SQL, for statements that are the same in every space. */
export const VECTOR_TABLES: Readonly<Record<SpaceKey, SQL>> = {
  openai: sql.raw("professional_vectors_openai"),
  bge_m3: sql.raw("professional_vectors_bge_m3"),
  lexical: sql.raw("professional_vectors_lexical"),
};
