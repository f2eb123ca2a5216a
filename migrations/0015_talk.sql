CREATE TABLE "blocked_pairs" (
	"client_id" text NOT NULL,
	"professional_id" text NOT NULL,
	"side" text NOT NULL,
	"case_id" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "blocked_pairs_client_id_professional_id_pk" PRIMARY KEY("client_id","professional_id"),
	CONSTRAINT "blocked_pairs_side_check" CHECK (side IN ('client', 'professional'))
);
--> statement-breakpoint
CREATE TABLE "case_messages" (
	"id" text PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	"offer_id" text NOT NULL,
	"sender" text NOT NULL,
	"text" text NOT NULL,
	"client_message_id" text NOT NULL,
	"file_id" text,
	"created_at" timestamp with time zone NOT NULL,
	"read_at" timestamp with time zone,
	"noticed_at" timestamp with time zone,
	CONSTRAINT "case_messages_sender_check" CHECK (sender IN ('client', 'professional', 'system')),
	CONSTRAINT "case_messages_text_check" CHECK (char_length(text) <= 4000)
);
--> statement-breakpoint
CREATE TABLE "case_reports" (
	"id" text PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	"offer_id" text NOT NULL,
	"side" text NOT NULL,
	"reason" text NOT NULL,
	"words" text NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"decided_by" text,
	"decided_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "case_reports_side_check" CHECK (side IN ('client', 'professional')),
	CONSTRAINT "case_reports_reason_check" CHECK (reason IN ('rude', 'threat', 'harassment', 'money', 'false_identity', 'other')),
	CONSTRAINT "case_reports_status_check" CHECK (status IN ('open', 'dismissed', 'warned', 'taken_over'))
);
--> statement-breakpoint
CREATE TABLE "offer_questions" (
	"id" text PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	"offer_id" text NOT NULL,
	"text" text NOT NULL,
	"answer" text,
	"answered_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "offer_questions_text_check" CHECK (char_length(text) <= 800)
);
--> statement-breakpoint
CREATE TABLE "talk_mutes" (
	"offer_id" text NOT NULL,
	"side" text NOT NULL,
	"until" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "talk_mutes_offer_id_side_pk" PRIMARY KEY("offer_id","side"),
	CONSTRAINT "talk_mutes_side_check" CHECK (side IN ('client', 'professional'))
);
--> statement-breakpoint
DROP INDEX "case_files_content_key";--> statement-breakpoint
ALTER TABLE "case_files" ADD COLUMN "offer_id" text;--> statement-breakpoint
ALTER TABLE "blocked_pairs" ADD CONSTRAINT "blocked_pairs_client_id_users_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "blocked_pairs" ADD CONSTRAINT "blocked_pairs_professional_id_professionals_id_fk" FOREIGN KEY ("professional_id") REFERENCES "public"."professionals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_messages" ADD CONSTRAINT "case_messages_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_messages" ADD CONSTRAINT "case_messages_offer_id_offers_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_reports" ADD CONSTRAINT "case_reports_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_reports" ADD CONSTRAINT "case_reports_offer_id_offers_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_reports" ADD CONSTRAINT "case_reports_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_questions" ADD CONSTRAINT "offer_questions_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer_questions" ADD CONSTRAINT "offer_questions_offer_id_offers_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talk_mutes" ADD CONSTRAINT "talk_mutes_offer_id_offers_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "case_messages_sent_key" ON "case_messages" USING btree ("offer_id","sender","client_message_id");--> statement-breakpoint
CREATE INDEX "case_messages_talk_idx" ON "case_messages" USING btree ("offer_id","created_at","id");--> statement-breakpoint
CREATE INDEX "case_messages_unread_idx" ON "case_messages" USING btree ("offer_id","sender") WHERE read_at IS NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "case_reports_open_key" ON "case_reports" USING btree ("offer_id","side") WHERE status = 'open';--> statement-breakpoint
CREATE INDEX "case_reports_status_idx" ON "case_reports" USING btree ("status","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "offer_questions_offer_key" ON "offer_questions" USING btree ("offer_id");--> statement-breakpoint
CREATE INDEX "offer_questions_case_idx" ON "offer_questions" USING btree ("case_id","created_at");--> statement-breakpoint
ALTER TABLE "case_files" ADD CONSTRAINT "case_files_offer_id_offers_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "case_files_content_key" ON "case_files" USING btree ("case_id",coalesce(offer_id, ''),"sha256") WHERE deleted_at IS NULL;