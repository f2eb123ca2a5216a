CREATE TABLE "contract_envelopes" (
	"contract_id" text PRIMARY KEY NOT NULL,
	"standing" text DEFAULT 'claimed' NOT NULL,
	"vendor_id" text,
	"client_name" text,
	"asked_at" timestamp with time zone,
	"checked_at" timestamp with time zone,
	"reason" text,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "contract_envelopes_standing_check" CHECK (standing IN ('claimed', 'sent', 'completed', 'declined', 'to_void', 'voided', 'late'))
);
--> statement-breakpoint
ALTER TABLE "signatures" ADD COLUMN "method" text DEFAULT 'manual' NOT NULL;--> statement-breakpoint
ALTER TABLE "signatures" ADD COLUMN "envelope_id" text;--> statement-breakpoint
ALTER TABLE "contract_envelopes" ADD CONSTRAINT "contract_envelopes_contract_id_contracts_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "contract_envelopes_vendor_key" ON "contract_envelopes" USING btree ("vendor_id");--> statement-breakpoint
CREATE INDEX "contract_envelopes_open_idx" ON "contract_envelopes" USING btree ("standing","checked_at") WHERE standing IN ('claimed', 'sent', 'to_void');