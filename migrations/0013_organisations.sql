CREATE TABLE "organisation_members" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"email" text NOT NULL,
	"user_id" text,
	"role" text NOT NULL,
	"state" text DEFAULT 'invited' NOT NULL,
	"invited_by" text NOT NULL,
	"invited_at" timestamp with time zone NOT NULL,
	"joined_at" timestamp with time zone,
	"left_at" timestamp with time zone,
	CONSTRAINT "organisation_members_role_check" CHECK (role IN ('coordinator', 'professional')),
	CONSTRAINT "organisation_members_state_check" CHECK (state IN ('invited', 'member', 'declined', 'left')),
	CONSTRAINT "organisation_members_joined_check" CHECK ("organisation_members"."state" <> 'member' OR ("organisation_members"."user_id" IS NOT NULL AND "organisation_members"."joined_at" IS NOT NULL))
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"uf" text,
	"municipality" text,
	"created_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	CONSTRAINT "organisations_kind_check" CHECK (kind IN ('firm', 'hospital', 'legal_aid'))
);
--> statement-breakpoint
ALTER TABLE "organisation_members" ADD CONSTRAINT "organisation_members_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_members" ADD CONSTRAINT "organisation_members_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "organisation_members_invited_key" ON "organisation_members" USING btree ("organisation_id","email","role") WHERE state IN ('invited', 'member');--> statement-breakpoint
CREATE UNIQUE INDEX "organisation_members_one_key" ON "organisation_members" USING btree ("user_id","role") WHERE state = 'member';--> statement-breakpoint
CREATE INDEX "organisation_members_email_idx" ON "organisation_members" USING btree ("email") WHERE state = 'invited';--> statement-breakpoint
CREATE INDEX "organisation_members_list_idx" ON "organisation_members" USING btree ("organisation_id","invited_at");--> statement-breakpoint
CREATE INDEX "organisations_created_idx" ON "organisations" USING btree ("created_at");