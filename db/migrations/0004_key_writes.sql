CREATE TABLE "key_writes" (
	"organization_id" uuid NOT NULL,
	"key_id" uuid NOT NULL,
	"count" bigint NOT NULL,
	CONSTRAINT "key_writes_pk" PRIMARY KEY("organization_id","key_id")
);
--> statement-breakpoint
ALTER TABLE "key_writes" ADD CONSTRAINT "key_writes_key" FOREIGN KEY ("organization_id","key_id") REFERENCES "public"."access_keys"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- Being given a key counts as its first write, so that a replica which has not heard of the key yet answers nobody with it.
insert into key_writes (organization_id, key_id, count) select organization_id, id, 1 from access_keys;
--> statement-breakpoint
grant select, update (count) on key_writes to tierwise_app;
alter table key_writes enable row level security;
create policy own_organization on key_writes
  using (organization_id = (select nullif(current_setting('app.organization', true), '')::uuid));
--> statement-breakpoint
-- Said on a replica as the first word of a transaction: it fails unless all that the caller wrote is in its snapshot.
create function tierwise_require_writes(caller uuid, wanted bigint) returns void
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
begin
  if not exists (
    select from public.key_writes
    where organization_id = nullif(current_setting('app.organization', true), '')::uuid
      and key_id = caller and count >= wanted
  ) then
    raise exception 'the replica lacks what key % wrote', caller using errcode = 'TW001';
  end if;
end
$$;
--> statement-breakpoint
-- The one question asked before an organization is known, now with how often the caller has written.
drop function tierwise_find_key(text);
create function tierwise_find_key(key_hash text)
returns table (
  organization_id uuid, organization_code text, organization_name text, default_locale text,
  key_id uuid, name text, role text, dealer_id uuid, writes bigint
)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select o.id, o.code, o.name, o.default_locale, k.id, k.name, k.role, k.dealer_id, coalesce(w.count, 0)
  from public.access_keys k
  join public.organizations o on o.id = k.organization_id
  left join public.key_writes w on w.organization_id = k.organization_id and w.key_id = k.id
  where k.hash = key_hash and k.revoked_at is null
  order by k.created_at
  limit 1
$$;
revoke all on function tierwise_find_key(text) from public;
grant execute on function tierwise_find_key(text) to tierwise_app;
