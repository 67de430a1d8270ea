CREATE TABLE "conflict_cases" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"number" integer NOT NULL,
	"title" text NOT NULL,
	"description" text NOT NULL,
	"subject" text NOT NULL,
	"structure" text NOT NULL,
	"structure_reason" jsonb NOT NULL,
	"causes" text[] NOT NULL,
	"tags" jsonb NOT NULL,
	"impacts" jsonb NOT NULL,
	"status" text NOT NULL,
	"opened_by" text NOT NULL,
	"opened_by_key" uuid NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"triaged_at" timestamp (3) with time zone,
	"proposals" integer NOT NULL,
	"resolution_number" integer,
	"closed_at" timestamp (3) with time zone,
	"due_at" timestamp (3) with time zone,
	"version" integer NOT NULL,
	CONSTRAINT "conflict_cases_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "conflict_cases_number" UNIQUE("organization_id","number")
);
--> statement-breakpoint
CREATE TABLE "conflict_events" (
	"organization_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor" text NOT NULL,
	"actor_key" uuid NOT NULL,
	"actor_dealer_id" uuid,
	"from_status" text,
	"to_status" text NOT NULL,
	"note" text,
	"visibility" text NOT NULL,
	"evidence" jsonb,
	"proposal" integer,
	"terms" text,
	"party_id" uuid,
	"answer" text,
	"outcome" text,
	"strategies" json,
	"orders" json,
	"resolution_number" integer,
	"order_number" integer,
	"order_fate" text,
	CONSTRAINT "conflict_events_pk" PRIMARY KEY("organization_id","case_id","number")
);
--> statement-breakpoint
CREATE TABLE "conflict_parties" (
	"organization_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"dealer_id" uuid NOT NULL,
	"role" text NOT NULL,
	"position" integer NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "conflict_parties_pk" PRIMARY KEY("organization_id","case_id","dealer_id")
);
--> statement-breakpoint
CREATE TABLE "customer_segments" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"code" text NOT NULL,
	"label" jsonb NOT NULL,
	"description" jsonb NOT NULL,
	"strategies" jsonb NOT NULL,
	"hidden" boolean NOT NULL,
	"version" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "customer_segments_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "customer_segments_code" UNIQUE("organization_id","code")
);
--> statement-breakpoint
CREATE TABLE "playbook_texts" (
	"organization_id" uuid NOT NULL,
	"segment_code" text NOT NULL,
	"key" text NOT NULL,
	"stage" text NOT NULL,
	"detail" text NOT NULL,
	"text" jsonb,
	"version" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "playbook_texts_pk" PRIMARY KEY("organization_id","segment_code","key")
);
--> statement-breakpoint
ALTER TABLE "conflict_cases" ADD CONSTRAINT "conflict_cases_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflict_events" ADD CONSTRAINT "conflict_events_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflict_events" ADD CONSTRAINT "conflict_events_case" FOREIGN KEY ("organization_id","case_id") REFERENCES "public"."conflict_cases"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflict_events" ADD CONSTRAINT "conflict_events_party" FOREIGN KEY ("organization_id","party_id") REFERENCES "public"."dealers"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflict_parties" ADD CONSTRAINT "conflict_parties_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflict_parties" ADD CONSTRAINT "conflict_parties_case" FOREIGN KEY ("organization_id","case_id") REFERENCES "public"."conflict_cases"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflict_parties" ADD CONSTRAINT "conflict_parties_dealer" FOREIGN KEY ("organization_id","dealer_id") REFERENCES "public"."dealers"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_segments" ADD CONSTRAINT "customer_segments_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "playbook_texts" ADD CONSTRAINT "playbook_texts_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "conflict_cases_newest" ON "conflict_cases" USING btree ("organization_id","opened_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "conflict_cases_due" ON "conflict_cases" USING btree ("organization_id","due_at") WHERE "conflict_cases"."due_at" is not null;--> statement-breakpoint
CREATE INDEX "conflict_cases_closed" ON "conflict_cases" USING btree ("organization_id","closed_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE "conflict_cases"."status" = 'CLOSED';--> statement-breakpoint
CREATE UNIQUE INDEX "conflict_events_one_answer" ON "conflict_events" USING btree ("organization_id","case_id","proposal","party_id") WHERE "conflict_events"."kind" = 'PROPOSAL_ANSWERED';--> statement-breakpoint
CREATE INDEX "conflict_parties_of_dealer" ON "conflict_parties" USING btree ("organization_id","dealer_id","opened_at" DESC NULLS FIRST,"case_id" DESC NULLS FIRST);