ALTER TABLE "access_keys" ADD COLUMN "trusted_only" boolean DEFAULT false NOT NULL;
--> statement-breakpoint
-- What a function returns cannot be changed, so that it is made anew.
drop function tierwise_find_key(text);
create function tierwise_find_key(key_hash text)
returns table (
  organization_id uuid, organization_code text, organization_name text, default_locale text,
  key_id uuid, name text, role text, dealer_id uuid, trusted_only boolean, writes bigint[]
)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select o.id, o.code, o.name, o.default_locale, k.id, k.name, k.role, k.dealer_id, k.trusted_only,
    array(select w.count from public.key_writes w where w.organization_id = o.id and w.key_id = k.id order by w.place)
  from public.access_keys k
  join public.organizations o on o.id = k.organization_id
  where k.hash = key_hash and k.revoked_at is null
  order by k.created_at
  limit 1
$$;
revoke all on function tierwise_find_key(text) from public;
grant execute on function tierwise_find_key(text) to tierwise_app;
