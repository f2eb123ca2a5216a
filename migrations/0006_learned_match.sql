CREATE TABLE "embedding_backfills" (
	"id" text PRIMARY KEY NOT NULL,
	"space" text NOT NULL,
	"status" text DEFAULT 'running' NOT NULL,
	"total" integer NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"failed" integer DEFAULT 0 NOT NULL,
	"position" text DEFAULT '' NOT NULL,
	"last_error" text,
	"started_by" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "embedding_backfills_status_check" CHECK (status IN ('running', 'done', 'failed', 'cancelled'))
);
--> statement-breakpoint
CREATE TABLE "absences" (
	"id" text PRIMARY KEY NOT NULL,
	"professional_id" text NOT NULL,
	"from" timestamp with time zone NOT NULL,
	"until" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "absences_order_check" CHECK ("absences"."until" IS NULL OR "absences"."until" > "absences"."from")
);
--> statement-breakpoint
CREATE TABLE "area_pools" (
	"vertical" text NOT NULL,
	"area" text NOT NULL,
	"cases" double precision NOT NULL,
	"credits" double precision NOT NULL,
	"weight" double precision NOT NULL,
	"professionals" integer NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "area_pools_vertical_area_pk" PRIMARY KEY("vertical","area")
);
--> statement-breakpoint
CREATE TABLE "conflict_reviews" (
	"id" text PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	"professional_id" text NOT NULL,
	"reason" text NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"decided_by" text,
	"decided_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "conflict_reviews_status_check" CHECK (status IN ('open', 'cleared', 'confirmed'))
);
--> statement-breakpoint
CREATE TABLE "models" (
	"id" text PRIMARY KEY NOT NULL,
	"vertical" text DEFAULT 'legal' NOT NULL,
	"hash" text NOT NULL,
	"kind" text NOT NULL,
	"status" text DEFAULT 'candidate' NOT NULL,
	"artefact" text NOT NULL,
	"graded_cases" integer NOT NULL,
	"metrics" jsonb NOT NULL,
	"window_from" timestamp with time zone,
	"window_to" timestamp with time zone,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"serving_since" timestamp with time zone,
	"retired_at" timestamp with time zone,
	CONSTRAINT "models_status_check" CHECK (status IN ('candidate', 'serving', 'retired'))
);
--> statement-breakpoint
ALTER TABLE "receipts" ADD COLUMN "target" double precision;--> statement-breakpoint
ALTER TABLE "receipts" ADD COLUMN "shortfall" double precision;--> statement-breakpoint
ALTER TABLE "receipts" ADD COLUMN "learned" jsonb;--> statement-breakpoint
ALTER TABLE "shortlists" ADD COLUMN "take" integer DEFAULT 3 NOT NULL;--> statement-breakpoint
ALTER TABLE "shortlists" ADD COLUMN "equity" jsonb;--> statement-breakpoint
ALTER TABLE "shortlists" ADD COLUMN "learned" jsonb;--> statement-breakpoint
ALTER TABLE "shortlists" ADD COLUMN "fallbacks" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "shortlists" ADD COLUMN "beyond" jsonb;--> statement-breakpoint
ALTER TABLE "professionals" ADD COLUMN "capacity_declared" integer;--> statement-breakpoint
ALTER TABLE "professionals" ADD COLUMN "practice" text DEFAULT 'solo' NOT NULL;--> statement-breakpoint
ALTER TABLE "professionals" ADD COLUMN "joined_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "professionals" ADD COLUMN "opted_out_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "professionals" ADD COLUMN "licence_status" text DEFAULT 'valid' NOT NULL;--> statement-breakpoint
ALTER TABLE "absences" ADD CONSTRAINT "absences_professional_id_professionals_id_fk" FOREIGN KEY ("professional_id") REFERENCES "public"."professionals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflict_reviews" ADD CONSTRAINT "conflict_reviews_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflict_reviews" ADD CONSTRAINT "conflict_reviews_professional_id_professionals_id_fk" FOREIGN KEY ("professional_id") REFERENCES "public"."professionals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "embedding_backfills_running_key" ON "embedding_backfills" USING btree ("space") WHERE status = 'running';--> statement-breakpoint
CREATE INDEX "absences_professional_idx" ON "absences" USING btree ("professional_id","from");--> statement-breakpoint
CREATE INDEX "absences_until_idx" ON "absences" USING btree ("until");--> statement-breakpoint
CREATE UNIQUE INDEX "conflict_reviews_pair_key" ON "conflict_reviews" USING btree ("case_id","professional_id");--> statement-breakpoint
CREATE INDEX "conflict_reviews_open_idx" ON "conflict_reviews" USING btree ("created_at") WHERE status = 'open';--> statement-breakpoint
CREATE UNIQUE INDEX "models_hash_key" ON "models" USING btree ("vertical","hash");--> statement-breakpoint
CREATE UNIQUE INDEX "models_one_serving_key" ON "models" USING btree ("vertical") WHERE status = 'serving';--> statement-breakpoint
CREATE INDEX "models_created_idx" ON "models" USING btree ("vertical","created_at");--> statement-breakpoint
CREATE INDEX "ledger_area_idx" ON "ledger" USING btree ("area","kind","at");--> statement-breakpoint
UPDATE "professionals" SET "joined_at" = "created_at";--> statement-breakpoint
INSERT INTO "absences" ("id", "professional_id", "from", "until", "created_at")
SELECT 'abs_' || substr("id", 5), "id", "leave_from", "leave_until", now() FROM "professionals" WHERE "leave_from" IS NOT NULL;
