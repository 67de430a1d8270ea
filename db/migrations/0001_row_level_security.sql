-- The grade of an assessment: added here because the two tables refer to each other.
alter table assessments add constraint assessments_grade
  foreign key (organization_id, grade_id) references grades (organization_id, id);
--> statement-breakpoint
grant usage on schema public to tierwise_app;
--> statement-breakpoint
-- The role gets what the operations need and no more: nothing is ever deleted, history is only added to,
-- and of what is frozen only the state may move. Keys are read through tierwise_find_key alone.
grant select, update (demo_ready_at) on organizations to tierwise_app;
grant select, insert on territories to tierwise_app;
grant select, insert, update (
  name, search_text, roles, status, channel, industries, territory_id, upstream_id, tier_code, score, version, updated_at
) on dealers to tierwise_app;
grant select, insert, update (valid_to) on dealer_class_assignments to tierwise_app;
grant select, insert, update (
  name, search_text, kind, industries, territory_id, address, latitude, longitude, version, updated_at
) on outlets to tierwise_app;
grant select, insert, update (enabled, changed_at, changed_by) on plugin_settings to tierwise_app;
grant select, insert, update (label, direction) on rubrics to tierwise_app;
grant select, insert, update (status, effective_from) on rubric_versions to tierwise_app;
grant select, insert, update (
  status, hands, answers, outcome, grade_id, withdrawn_reason, submitted_at, withdrawn_at, version
) on assessments to tierwise_app;
grant select, insert, update (status, valid_to) on grades to tierwise_app;
grant select, insert on audit_entries to tierwise_app;
--> statement-breakpoint
-- Where no organization is set the comparison is with null, so no row is seen and none can be written.
alter table organizations enable row level security;
create policy own_organization on organizations
  using (id = (select nullif(current_setting('app.organization', true), '')::uuid));
--> statement-breakpoint
do $$
declare
  owned text;
begin
  foreach owned in array array[
    'access_keys', 'territories', 'dealers', 'dealer_class_assignments', 'outlets', 'plugin_settings',
    'rubrics', 'rubric_versions', 'assessments', 'grades', 'audit_entries'
  ] loop
    execute format('alter table %I enable row level security', owned);
    execute format(
      'create policy own_organization on %I using (organization_id = (select nullif(current_setting(%L, true), %L)::uuid))',
      owned, 'app.organization', ''
    );
  end loop;
end
$$;
--> statement-breakpoint
-- The one question asked before an organization is known: whose key is this?
create function tierwise_find_key(key_hash text)
returns table (
  organization_id uuid, organization_code text, organization_name text, default_locale text,
  key_id uuid, name text, role text, dealer_id uuid
)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select o.id, o.code, o.name, o.default_locale, k.id, k.name, k.role, k.dealer_id
  from public.access_keys k join public.organizations o on o.id = k.organization_id
  where k.hash = key_hash and k.revoked_at is null
  order by k.created_at
  limit 1
$$;
revoke all on function tierwise_find_key(text) from public;
grant execute on function tierwise_find_key(text) to tierwise_app;
