import { v7 as uuid } from 'uuid';
import type { Database, Unit } from '../db/database.ts';
import { DatabaseError } from '../db/errors.ts';
import { demo } from '../db/seed/demo.ts';
import { demo2 } from '../db/seed/demo2.ts';
import type { BrandSeed } from '../db/seed/shape.ts';
import {
  dealerIdByCode,
  insertKey,
  insertOrganization,
  keysOfOrganization,
  type OrganizationEntry,
  organizationByCode,
} from './access/keys.queries.ts';
import { hashKey } from './access/keys.ts';
import { type Role, roles, type Viewer } from './access/viewer.ts';
import { claimDemo } from './demo/demo.queries.ts';
import { playAssessments } from './demo-assessments.ts';
import { playConflicts } from './demo-conflicts.ts';
import { type DemoStage, playNetwork } from './demo-network.ts';
import { syncRubrics } from './grading/syncRubrics.ts';
import type { InstalledPlugins } from './shared/context.ts';
import { workWithin } from './shared/work.ts';

const brands: readonly BrandSeed[] = [demo, demo2];

const suffixes: { readonly [Of in Role]: string } = {
  ADMIN: 'admin',
  CHANNEL_MANAGER: 'manager',
  ASSESSOR: 'assessor',
  DEALER: 'dealer',
  AUDITOR: 'auditor',
};

const demoKey = ({ code }: BrandSeed, role: Role): string => `${code}-${suffixes[role]}`;

/** Known to everyone, and printed at the start. */
export const demoKeys: readonly string[] = brands.flatMap((brand) => roles.map((role) => demoKey(brand, role)));

/** The key that examples are written for. */
export const demoManager = demoKey(demo, 'CHANNEL_MANAGER');

/** Plays each demo brand into the database unless it is there; each is made whole or not at all. */
export async function seedDemo(
  database: Database,
  plugins: InstalledPlugins,
  now: Date,
  of: readonly BrandSeed[] = brands,
): Promise<void> {
  for (const brand of of) await seedBrand(database, plugins, brand, now);
}

async function seedBrand(database: Database, plugins: InstalledPlugins, brand: BrandSeed, now: Date): Promise<void> {
  const dealerKeyId = uuid();
  const admit = () => database.asOwner((owner) => admitBrand(owner, brand, dealerKeyId, now));
  const { organization, keyIds } = await admit();
  if (organization.demoReadyAt) return;

  const scope = { organizationId: organization.id, mode: 'write' } as const;
  const people = peopleOf(brand, organization, keyIds);
  await patiently(() =>
    database.unit(scope, async (tx) => {
      if (!(await claimDemo(tx, now))) return;
      await syncRubrics(tx, plugins, earlier(rubricsFrom, now));
      const stage = stageFor(tx, brand, plugins, people, now);
      const network = await playNetwork(stage);
      await playAssessments(stage, network, tx);
      await playConflicts(stage, network);
    }),
  );
  await admit();
}

const rubricsFrom = new Date('2026-07-01T00:00:00Z');
const earlier = (a: Date, b: Date): Date => (a < b ? a : b);

/** Makes the organization and the keys that it lacks; that of the dealer once its dealer is there. */
async function admitBrand(owner: Unit, brand: BrandSeed, dealerKeyId: string, now: Date) {
  const { code, name, defaultLocale, speaksFor } = brand;
  const organization =
    (await organizationByCode(owner, code)) ??
    (await insertOrganization(owner, { code, name, defaultLocale, createdAt: now })) ??
    (await organizationByCode(owner, code));
  if (!organization) throw new Error(`The demo organization ${code} cannot be read back.`);

  const organizationId = organization.id;
  const known = new Map((await keysOfOrganization(owner, organizationId)).map(({ hash, id }) => [hash, id]));
  const keyIds = { DEALER: dealerKeyId } as Record<Role, string>;
  for (const role of roles) {
    const hash = hashKey(demoKey(brand, role));
    const dealerId = role === 'DEALER' ? await firstDealer(owner, organizationId, speaksFor) : null;
    const id = known.get(hash) ?? (role === 'DEALER' ? dealerKeyId : uuid());
    keyIds[role] = id;
    if (known.has(hash) || dealerId === undefined) continue;
    await insertKey(owner, { id, organizationId, name: brand.people[role], role, dealerId, hash, createdAt: now });
  }
  return { organization, keyIds };
}

async function firstDealer(owner: Unit, organizationId: string, codes: readonly string[]): Promise<string | undefined> {
  for (const code of codes) {
    const id = await dealerIdByCode(owner, organizationId, code);
    if (id) return id;
  }
  return undefined;
}

type People = DemoStage['people'];

function peopleOf(
  { people }: BrandSeed,
  { id, defaultLocale }: OrganizationEntry,
  keyIds: Record<Role, string>,
): People {
  const brand = { organizationId: id, dealerId: null, trustedOnly: false, defaultLocale, writes: [] };
  const viewers = roles.map((role): [Role, Viewer] => [
    role,
    { ...brand, keyId: keyIds[role], name: people[role], role },
  ]);
  return Object.fromEntries(viewers) as Record<Role, Viewer>;
}

const hour = 3_600_000;

/** Everybody acts within the one unit, on a day of the past: never later than now. */
function stageFor(tx: Unit, brand: BrandSeed, plugins: InstalledPlugins, people: People, now: Date): DemoStage {
  const work = workWithin(tx);
  return {
    brand,
    plugins,
    people,
    on: (day, viewer, hours = 0) => {
      const at = earlier(new Date(Date.parse(`${day}T01:00:00Z`) + hours * hour), now);
      return { viewer, work, locale: 'en', plugins, now: () => at, requestId: 'demo' };
    },
  };
}

const patience = 60_000;

/** Another process that makes the same network holds the claim on it for longer than a lock may be waited for. */
async function patiently<T>(run: () => Promise<T>): Promise<T> {
  const end = performance.now() + patience;
  for (;;) {
    try {
      return await run();
    } catch (error) {
      const waited = error instanceof DatabaseError && error.kind === 'TIMEOUT';
      if (!waited || performance.now() > end) throw error;
    }
  }
}
