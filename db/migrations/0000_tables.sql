CREATE TABLE "access_keys" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"dealer_id" uuid,
	"hash" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "access_keys_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "access_keys_hash_in_organization" UNIQUE("organization_id","hash"),
	CONSTRAINT "access_keys_dealer_only_for_dealer" CHECK (("access_keys"."role" = 'DEALER') = ("access_keys"."dealer_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "audit_entries" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor" text NOT NULL,
	"actor_key" uuid NOT NULL,
	"action" text NOT NULL,
	"object_id" uuid,
	"input" jsonb,
	CONSTRAINT "audit_entries_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "assessments" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"dealer_id" uuid NOT NULL,
	"outlet_id" uuid,
	"rubric_id" uuid NOT NULL,
	"rubric_version_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"period" text NOT NULL,
	"assessor" text NOT NULL,
	"hands" uuid[] NOT NULL,
	"answers" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"outcome" json,
	"grade_id" uuid,
	"withdrawn_reason" text,
	"started_at" timestamp (3) with time zone NOT NULL,
	"submitted_at" timestamp (3) with time zone,
	"withdrawn_at" timestamp (3) with time zone,
	"version" integer NOT NULL,
	CONSTRAINT "assessments_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "grades" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"dealer_id" uuid NOT NULL,
	"outlet_id" uuid,
	"rubric_id" uuid NOT NULL,
	"rubric_version_id" uuid NOT NULL,
	"assessment_id" uuid NOT NULL,
	"status" text NOT NULL,
	"tier_code" text NOT NULL,
	"score" numeric(5, 2) NOT NULL,
	"outcome" json NOT NULL,
	"answers" json NOT NULL,
	"composition" jsonb NOT NULL,
	"content_hash" text NOT NULL,
	"valid_from" timestamp (3) with time zone NOT NULL,
	"valid_to" timestamp (3) with time zone,
	"published_by" text NOT NULL,
	"published_by_key" uuid NOT NULL,
	"supersedes_id" uuid,
	CONSTRAINT "grades_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "grades_assessment" UNIQUE("organization_id","assessment_id")
);
--> statement-breakpoint
CREATE TABLE "dealer_class_assignments" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"dealer_id" uuid NOT NULL,
	"class" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"reason" text NOT NULL,
	"decided_by" text NOT NULL,
	"decided_by_key" uuid NOT NULL,
	"decided_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "dealer_class_assignments_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "dealer_class_assignments_valid_from" UNIQUE("organization_id","dealer_id","valid_from"),
	CONSTRAINT "dealer_class_assignments_valid_to_after_from" CHECK ("dealer_class_assignments"."valid_to" > "dealer_class_assignments"."valid_from")
);
--> statement-breakpoint
CREATE TABLE "dealers" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"code" text collate "C" NOT NULL,
	"name" text collate "C" NOT NULL,
	"search_text" text NOT NULL,
	"roles" text[] NOT NULL,
	"status" text NOT NULL,
	"channel" text NOT NULL,
	"industries" text[] NOT NULL,
	"territory_id" uuid,
	"upstream_id" uuid,
	"tier_code" text,
	"score" double precision,
	"version" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "dealers_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "dealers_code" UNIQUE("organization_id","code")
);
--> statement-breakpoint
CREATE TABLE "outlets" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"dealer_id" uuid NOT NULL,
	"code" text collate "C" NOT NULL,
	"name" text NOT NULL,
	"search_text" text NOT NULL,
	"kind" text NOT NULL,
	"industries" text[] NOT NULL,
	"territory_id" uuid,
	"address" text,
	"latitude" double precision,
	"longitude" double precision,
	"version" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "outlets_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "outlets_code" UNIQUE("organization_id","dealer_id","code")
);
--> statement-breakpoint
CREATE TABLE "territories" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"code" text collate "C" NOT NULL,
	"name" text NOT NULL,
	"parent_id" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "territories_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "territories_code" UNIQUE("organization_id","code")
);
--> statement-breakpoint
CREATE TABLE "organizations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text collate "C" NOT NULL,
	"name" text NOT NULL,
	"default_locale" text NOT NULL,
	"demo_ready_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "organizations_code" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "plugin_settings" (
	"organization_id" uuid NOT NULL,
	"name" text NOT NULL,
	"enabled" boolean NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"changed_by" uuid NOT NULL,
	CONSTRAINT "plugin_settings_pk" PRIMARY KEY("organization_id","name")
);
--> statement-breakpoint
CREATE TABLE "rubric_versions" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"rubric_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"status" text NOT NULL,
	"effective_from" date,
	"content" jsonb NOT NULL,
	"composition" jsonb NOT NULL,
	"content_hash" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "rubric_versions_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "rubric_versions_number" UNIQUE("organization_id","rubric_id","number")
);
--> statement-breakpoint
CREATE TABLE "rubrics" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"key" text collate "C" NOT NULL,
	"label" jsonb NOT NULL,
	"direction" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "rubrics_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "rubrics_key" UNIQUE("organization_id","key")
);
--> statement-breakpoint
ALTER TABLE "access_keys" ADD CONSTRAINT "access_keys_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_keys" ADD CONSTRAINT "access_keys_dealer" FOREIGN KEY ("organization_id","dealer_id") REFERENCES "public"."dealers"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_entries" ADD CONSTRAINT "audit_entries_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_dealer" FOREIGN KEY ("organization_id","dealer_id") REFERENCES "public"."dealers"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_outlet" FOREIGN KEY ("organization_id","outlet_id") REFERENCES "public"."outlets"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_rubric_fk" FOREIGN KEY ("organization_id","rubric_id") REFERENCES "public"."rubrics"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_rubric_version" FOREIGN KEY ("organization_id","rubric_version_id") REFERENCES "public"."rubric_versions"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grades" ADD CONSTRAINT "grades_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grades" ADD CONSTRAINT "grades_dealer" FOREIGN KEY ("organization_id","dealer_id") REFERENCES "public"."dealers"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grades" ADD CONSTRAINT "grades_outlet" FOREIGN KEY ("organization_id","outlet_id") REFERENCES "public"."outlets"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grades" ADD CONSTRAINT "grades_rubric" FOREIGN KEY ("organization_id","rubric_id") REFERENCES "public"."rubrics"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grades" ADD CONSTRAINT "grades_rubric_version" FOREIGN KEY ("organization_id","rubric_version_id") REFERENCES "public"."rubric_versions"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grades" ADD CONSTRAINT "grades_assessment_fk" FOREIGN KEY ("organization_id","assessment_id") REFERENCES "public"."assessments"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grades" ADD CONSTRAINT "grades_supersedes" FOREIGN KEY ("organization_id","supersedes_id") REFERENCES "public"."grades"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dealer_class_assignments" ADD CONSTRAINT "dealer_class_assignments_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dealer_class_assignments" ADD CONSTRAINT "dealer_class_assignments_dealer" FOREIGN KEY ("organization_id","dealer_id") REFERENCES "public"."dealers"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dealers" ADD CONSTRAINT "dealers_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dealers" ADD CONSTRAINT "dealers_territory_fk" FOREIGN KEY ("organization_id","territory_id") REFERENCES "public"."territories"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dealers" ADD CONSTRAINT "dealers_upstream_fk" FOREIGN KEY ("organization_id","upstream_id") REFERENCES "public"."dealers"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outlets" ADD CONSTRAINT "outlets_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outlets" ADD CONSTRAINT "outlets_dealer" FOREIGN KEY ("organization_id","dealer_id") REFERENCES "public"."dealers"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outlets" ADD CONSTRAINT "outlets_territory_fk" FOREIGN KEY ("organization_id","territory_id") REFERENCES "public"."territories"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "territories" ADD CONSTRAINT "territories_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "territories" ADD CONSTRAINT "territories_parent_fk" FOREIGN KEY ("organization_id","parent_id") REFERENCES "public"."territories"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plugin_settings" ADD CONSTRAINT "plugin_settings_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rubric_versions" ADD CONSTRAINT "rubric_versions_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rubric_versions" ADD CONSTRAINT "rubric_versions_rubric" FOREIGN KEY ("organization_id","rubric_id") REFERENCES "public"."rubrics"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rubrics" ADD CONSTRAINT "rubrics_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "access_keys_hash" ON "access_keys" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "audit_entries_by_time" ON "audit_entries" USING btree ("organization_id","at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "assessments_one_per_period" ON "assessments" USING btree ("organization_id","dealer_id",coalesce("outlet_id", '00000000-0000-0000-0000-000000000000'::uuid),"rubric_id","kind","period") WHERE "assessments"."status" <> 'WITHDRAWN';--> statement-breakpoint
CREATE INDEX "assessments_newest" ON "assessments" USING btree ("organization_id","started_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "assessments_of_dealer" ON "assessments" USING btree ("organization_id","dealer_id","started_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "assessments_of_outlet" ON "assessments" USING btree ("organization_id","outlet_id","started_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "assessments_rubric" ON "assessments" USING btree ("organization_id","rubric_id");--> statement-breakpoint
CREATE UNIQUE INDEX "grades_one_in_force" ON "grades" USING btree ("organization_id","dealer_id",coalesce("outlet_id", '00000000-0000-0000-0000-000000000000'::uuid),"rubric_id") WHERE "grades"."status" = 'IN_FORCE';--> statement-breakpoint
CREATE INDEX "grades_in_force_of_outlet" ON "grades" USING btree ("organization_id","outlet_id") WHERE "grades"."status" = 'IN_FORCE';--> statement-breakpoint
CREATE INDEX "grades_history" ON "grades" USING btree ("organization_id","dealer_id","outlet_id","rubric_id","valid_from" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "dealer_class_assignments_class" ON "dealer_class_assignments" USING btree ("organization_id","class");--> statement-breakpoint
CREATE INDEX "dealers_by_name" ON "dealers" USING btree ("organization_id","name","id");--> statement-breakpoint
CREATE INDEX "dealers_by_creation" ON "dealers" USING btree ("organization_id","created_at","id");--> statement-breakpoint
CREATE INDEX "dealers_by_score_descending" ON "dealers" USING btree ("organization_id",(coalesce("score", -1)),"id");--> statement-breakpoint
CREATE INDEX "dealers_by_score_ascending" ON "dealers" USING btree ("organization_id",(coalesce("score", 101)),"id");--> statement-breakpoint
CREATE INDEX "dealers_upstream" ON "dealers" USING btree ("organization_id","upstream_id","code");--> statement-breakpoint
CREATE INDEX "dealers_territory" ON "dealers" USING btree ("organization_id","territory_id");--> statement-breakpoint
CREATE INDEX "outlets_by_code" ON "outlets" USING btree ("organization_id","code","id");--> statement-breakpoint
CREATE INDEX "outlets_territory" ON "outlets" USING btree ("organization_id","territory_id");--> statement-breakpoint
CREATE INDEX "territories_parent" ON "territories" USING btree ("organization_id","parent_id");--> statement-breakpoint
CREATE UNIQUE INDEX "rubric_versions_one_published" ON "rubric_versions" USING btree ("organization_id","rubric_id") WHERE "rubric_versions"."status" = 'PUBLISHED';