import { eq } from 'drizzle-orm';
import type { Unit } from '../../db/database.ts';
import { organization, statement } from '../../db/statement.ts';
import { organizations } from '../../db/tables/organizations.ts';

export type OrganizationRow = Pick<typeof organizations.$inferSelect, 'id' | 'code' | 'name' | 'defaultLocale'>;

/** The organization of the unit of work. */
export const ownOrganization = statement('ownOrganization', (db) =>
  db
    .select({
      id: organizations.id,
      code: organizations.code,
      name: organizations.name,
      defaultLocale: organizations.defaultLocale,
    })
    .from(organizations)
    .where(eq(organizations.id, organization)),
);

/** Every organization of the installation: for the owner's unit at the start only. */
export const organizationIds = async (owner: Unit): Promise<string[]> =>
  (await owner.run((db) => db.select({ id: organizations.id }).from(organizations))).map(({ id }) => id);
