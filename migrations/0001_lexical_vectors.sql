CREATE EXTENSION IF NOT EXISTS vector;--> statement-breakpoint
CREATE TABLE "professional_vectors_lexical" (
	"professional_id" text PRIMARY KEY NOT NULL,
	"space" text NOT NULL,
	"embedding" vector(384) NOT NULL,
	"embedded_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "professional_vectors_lexical" ADD CONSTRAINT "professional_vectors_lexical_professional_id_professionals_id_fk" FOREIGN KEY ("professional_id") REFERENCES "public"."professionals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "professional_vectors_lexical_hnsw" ON "professional_vectors_lexical" USING hnsw ("embedding" vector_cosine_ops);