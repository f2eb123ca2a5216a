ALTER TABLE "area_pools" ADD COLUMN "present" double precision DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "ledger" ADD COLUMN "weight_present" double precision;--> statement-breakpoint
CREATE INDEX "ledger_accepted_idx" ON "ledger" USING btree ("area","at","weight_present","offer_id") WHERE kind = 'accepted';