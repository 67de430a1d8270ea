import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { keysOfOrganization, organizationByCode } from '../../api/access/keys.queries.ts';
import { authenticate, giveKey, hashKey, type KeyRequest, newKey, takeBackKey } from '../../api/access/keys.ts';
import { roles } from '../../api/access/viewer.ts';
import type { Database } from '../../db/database.ts';
import { createTestApi, type TestApi } from '../kit/api.ts';

const at = new Date('2026-11-22T08:00:00.000Z');
let api: TestApi;
let database: Database;

beforeAll(async () => {
  api = await createTestApi();
  database = api.database;
});

const request = (given: Partial<KeyRequest> = {}): KeyRequest => ({
  organization: `keys-${randomUUID()}`,
  name: '艾克 (Acme)',
  locale: 'en',
  role: 'ADMIN',
  dealer: undefined,
  label: 'Ms Li, quality',
  ...given,
});
const organization = (code: string) => database.asOwner((owner) => organizationByCode(owner, code));

test('a key is 256 random bits behind a prefix', () => {
  expect(newKey()).toMatch(/^tw_[\w-]{43}$/);
  expect(newKey()).not.toBe(newKey());
});

test('of a key its SHA-256 alone is stored', async () => {
  expect(hashKey('demo-admin')).toBe('cce7a2cf1ae045989cfc914fb95a41526f167a838b3c7d33745143614abace7c');
  const { key, id, organization: made } = await giveKey(database, request(), at);
  const stored = await database.asOwner((owner) => keysOfOrganization(owner, made.id));
  expect(stored).toEqual([
    {
      organizationId: made.id,
      id,
      name: 'Ms Li, quality',
      role: 'ADMIN',
      dealerId: null,
      trustedOnly: false,
      hash: hashKey(key),
      createdAt: at,
      revokedAt: null,
    },
  ]);
});

test('the caller behind a key is found, with the language of the organization', async () => {
  const { key, id, organization: made, isNewOrganization } = await giveKey(database, request({ locale: 'zhHans' }), at);
  expect(isNewOrganization).toBe(true);
  expect(await authenticate(database)(key)).toEqual({
    organizationId: made.id,
    keyId: id,
    name: 'Ms Li, quality',
    role: 'ADMIN',
    dealerId: null,
    trustedOnly: false,
    defaultLocale: 'zhHans',
    writes: Array(8).fill(1),
  });
  expect(await authenticate(database)(`${key}x`)).toBeNull();
  expect(await authenticate(database)(hashKey(key))).toBeNull();
});

test('an organization that is there gets one more key, with or without its name', async () => {
  const first = await giveKey(database, request(), at);
  const { code } = first.organization;
  const second = await giveKey(database, request({ organization: code, name: undefined, role: 'AUDITOR' }), at);
  const third = await giveKey(database, request({ organization: code }), at);
  expect([second, third].map((given) => [given.organization.id, given.isNewOrganization])).toEqual([
    [first.organization.id, false],
    [first.organization.id, false],
  ]);
});

test('a dealer key speaks for the dealer of its organization', async () => {
  const brand = await api.seed.organization();
  const { code } = await brand.dealer();
  const given = await giveKey(
    database,
    request({ organization: brand.code, name: undefined, role: 'DEALER', dealer: code }),
    at,
  );
  const viewer = await authenticate(database)(given.key);
  const { data } = await api.as(given.key).send('{ viewer { role dealer { code } } }');
  expect(viewer?.organizationId).toBe(brand.id);
  expect(data).toEqual({ viewer: { role: 'DEALER', dealer: { code } } });
});

test.each(roles)('a key of role %s opens nothing if the dealer does not go with the role', async (role) => {
  const brand = { organizationId: randomUUID(), organizationCode: 'acme', organizationName: 'Acme' };
  const key = {
    ...brand,
    defaultLocale: 'en',
    keyId: randomUUID(),
    name: 'Ms Li',
    role,
    trustedOnly: false,
    writes: [],
  } as const;
  const opens = async (dealerId: string | null) =>
    (await authenticate({ findKey: async () => ({ ...key, dealerId }) })('tw_any')) !== null;

  expect(await opens(null)).toBe(role !== 'DEALER');
  expect(await opens(randomUUID())).toBe(role === 'DEALER');
});

test.each<[string, Partial<KeyRequest>, string]>([
  [
    'a new organization without a name',
    { organization: 'keys-nameless', name: undefined },
    "There is no organization keys-nameless yet; to make it, give its name too: --name 'Acme'.",
  ],
  [
    'a dealer that the organization does not have',
    { organization: 'keys-dealerless', role: 'DEALER', dealer: 'AP-1' },
    'The organization keys-dealerless has no dealer with the code AP-1.',
  ],
  [
    'a code that is none',
    { organization: 'a~b' },
    '--organization: A code has letters, digits and . _ - / only, and begins with a letter or digit.',
  ],
  [
    'a blank label',
    { organization: 'keys-blank', label: ' ' },
    '--label: A text is wanted here, at least one character.',
  ],
  [
    'a name that is too long',
    { organization: 'keys-long', name: 'x'.repeat(201) },
    '--name: The text has 201 characters; at most 200 are allowed.',
  ],
])('%s is refused, and nothing is made', async (_, given, sentence) => {
  const asked = request(given);
  await expect(giveKey(database, asked, at)).rejects.toThrow(sentence);
  expect(await organization(asked.organization)).toBeUndefined();
});

test('a name that another organization of the code has is refused, and no key is made', async () => {
  const { organization: made } = await giveKey(database, request(), at);
  await expect(giveKey(database, request({ organization: made.code, name: 'Acme Ltd' }), at)).rejects.toThrow(
    `The organization ${made.code} exists already and is named '艾克 (Acme)'; leave out --name, or choose another code.`,
  );
  expect(await database.asOwner((owner) => keysOfOrganization(owner, made.id))).toHaveLength(1);
});

test.each([
  ['itself', (given: { key: string; id: string }) => given.key],
  ['its id', (given: { key: string; id: string }) => given.id],
  ['its id in capitals', (given: { key: string; id: string }) => given.id.toUpperCase()],
])('a key taken back by %s opens nothing, and its organization keeps the others', async (_, named) => {
  const given = await giveKey(database, request(), at);
  const { code } = given.organization;
  const other = await giveKey(database, request({ organization: code, role: 'AUDITOR' }), at);
  const taken = { id: given.id, name: 'Ms Li, quality', role: 'ADMIN', organizationCode: code };

  expect(await takeBackKey(database, named(given), at)).toEqual([{ ...taken, revokedAt: null }]);
  const later = new Date('2026-11-23T08:00:00.000Z');
  expect(await takeBackKey(database, named(given), later)).toEqual([{ ...taken, revokedAt: at }]);
  expect(await authenticate(database)(given.key)).toBeNull();
  expect((await authenticate(database)(other.key))?.keyId).toBe(other.id);
});

test('a text that is no key is refused', async () => {
  await expect(takeBackKey(database, 'tw_unknown', at)).rejects.toThrow('No key is this text or has this id.');
  await expect(takeBackKey(database, randomUUID(), at)).rejects.toThrow('No key is this text or has this id.');
});
