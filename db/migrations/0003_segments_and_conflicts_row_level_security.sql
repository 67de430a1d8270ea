grant select, insert, update (label, description, strategies, hidden, version, updated_at) on customer_segments to tierwise_app;
grant select, insert, update (text, version, updated_at) on playbook_texts to tierwise_app;
grant select, insert, update (
  status, triaged_at, proposals, resolution_number, closed_at, due_at, version
) on conflict_cases to tierwise_app;
grant select, insert on conflict_parties to tierwise_app;
grant select, insert on conflict_events to tierwise_app;
--> statement-breakpoint
do $$
declare
  owned text;
begin
  foreach owned in array array[
    'customer_segments', 'playbook_texts', 'conflict_cases', 'conflict_parties', 'conflict_events'
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
-- What happened in a conflict is evidence in it, so that not even the owner of the tables changes it.
create function tierwise_refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is only ever added to', tg_table_name using errcode = 'restrict_violation';
end
$$;
create trigger conflict_events_stay before update or delete on conflict_events
  for each row execute function tierwise_refuse_change();
create trigger conflict_events_are_kept before truncate on conflict_events
  for each statement execute function tierwise_refuse_change();
