CREATE TABLE "notice_preferences" (
	"user_id" text PRIMARY KEY NOT NULL,
	"off" text[] DEFAULT '{}' NOT NULL,
	"first" text,
	"phone" text,
	"quiet_from" smallint,
	"quiet_until" smallint,
	"zone" text NOT NULL,
	"urgent_anytime" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "notice_preferences_first_check" CHECK ("notice_preferences"."first" IN ('push', 'email', 'whatsapp')),
	CONSTRAINT "notice_preferences_hours_check" CHECK (("notice_preferences"."quiet_from" IS NULL) = ("notice_preferences"."quiet_until" IS NULL) AND coalesce("notice_preferences"."quiet_from", 0) BETWEEN 0 AND 1439 AND coalesce("notice_preferences"."quiet_until", 0) BETWEEN 0 AND 1439)
);
--> statement-breakpoint
CREATE TABLE "push_devices" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "suppressions" (
	"channel" text NOT NULL,
	"digest" text NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "suppressions_channel_digest_pk" PRIMARY KEY("channel","digest")
);
--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "occasion" text;--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "rung" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "locale" text DEFAULT 'pt-BR' NOT NULL;--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "tries" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "claimed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "notice_preferences" ADD CONSTRAINT "notice_preferences_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "push_devices" ADD CONSTRAINT "push_devices_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "push_devices_user_idx" ON "push_devices" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "notifications_occasion_key" ON "notifications" USING btree ("occasion","channel") WHERE occasion IS NOT NULL;--> statement-breakpoint
CREATE INDEX "notifications_status_idx" ON "notifications" USING btree ("status","created_at");