CREATE TABLE "score_parameters" (
	"organization_id" uuid NOT NULL,
	"item" text NOT NULL,
	"values" jsonb NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"changed_by" uuid NOT NULL,
	CONSTRAINT "score_parameters_pk" PRIMARY KEY("organization_id","item")
);
--> statement-breakpoint
ALTER TABLE "score_parameters" ADD CONSTRAINT "score_parameters_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
grant select, insert, update ("values", changed_at, changed_by) on score_parameters to tierwise_app;
alter table score_parameters enable row level security;
create policy own_organization on score_parameters
  using (organization_id = (select nullif(current_setting('app.organization', true), '')::uuid));
