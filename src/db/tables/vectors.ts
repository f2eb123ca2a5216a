// Vectors, one table per embedding space; in migrations of their own, since not every Postgres has pgvector.
import { index, pgTable, text, vector } from "drizzle-orm/pg-core";
import { moment } from "./moment.ts";
import { professionals } from "./professionals.ts";

/** Columns that every space has; `space` is name and version, so that an old version is never compared with a new one. */
const columns = (dimensions: number) => ({
  professionalId: text("professional_id")
    .primaryKey()
    .references(() => professionals.id, { onDelete: "cascade" }),
  space: text("space").notNull(),
  embedding: vector("embedding", { dimensions }).notNull(),
  embeddedAt: moment("embedded_at").notNull(),
  /** Of the words that the vector was made from; null where it is not known. What it differs from is embedded again. */
  textHash: text("text_hash"),
});

export const professionalVectorsLexical = pgTable("professional_vectors_lexical", columns(384), (t) => [
  index("professional_vectors_lexical_hnsw").using("hnsw", t.embedding.op("vector_cosine_ops")),
]);

/** text-embedding-3-small. */
export const professionalVectorsOpenai = pgTable("professional_vectors_openai", columns(1536), (t) => [
  index("professional_vectors_openai_hnsw").using("hnsw", t.embedding.op("vector_cosine_ops")),
]);

/** @cf/baai/bge-m3. */
export const professionalVectorsBgeM3 = pgTable("professional_vectors_bge_m3", columns(1024), (t) => [
  index("professional_vectors_bge_m3_hnsw").using("hnsw", t.embedding.op("vector_cosine_ops")),
]);
