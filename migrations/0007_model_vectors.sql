CREATE TABLE "professional_vectors_bge_m3" (
	"professional_id" text PRIMARY KEY NOT NULL,
	"space" text NOT NULL,
	"embedding" vector(1024) NOT NULL,
	"embedded_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "professional_vectors_openai" (
	"professional_id" text PRIMARY KEY NOT NULL,
	"space" text NOT NULL,
	"embedding" vector(1536) NOT NULL,
	"embedded_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "professional_vectors_bge_m3" ADD CONSTRAINT "professional_vectors_bge_m3_professional_id_professionals_id_fk" FOREIGN KEY ("professional_id") REFERENCES "public"."professionals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "professional_vectors_openai" ADD CONSTRAINT "professional_vectors_openai_professional_id_professionals_id_fk" FOREIGN KEY ("professional_id") REFERENCES "public"."professionals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "professional_vectors_bge_m3_hnsw" ON "professional_vectors_bge_m3" USING hnsw ("embedding" vector_cosine_ops);--> statement-breakpoint
CREATE INDEX "professional_vectors_openai_hnsw" ON "professional_vectors_openai" USING hnsw ("embedding" vector_cosine_ops);