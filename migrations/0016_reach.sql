CREATE TABLE "case_likenesses" (
	"case_id" text PRIMARY KEY NOT NULL,
	"earlier_id" text NOT NULL,
	"likeness" double precision NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"answer" text,
	"answered_at" timestamp with time zone,
	CONSTRAINT "case_likenesses_answer_check" CHECK ("case_likenesses"."answer" IS NULL OR "case_likenesses"."answer" IN ('same', 'different'))
);
--> statement-breakpoint
CREATE TABLE "client_reach" (
	"user_id" text PRIMARY KEY NOT NULL,
	"channel" text NOT NULL,
	"address" text,
	"leave_message" boolean DEFAULT false NOT NULL,
	"safe_from" smallint,
	"safe_until" smallint,
	"zone" text NOT NULL,
	"note" text,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "client_reach_channel_check" CHECK (channel IN ('email', 'call', 'sms', 'whatsapp', 'page')),
	CONSTRAINT "client_reach_address_check" CHECK (("client_reach"."address" IS NULL) = ("client_reach"."channel" = 'page')),
	CONSTRAINT "client_reach_hours_check" CHECK (("client_reach"."safe_from" IS NULL) = ("client_reach"."safe_until" IS NULL) AND coalesce("client_reach"."safe_from", 0) BETWEEN 0 AND 1439 AND coalesce("client_reach"."safe_until", 0) BETWEEN 0 AND 1439)
);
--> statement-breakpoint
CREATE TABLE "recoveries" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"phrase_hash" text NOT NULL,
	"link_hash" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "asks_reach" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "available_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "case_likenesses" ADD CONSTRAINT "case_likenesses_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_likenesses" ADD CONSTRAINT "case_likenesses_earlier_id_cases_id_fk" FOREIGN KEY ("earlier_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "client_reach" ADD CONSTRAINT "client_reach_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recoveries" ADD CONSTRAINT "recoveries_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "case_likenesses_earlier_idx" ON "case_likenesses" USING btree ("earlier_id");--> statement-breakpoint
CREATE UNIQUE INDEX "recoveries_phrase_key" ON "recoveries" USING btree ("phrase_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "recoveries_link_key" ON "recoveries" USING btree ("link_hash");--> statement-breakpoint
CREATE INDEX "recoveries_user_idx" ON "recoveries" USING btree ("user_id");