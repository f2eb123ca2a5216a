CREATE TABLE "team_posts" (
	"key" text PRIMARY KEY NOT NULL,
	"status" text NOT NULL,
	"channel" text,
	"ts" text,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "team_posts_created_idx" ON "team_posts" USING btree ("created_at");