// Vectors, one table per embedding space; in a migration of their own, since not every Postgres has pgvector.
import { index, pgTable, text, vector } from "drizzle-orm/pg-core";
import { moment } from "./moment.ts";
import { professionals } from "./professionals.ts";

export const professionalVectorsLexical = pgTable(
  "professional_vectors_lexical",
  {
    professionalId: text("professional_id")
      .primaryKey()
      .references(() => professionals.id, { onDelete: "cascade" }),
    /** Name and version of the space that `embedding` belongs to. */
    space: text("space").notNull(),
    embedding: vector("embedding", { dimensions: 384 }).notNull(),
    embeddedAt: moment("embedded_at").notNull(),
  },
  (t) => [index("professional_vectors_lexical_hnsw").using("hnsw", t.embedding.op("vector_cosine_ops"))],
);
