ALTER TABLE "cases" DROP CONSTRAINT "cases_status_check";--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "mode" text DEFAULT 'matching' NOT NULL;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "tenant_id" text;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "reach_by" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "client_seen_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "silence_reminders" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "close_reason" text;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "joined_into" text;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_mode_check" CHECK ("cases"."mode" IN ('matching', 'directory'));--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_close_reason_check" CHECK (close_reason IS NULL OR close_reason IN ('done', 'cancelled', 'silent', 'joined'));--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_status_check" CHECK (status IN ('triage', 'handed_off', 'stopped', 'matching', 'choosing', 'offering', 'unmatched', 'not_legal', 'accepted', 'signed', 'closed', 'forgotten'));