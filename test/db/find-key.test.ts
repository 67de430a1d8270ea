import { eq } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { expect, test } from 'vitest';
import { accessKeys } from '../../db/tables/access.ts';
import { organizations } from '../../db/tables/organizations.ts';
import { testDatabase } from '../kit/database.ts';

async function keyOf(role: 'ADMIN' | 'DEALER') {
  const database = await testDatabase();
  const [organizationId, id, hash] = [uuid(), uuid(), `hash of ${uuid()}`];
  const at = new Date();
  await database.asOwner(async (tx) => {
    const brand = { id: organizationId, code: organizationId, name: 'Brand', defaultLocale: 'zhHans' as const };
    await tx.run((db) => db.insert(organizations).values({ ...brand, createdAt: at }));
    await tx.run((db) => db.insert(accessKeys).values({ organizationId, id, name: 'Ann', role, hash, createdAt: at }));
  });
  return { database, organizationId, id, hash };
}

test('a key is found by its hash, with its organization', async () => {
  const { database, organizationId, id, hash } = await keyOf('ADMIN');
  expect(await database.findKey(hash)).toEqual({
    organizationId,
    organizationCode: organizationId,
    organizationName: 'Brand',
    defaultLocale: 'zhHans',
    keyId: id,
    name: 'Ann',
    role: 'ADMIN',
    dealerId: null,
    trustedOnly: false,
    writes: [],
  });
});

test('an unknown key and a revoked one are found by nobody', async () => {
  const { database, id, hash } = await keyOf('ADMIN');
  expect(await database.findKey(`${hash}x`)).toBeNull();
  await database.asOwner((tx) =>
    tx.run((db) => db.update(accessKeys).set({ revokedAt: new Date() }).where(eq(accessKeys.id, id))),
  );
  expect(await database.findKey(hash)).toBeNull();
});

test("a dealer's key needs its dealer", async () => {
  await expect(keyOf('DEALER')).rejects.toMatchObject({
    kind: 'CHECK',
    constraint: 'access_keys_dealer_only_for_dealer',
  });
});
