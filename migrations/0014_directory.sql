CREATE TABLE "contacts" (
	"offer_id" text PRIMARY KEY NOT NULL,
	"text" text,
	"own_text" text
);
--> statement-breakpoint
CREATE TABLE "directory_looks" (
	"case_id" text NOT NULL,
	"day" text NOT NULL,
	"first_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "directory_looks_case_id_day_pk" PRIMARY KEY("case_id","day")
);
--> statement-breakpoint
CREATE TABLE "tenants" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"hosts" text[] DEFAULT '{}'::text[] NOT NULL,
	"mode" text NOT NULL,
	"locale" text DEFAULT 'pt-BR' NOT NULL,
	"notes" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "tenants_mode_check" CHECK ("tenants"."mode" IN ('matching', 'directory')),
	CONSTRAINT "tenants_locale_check" CHECK ("tenants"."locale" IN ('pt-BR', 'en'))
);
--> statement-breakpoint
ALTER TABLE "offers" ALTER COLUMN "shortlist_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_offer_id_offers_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "directory_looks" ADD CONSTRAINT "directory_looks_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "directory_looks" ADD CONSTRAINT "directory_looks_first_id_professionals_id_fk" FOREIGN KEY ("first_id") REFERENCES "public"."professionals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "directory_looks_first_idx" ON "directory_looks" USING btree ("first_id","at");--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_mode_state_check" CHECK ("cases"."mode" = 'matching' AND "cases"."status" <> 'choosing' OR "cases"."mode" = 'directory' AND "cases"."status" <> 'matching' AND "cases"."wave" = 0);