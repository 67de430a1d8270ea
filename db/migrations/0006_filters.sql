CREATE INDEX "conflict_cases_status" ON "conflict_cases" USING btree ("organization_id","status");--> statement-breakpoint
CREATE INDEX "conflict_cases_subject" ON "conflict_cases" USING btree ("organization_id","subject");--> statement-breakpoint
CREATE INDEX "conflict_cases_structure" ON "conflict_cases" USING btree ("organization_id","structure");--> statement-breakpoint
CREATE INDEX "assessments_kind" ON "assessments" USING btree ("organization_id","kind");--> statement-breakpoint
CREATE INDEX "assessments_status" ON "assessments" USING btree ("organization_id","status");--> statement-breakpoint
CREATE INDEX "assessments_period" ON "assessments" USING btree ("organization_id","period");--> statement-breakpoint
CREATE INDEX "dealers_status" ON "dealers" USING btree ("organization_id","status");--> statement-breakpoint
CREATE INDEX "dealers_channel" ON "dealers" USING btree ("organization_id","channel");--> statement-breakpoint
CREATE INDEX "dealers_tier" ON "dealers" USING btree ("organization_id","tier_code");--> statement-breakpoint
CREATE INDEX "outlets_kind" ON "outlets" USING btree ("organization_id","kind");