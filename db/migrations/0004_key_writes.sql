CREATE TABLE "key_writes" (
	"organization_id" uuid NOT NULL,
	"key_id" uuid NOT NULL,
	"place" integer NOT NULL,
	"count" bigint NOT NULL,
	CONSTRAINT "key_writes_pk" PRIMARY KEY("organization_id","key_id","place")
);
--> statement-breakpoint
ALTER TABLE "key_writes" ADD CONSTRAINT "key_writes_key" FOREIGN KEY ("organization_id","key_id") REFERENCES "public"."access_keys"("organization_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
-- Being given a key counts as its first write, so that a replica which has not heard of the key yet answers nobody with it.
insert into key_writes (organization_id, key_id, place, count)
  select organization_id, id, place, 1 from access_keys, generate_series(1, 8) place;
--> statement-breakpoint
grant select, update (count) on key_writes to tierwise_app;
alter table key_writes enable row level security;
create policy own_organization on key_writes
  using (organization_id = (select nullif(current_setting('app.organization', true), '')::uuid));
--> statement-breakpoint
-- The one question asked before an organization is known, now with how often the caller has written.
drop function tierwise_find_key(text);
create function tierwise_find_key(key_hash text)
returns table (
  organization_id uuid, organization_code text, organization_name text, default_locale text,
  key_id uuid, name text, role text, dealer_id uuid, writes bigint[]
)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select o.id, o.code, o.name, o.default_locale, k.id, k.name, k.role, k.dealer_id,
    array(select w.count from public.key_writes w where w.organization_id = o.id and w.key_id = k.id order by w.place)
  from public.access_keys k
  join public.organizations o on o.id = k.organization_id
  where k.hash = key_hash and k.revoked_at is null
  order by k.created_at
  limit 1
$$;
revoke all on function tierwise_find_key(text) from public;
grant execute on function tierwise_find_key(text) to tierwise_app;
