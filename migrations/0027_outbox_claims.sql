CREATE TABLE "desk_threads" (
	"case_id" text PRIMARY KEY NOT NULL,
	"thread" text NOT NULL,
	"mirrored_seq" integer DEFAULT 0 NOT NULL,
	"posting_seq" integer,
	"marked" text,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "claimed_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "desk_threads" ADD CONSTRAINT "desk_threads_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "desk_threads_thread_key" ON "desk_threads" USING btree ("thread");