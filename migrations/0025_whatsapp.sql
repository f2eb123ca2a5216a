CREATE TABLE "whatsapp_contacts" (
	"id" text PRIMARY KEY NOT NULL,
	"phone" text,
	"lid" text,
	"send_to" text NOT NULL,
	"user_id" text NOT NULL,
	"case_id" text,
	"last_in_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "whatsapp_contacts_who_check" CHECK ("whatsapp_contacts"."phone" IS NOT NULL OR "whatsapp_contacts"."lid" IS NOT NULL)
);
--> statement-breakpoint
CREATE TABLE "whatsapp_messages" (
	"id" text PRIMARY KEY NOT NULL,
	"contact_id" text NOT NULL,
	"case_id" text,
	"key" text NOT NULL,
	"text" text,
	"is_farewell" boolean DEFAULT false NOT NULL,
	"status" text DEFAULT 'queued' NOT NULL,
	"vendor_id" text,
	"reason" text,
	"looks" integer DEFAULT 0 NOT NULL,
	"claimed_at" timestamp with time zone,
	"sent_at" timestamp with time zone,
	"delivered_at" timestamp with time zone,
	"read_at" timestamp with time zone,
	"link_used_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "whatsapp_messages_status_check" CHECK (status IN ('queued', 'sending', 'unsure', 'sent', 'delivered', 'read', 'refused', 'withheld'))
);
--> statement-breakpoint
ALTER TABLE "whatsapp_contacts" ADD CONSTRAINT "whatsapp_contacts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "whatsapp_contacts" ADD CONSTRAINT "whatsapp_contacts_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "whatsapp_messages" ADD CONSTRAINT "whatsapp_messages_contact_id_whatsapp_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."whatsapp_contacts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "whatsapp_messages" ADD CONSTRAINT "whatsapp_messages_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "whatsapp_contacts_phone_key" ON "whatsapp_contacts" USING btree ("phone");--> statement-breakpoint
CREATE UNIQUE INDEX "whatsapp_contacts_lid_key" ON "whatsapp_contacts" USING btree ("lid");--> statement-breakpoint
CREATE INDEX "whatsapp_contacts_user_idx" ON "whatsapp_contacts" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "whatsapp_messages_key_key" ON "whatsapp_messages" USING btree ("key");--> statement-breakpoint
CREATE INDEX "whatsapp_messages_contact_idx" ON "whatsapp_messages" USING btree ("contact_id","created_at");--> statement-breakpoint
CREATE INDEX "whatsapp_messages_vendor_idx" ON "whatsapp_messages" USING btree ("vendor_id") WHERE vendor_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX "whatsapp_messages_open_idx" ON "whatsapp_messages" USING btree ("status","created_at") WHERE status IN ('queued', 'sending', 'unsure');