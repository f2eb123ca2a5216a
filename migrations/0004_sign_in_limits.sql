CREATE TABLE "sign_in_limits" (
	"key" text PRIMARY KEY NOT NULL,
	"used" integer NOT NULL,
	"resets_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "sign_in_limits_resets_idx" ON "sign_in_limits" USING btree ("resets_at");