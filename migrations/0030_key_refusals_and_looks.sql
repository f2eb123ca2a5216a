CREATE TABLE "vendor_refusals" (
	"vendor" text PRIMARY KEY NOT NULL,
	"status" integer,
	"since" timestamp with time zone NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "contract_envelopes" ADD COLUMN "looked_at" timestamp with time zone;