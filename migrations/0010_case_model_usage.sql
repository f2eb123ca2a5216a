CREATE TABLE "case_model_usage" (
	"case_id" text NOT NULL,
	"key" text NOT NULL,
	"provider" text NOT NULL,
	"model" text NOT NULL,
	"role" text NOT NULL,
	"calls" integer NOT NULL,
	"answered" integer NOT NULL,
	"input_tokens" integer NOT NULL,
	"cached_input_tokens" integer NOT NULL,
	"output_tokens" integer NOT NULL,
	"ms" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "case_model_usage_case_id_key_provider_model_role_pk" PRIMARY KEY("case_id","key","provider","model","role"),
	CONSTRAINT "case_model_usage_counts_check" CHECK (calls > 0 AND answered BETWEEN 0 AND calls AND input_tokens >= 0 AND output_tokens >= 0 AND cached_input_tokens BETWEEN 0 AND input_tokens AND ms >= 0)
);
--> statement-breakpoint
ALTER TABLE "case_model_usage" ADD CONSTRAINT "case_model_usage_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE cascade ON UPDATE no action;