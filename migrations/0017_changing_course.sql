CREATE TABLE "case_changes" (
	"id" text PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	"kind" text NOT NULL,
	"by" text NOT NULL,
	"offer_id" text,
	"professional_id" text,
	"reason" text,
	"words" text DEFAULT '' NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "case_changes_kind_check" CHECK (kind IN ('cancelled', 'withdrawn', 'another', 'lapsed', 'silent', 'reopened'))
);
--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "silence_reminded_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "contracts" ADD COLUMN "void_reason" text;--> statement-breakpoint
ALTER TABLE "contracts" ADD COLUMN "voided_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "contracts" ADD COLUMN "reminded_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "case_changes" ADD CONSTRAINT "case_changes_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_changes" ADD CONSTRAINT "case_changes_professional_id_professionals_id_fk" FOREIGN KEY ("professional_id") REFERENCES "public"."professionals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "case_changes_offer_key" ON "case_changes" USING btree ("offer_id");--> statement-breakpoint
CREATE INDEX "case_changes_case_idx" ON "case_changes" USING btree ("case_id","at");--> statement-breakpoint
CREATE INDEX "case_changes_professional_idx" ON "case_changes" USING btree ("professional_id","kind","at");