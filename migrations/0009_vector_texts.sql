ALTER TABLE "professional_vectors_bge_m3" ADD COLUMN "text_hash" text;--> statement-breakpoint
ALTER TABLE "professional_vectors_lexical" ADD COLUMN "text_hash" text;--> statement-breakpoint
ALTER TABLE "professional_vectors_openai" ADD COLUMN "text_hash" text;