import { and, eq, isNull, or } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import type { Unit } from '../../db/database.ts';
import { accessKeys, keyWrites, writePlaces } from '../../db/tables/access.ts';
import { dealers } from '../../db/tables/network.ts';
import { organizations } from '../../db/tables/organizations.ts';

// The API's own role cannot read keys or make organizations: every unit here is the owner's.

export type OrganizationEntry = typeof organizations.$inferSelect;
export type KeyEntry = typeof accessKeys.$inferSelect;

export async function organizationByCode(owner: Unit, code: string): Promise<OrganizationEntry | undefined> {
  const [found] = await owner.run((db) => db.select().from(organizations).where(eq(organizations.code, code)));
  return found;
}

/** Undefined where the code is taken. */
export async function insertOrganization(
  owner: Unit,
  of: Pick<OrganizationEntry, 'code' | 'name' | 'defaultLocale' | 'createdAt'>,
): Promise<OrganizationEntry | undefined> {
  const [made] = await owner.run((db) =>
    db
      .insert(organizations)
      .values({ id: uuid(), ...of })
      .onConflictDoNothing({ target: organizations.code })
      .returning(),
  );
  return made;
}

export async function dealerIdByCode(owner: Unit, organizationId: string, code: string): Promise<string | undefined> {
  const [found] = await owner.run((db) =>
    db
      .select({ id: dealers.id })
      .from(dealers)
      .where(and(eq(dealers.organizationId, organizationId), eq(dealers.code, code))),
  );
  return found?.id;
}

/** Adds a key unless the organization has one of this hash already. Being given is the first that counts as its write. */
export async function insertKey(owner: Unit, row: Omit<typeof accessKeys.$inferInsert, 'revokedAt'>): Promise<void> {
  const { organizationId, id: keyId } = row;
  const made = await owner.run((db) =>
    db
      .insert(accessKeys)
      .values(row)
      .onConflictDoNothing({ target: [accessKeys.organizationId, accessKeys.hash] })
      .returning({ id: accessKeys.id }),
  );
  const counts = Array.from({ length: writePlaces }, (_, i) => ({ organizationId, keyId, place: i + 1, count: 1 }));
  if (made.length > 0) await owner.run((db) => db.insert(keyWrites).values(counts));
}

export const keysOfOrganization = (owner: Unit, organizationId: string): Promise<KeyEntry[]> =>
  owner.run((db) => db.select().from(accessKeys).where(eq(accessKeys.organizationId, organizationId)));

export type NamedKey = Pick<KeyEntry, 'id' | 'name' | 'role' | 'revokedAt'> & { readonly organizationCode: string };

/** The key with this id or hash, whether it is revoked or not; the same text may be a key in several organizations. */
export const keysByIdOrHash = (owner: Unit, id: string | null, hash: string): Promise<NamedKey[]> =>
  owner.run((db) =>
    db
      .select({
        id: accessKeys.id,
        name: accessKeys.name,
        role: accessKeys.role,
        revokedAt: accessKeys.revokedAt,
        organizationCode: organizations.code,
      })
      .from(accessKeys)
      .innerJoin(organizations, eq(organizations.id, accessKeys.organizationId))
      .where(or(eq(accessKeys.hash, hash), id === null ? undefined : eq(accessKeys.id, id)))
      .orderBy(accessKeys.createdAt, accessKeys.id),
  );

export const revokeKeyRow = (owner: Unit, id: string, at: Date): Promise<unknown> =>
  owner.run((db) =>
    db
      .update(accessKeys)
      .set({ revokedAt: at })
      .where(and(eq(accessKeys.id, id), isNull(accessKeys.revokedAt))),
  );
