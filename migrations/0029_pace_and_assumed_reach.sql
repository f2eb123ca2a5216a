ALTER TABLE "client_reach" ADD COLUMN "assumed" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "whatsapp_contacts" ADD COLUMN "heard_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "whatsapp_contacts" ADD COLUMN "heard_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "outbox_full_idx" ON "outbox" USING btree ("done_at") WHERE status = 'done' AND body <> '{}'::jsonb;--> statement-breakpoint
UPDATE "client_reach" r SET "assumed" = true FROM "whatsapp_contacts" c
WHERE c."user_id" = r."user_id" AND r."channel" = 'whatsapp' AND r."address" = c."phone" AND r."created_at" = r."updated_at";
