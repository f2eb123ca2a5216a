CREATE TABLE "accounts" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"user_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"token" text NOT NULL,
	"user_id" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"is_anonymous" boolean DEFAULT false NOT NULL,
	"role" text DEFAULT 'client' NOT NULL,
	"locale" text DEFAULT 'pt-BR' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "verifications" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "professionals" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"vertical" text DEFAULT 'legal' NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"name" text NOT NULL,
	"licence_number" text NOT NULL,
	"licence_uf" text NOT NULL,
	"uf" text NOT NULL,
	"municipality" text NOT NULL,
	"lat" double precision,
	"lon" double precision,
	"areas" text[] NOT NULL,
	"subareas" text[] NOT NULL,
	"profile" text NOT NULL,
	"years_of_practice" integer NOT NULL,
	"qualifications" text[] NOT NULL,
	"fee_cents" integer NOT NULL,
	"languages" text[] NOT NULL,
	"remote" boolean DEFAULT true NOT NULL,
	"capacidade_mensal" integer NOT NULL,
	"cases_closed" integer DEFAULT 0 NOT NULL,
	"cases_won" integer DEFAULT 0 NOT NULL,
	"review_sum" integer DEFAULT 0 NOT NULL,
	"review_count" integer DEFAULT 0 NOT NULL,
	"response_minutes_median" integer,
	"leave_from" timestamp with time zone,
	"leave_until" timestamp with time zone,
	"priority" integer DEFAULT 0 NOT NULL,
	"cases_30d" integer DEFAULT 0 NOT NULL,
	"last_offered_at" timestamp with time zone,
	"equity_updated_at" timestamp with time zone,
	"fictitious" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "professionals_capacity_check" CHECK ("professionals"."capacidade_mensal" BETWEEN 0 AND 500),
	CONSTRAINT "professionals_leave_check" CHECK ("professionals"."leave_until" IS NULL OR "professionals"."leave_from" IS NOT NULL)
);
--> statement-breakpoint
CREATE TABLE "represented_parties" (
	"professional_id" text NOT NULL,
	"party_key" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "represented_parties_professional_id_party_key_pk" PRIMARY KEY("professional_id","party_key")
);
--> statement-breakpoint
CREATE TABLE "cases" (
	"id" text PRIMARY KEY NOT NULL,
	"vertical" text DEFAULT 'legal' NOT NULL,
	"client_id" text NOT NULL,
	"conversation_id" text NOT NULL,
	"open_key" text,
	"status" text DEFAULT 'triage' NOT NULL,
	"locale" text NOT NULL,
	"zone" text NOT NULL,
	"area" text,
	"subarea" text,
	"uf" text,
	"municipality" text,
	"lat" double precision,
	"lon" double precision,
	"urgency_hours" integer,
	"complexity" text,
	"confidence" double precision,
	"strategy" text,
	"deadlines" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"flags" text[] DEFAULT '{}'::text[] NOT NULL,
	"languages" text[] DEFAULT '{}'::text[] NOT NULL,
	"summary" text,
	"adverse_parties" text[] DEFAULT '{}'::text[] NOT NULL,
	"preset" text DEFAULT 'balanced' NOT NULL,
	"budget_cents" integer,
	"wave" integer DEFAULT 0 NOT NULL,
	"controlled_by" text DEFAULT 'agent' NOT NULL,
	"triaged_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "cases_status_check" CHECK (status IN ('triage', 'handed_off', 'stopped', 'matching', 'offering', 'unmatched', 'not_legal', 'accepted', 'signed', 'closed'))
);
--> statement-breakpoint
CREATE TABLE "ledger" (
	"id" text PRIMARY KEY NOT NULL,
	"professional_id" text NOT NULL,
	"case_id" text NOT NULL,
	"offer_id" text NOT NULL,
	"area" text NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "receipts" (
	"shortlist_id" text NOT NULL,
	"professional_id" text NOT NULL,
	"gate" text,
	"features" jsonb,
	"contributions" jsonb,
	"score" double precision,
	"turn" double precision,
	"final" double precision,
	"in_band" boolean NOT NULL,
	"rank_before_equity" integer,
	"rank" integer,
	"chosen" boolean NOT NULL,
	"snapshot" jsonb NOT NULL,
	CONSTRAINT "receipts_shortlist_id_professional_id_pk" PRIMARY KEY("shortlist_id","professional_id")
);
--> statement-breakpoint
CREATE TABLE "shortlists" (
	"id" text PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	"round" integer NOT NULL,
	"model_hash" text NOT NULL,
	"arm" text NOT NULL,
	"space" text NOT NULL,
	"preset" text NOT NULL,
	"weights" jsonb NOT NULL,
	"band_width" double precision NOT NULL,
	"considered" integer NOT NULL,
	"gate_counts" jsonb NOT NULL,
	"case_facts" jsonb NOT NULL,
	"ranked_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "offers" (
	"id" text PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	"shortlist_id" text NOT NULL,
	"professional_id" text NOT NULL,
	"wave" integer NOT NULL,
	"rank" integer NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"decline_reason" text,
	"remind_at" timestamp with time zone NOT NULL,
	"reminded_at" timestamp with time zone,
	"expires_at" timestamp with time zone NOT NULL,
	"seen_at" timestamp with time zone,
	"answered_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "offers_status_check" CHECK (status IN ('pending', 'seen', 'accepted', 'declined', 'expired', 'withdrawn'))
);
--> statement-breakpoint
CREATE TABLE "contract_documents" (
	"contract_id" text NOT NULL,
	"kind" text NOT NULL,
	"sha256" text NOT NULL,
	"pdf" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "contract_documents_contract_id_kind_pk" PRIMARY KEY("contract_id","kind")
);
--> statement-breakpoint
CREATE TABLE "contracts" (
	"id" text PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	"offer_id" text NOT NULL,
	"professional_id" text NOT NULL,
	"client_id" text NOT NULL,
	"status" text DEFAULT 'draft' NOT NULL,
	"method" text DEFAULT 'manual' NOT NULL,
	"template" text NOT NULL,
	"locale" text NOT NULL,
	"fee_cents" integer NOT NULL,
	"sha256" text NOT NULL,
	"signed_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "contracts_status_check" CHECK (status IN ('draft', 'sent', 'signed', 'closed', 'voided'))
);
--> statement-breakpoint
CREATE TABLE "reviews" (
	"id" text PRIMARY KEY NOT NULL,
	"contract_id" text NOT NULL,
	"case_id" text NOT NULL,
	"professional_id" text NOT NULL,
	"client_id" text NOT NULL,
	"rating" smallint NOT NULL,
	"outcome" text NOT NULL,
	"comment" text DEFAULT '' NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "reviews_rating_check" CHECK ("reviews"."rating" BETWEEN 1 AND 5)
);
--> statement-breakpoint
CREATE TABLE "signatures" (
	"id" text PRIMARY KEY NOT NULL,
	"contract_id" text NOT NULL,
	"party" text NOT NULL,
	"user_id" text NOT NULL,
	"name" text NOT NULL,
	"document_sha256" text NOT NULL,
	"ip" text NOT NULL,
	"user_agent" text NOT NULL,
	"signed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit" (
	"id" text PRIMARY KEY NOT NULL,
	"actor" text NOT NULL,
	"action" text NOT NULL,
	"subject" text NOT NULL,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notifications" (
	"id" text PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"user_id" text,
	"recipient" text NOT NULL,
	"channel" text NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"link" text,
	"status" text DEFAULT 'stored' NOT NULL,
	"read_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" text PRIMARY KEY NOT NULL,
	"lane" text NOT NULL,
	"name" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"key" text NOT NULL,
	"body" jsonb NOT NULL,
	"trace_id" text NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"available_at" timestamp with time zone NOT NULL,
	"queued_at" timestamp with time zone,
	"done_at" timestamp with time zone,
	"last_error" text,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "outbox_status_check" CHECK (status IN ('pending', 'done', 'dead'))
);
--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "professionals" ADD CONSTRAINT "professionals_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "represented_parties" ADD CONSTRAINT "represented_parties_professional_id_professionals_id_fk" FOREIGN KEY ("professional_id") REFERENCES "public"."professionals"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_client_id_users_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger" ADD CONSTRAINT "ledger_professional_id_professionals_id_fk" FOREIGN KEY ("professional_id") REFERENCES "public"."professionals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger" ADD CONSTRAINT "ledger_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipts" ADD CONSTRAINT "receipts_shortlist_id_shortlists_id_fk" FOREIGN KEY ("shortlist_id") REFERENCES "public"."shortlists"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipts" ADD CONSTRAINT "receipts_professional_id_professionals_id_fk" FOREIGN KEY ("professional_id") REFERENCES "public"."professionals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shortlists" ADD CONSTRAINT "shortlists_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offers" ADD CONSTRAINT "offers_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offers" ADD CONSTRAINT "offers_shortlist_id_shortlists_id_fk" FOREIGN KEY ("shortlist_id") REFERENCES "public"."shortlists"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offers" ADD CONSTRAINT "offers_professional_id_professionals_id_fk" FOREIGN KEY ("professional_id") REFERENCES "public"."professionals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_documents" ADD CONSTRAINT "contract_documents_contract_id_contracts_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_offer_id_offers_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_professional_id_professionals_id_fk" FOREIGN KEY ("professional_id") REFERENCES "public"."professionals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_client_id_users_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_contract_id_contracts_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_professional_id_professionals_id_fk" FOREIGN KEY ("professional_id") REFERENCES "public"."professionals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_client_id_users_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_contract_id_contracts_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "accounts_user_idx" ON "accounts" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "sessions_token_key" ON "sessions" USING btree ("token");--> statement-breakpoint
CREATE INDEX "sessions_user_idx" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email_key" ON "users" USING btree ("email");--> statement-breakpoint
CREATE INDEX "users_role_idx" ON "users" USING btree ("role");--> statement-breakpoint
CREATE INDEX "verifications_identifier_idx" ON "verifications" USING btree ("identifier");--> statement-breakpoint
CREATE UNIQUE INDEX "professionals_user_key" ON "professionals" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "professionals_licence_key" ON "professionals" USING btree ("vertical","licence_uf","licence_number");--> statement-breakpoint
CREATE INDEX "professionals_active_idx" ON "professionals" USING btree ("vertical","status","uf");--> statement-breakpoint
CREATE INDEX "professionals_areas_idx" ON "professionals" USING gin ("areas");--> statement-breakpoint
CREATE INDEX "represented_parties_key_idx" ON "represented_parties" USING btree ("party_key");--> statement-breakpoint
CREATE UNIQUE INDEX "cases_conversation_key" ON "cases" USING btree ("conversation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "cases_open_key" ON "cases" USING btree ("client_id","open_key");--> statement-breakpoint
CREATE INDEX "cases_client_idx" ON "cases" USING btree ("client_id","created_at");--> statement-breakpoint
CREATE INDEX "cases_status_idx" ON "cases" USING btree ("status","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_offer_kind_key" ON "ledger" USING btree ("offer_id","kind");--> statement-breakpoint
CREATE INDEX "ledger_professional_idx" ON "ledger" USING btree ("professional_id","kind","at");--> statement-breakpoint
CREATE INDEX "ledger_at_idx" ON "ledger" USING btree ("at");--> statement-breakpoint
CREATE INDEX "receipts_professional_idx" ON "receipts" USING btree ("professional_id","shortlist_id");--> statement-breakpoint
CREATE UNIQUE INDEX "shortlists_round_key" ON "shortlists" USING btree ("case_id","round");--> statement-breakpoint
CREATE UNIQUE INDEX "offers_case_professional_key" ON "offers" USING btree ("case_id","professional_id");--> statement-breakpoint
CREATE UNIQUE INDEX "offers_one_accepted_key" ON "offers" USING btree ("case_id") WHERE status = 'accepted';--> statement-breakpoint
CREATE INDEX "offers_professional_idx" ON "offers" USING btree ("professional_id","created_at");--> statement-breakpoint
CREATE INDEX "offers_open_idx" ON "offers" USING btree ("expires_at") WHERE status IN ('pending', 'seen');--> statement-breakpoint
CREATE INDEX "offers_open_professional_idx" ON "offers" USING btree ("professional_id") WHERE status IN ('pending', 'seen');--> statement-breakpoint
CREATE UNIQUE INDEX "contracts_offer_key" ON "contracts" USING btree ("offer_id");--> statement-breakpoint
CREATE UNIQUE INDEX "contracts_one_alive_key" ON "contracts" USING btree ("case_id") WHERE status <> 'voided';--> statement-breakpoint
CREATE INDEX "contracts_client_idx" ON "contracts" USING btree ("client_id");--> statement-breakpoint
CREATE INDEX "contracts_professional_idx" ON "contracts" USING btree ("professional_id","created_at");--> statement-breakpoint
CREATE INDEX "contracts_status_idx" ON "contracts" USING btree ("status","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "reviews_contract_key" ON "reviews" USING btree ("contract_id");--> statement-breakpoint
CREATE INDEX "reviews_professional_idx" ON "reviews" USING btree ("professional_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "signatures_party_key" ON "signatures" USING btree ("contract_id","party");--> statement-breakpoint
CREATE INDEX "audit_subject_idx" ON "audit" USING btree ("subject","at");--> statement-breakpoint
CREATE INDEX "audit_at_idx" ON "audit" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "notifications_key_key" ON "notifications" USING btree ("key");--> statement-breakpoint
CREATE INDEX "notifications_user_idx" ON "notifications" USING btree ("user_id","created_at");--> statement-breakpoint
CREATE INDEX "notifications_created_idx" ON "notifications" USING btree ("created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "outbox_key_key" ON "outbox" USING btree ("key");--> statement-breakpoint
CREATE INDEX "outbox_pending_idx" ON "outbox" USING btree ("available_at") WHERE status = 'pending';--> statement-breakpoint
CREATE INDEX "outbox_status_idx" ON "outbox" USING btree ("status","created_at");