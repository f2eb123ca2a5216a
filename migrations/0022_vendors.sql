CREATE TABLE "vendor_events" (
	"id" text PRIMARY KEY NOT NULL,
	"vendor" text NOT NULL,
	"external_id" text NOT NULL,
	"type" text NOT NULL,
	"body" jsonb NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"handled_at" timestamp with time zone,
	CONSTRAINT "vendor_events_status_check" CHECK (status IN ('pending', 'handled', 'unknown', 'failed'))
);
--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "vendor" text;--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "vendor_id" text;--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "sent_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "delivered_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "opened_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "failed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "line" text;--> statement-breakpoint
CREATE UNIQUE INDEX "vendor_events_external_key" ON "vendor_events" USING btree ("vendor","external_id");--> statement-breakpoint
CREATE INDEX "vendor_events_received_idx" ON "vendor_events" USING btree ("received_at");--> statement-breakpoint
CREATE INDEX "vendor_events_status_idx" ON "vendor_events" USING btree ("status","received_at") WHERE status <> 'handled';--> statement-breakpoint
CREATE INDEX "notifications_vendor_idx" ON "notifications" USING btree ("vendor","vendor_id") WHERE vendor_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX "outbox_line_idx" ON "outbox" USING btree ("line","created_at","id") WHERE status = 'pending' AND line IS NOT NULL;