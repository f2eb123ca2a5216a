CREATE TABLE "join_drafts" (
	"user_id" text PRIMARY KEY NOT NULL,
	"fields" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "professional_papers" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"bytes" integer NOT NULL,
	"sha256" text NOT NULL,
	"storage_key" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"stored_at" timestamp with time zone,
	"deleted_at" timestamp with time zone,
	CONSTRAINT "professional_papers_kind_check" CHECK (kind IN ('card', 'proof', 'other'))
);
--> statement-breakpoint
CREATE TABLE "suspensions" (
	"id" text PRIMARY KEY NOT NULL,
	"professional_id" text NOT NULL,
	"reason" text NOT NULL,
	"words" text,
	"until" timestamp with time zone,
	"suspended_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"lifted_at" timestamp with time zone,
	"lifted_by" text
);
--> statement-breakpoint
CREATE TABLE "verification_reviews" (
	"id" text PRIMARY KEY NOT NULL,
	"professional_id" text NOT NULL,
	"kind" text NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"claims" jsonb NOT NULL,
	"before" jsonb,
	"evidence" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"words" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"refusal_reasons" text[] DEFAULT '{}' NOT NULL,
	"refusal_words" text,
	"decided_by" text,
	"decided_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "verification_reviews_status_check" CHECK (status IN ('open', 'asked', 'approved', 'refused')),
	CONSTRAINT "verification_reviews_kind_check" CHECK (kind IN ('join', 'change'))
);
--> statement-breakpoint
DROP INDEX "professionals_licence_key";--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "second_factor_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "second_factor_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "professionals" ADD COLUMN "other_licences" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "join_drafts" ADD CONSTRAINT "join_drafts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "professional_papers" ADD CONSTRAINT "professional_papers_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suspensions" ADD CONSTRAINT "suspensions_professional_id_professionals_id_fk" FOREIGN KEY ("professional_id") REFERENCES "public"."professionals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verification_reviews" ADD CONSTRAINT "verification_reviews_professional_id_professionals_id_fk" FOREIGN KEY ("professional_id") REFERENCES "public"."professionals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "professional_papers_content_key" ON "professional_papers" USING btree ("user_id","sha256") WHERE deleted_at IS NULL;--> statement-breakpoint
CREATE INDEX "professional_papers_user_idx" ON "professional_papers" USING btree ("user_id","created_at");--> statement-breakpoint
CREATE INDEX "professional_papers_unfinished_idx" ON "professional_papers" USING btree ("created_at") WHERE stored_at IS NULL OR deleted_at IS NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "suspensions_live_key" ON "suspensions" USING btree ("professional_id") WHERE lifted_at IS NULL;--> statement-breakpoint
CREATE INDEX "suspensions_due_idx" ON "suspensions" USING btree ("until") WHERE lifted_at IS NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "verification_reviews_live_key" ON "verification_reviews" USING btree ("professional_id") WHERE status IN ('open', 'asked');--> statement-breakpoint
CREATE INDEX "verification_reviews_queue_idx" ON "verification_reviews" USING btree ("status","created_at","id");--> statement-breakpoint
CREATE INDEX "verification_reviews_professional_idx" ON "verification_reviews" USING btree ("professional_id","created_at");--> statement-breakpoint
CREATE INDEX "professionals_licence_idx" ON "professionals" USING btree ("vertical","licence_uf","licence_number");--> statement-breakpoint
CREATE UNIQUE INDEX "professionals_licence_key" ON "professionals" USING btree ("vertical","licence_uf","licence_number") WHERE licence_status <> 'unchecked';