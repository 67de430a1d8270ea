import { randomUUID } from 'node:crypto';
import { giveKey } from '../../../api/access/keys.ts';
import type { Role } from '../../../api/access/viewer.ts';
import type { Locale } from '../../../api/shared/locale.ts';
import type { Database } from '../../../db/database.ts';
import type { Client } from '../client.ts';
import { expectPayload } from '../expect.ts';
import type { CreateDealerInput, CreateTerritoryInput } from '../gen/graphql.ts';
import { graphql } from '../gen/index.ts';
import { type ConflictCaseSteps, type Opening, openConflictCase } from './conflict-case.ts';
import { type Brand, createDealer, type Dealer } from './dealer.ts';

/** A brand of the test's own, with a person in every role; DEALER keys come with their dealers. */
export type Organization = {
  readonly id: string;
  readonly code: string;
  readonly admin: Client;
  readonly manager: Client;
  readonly assessor: Client;
  readonly auditor: Client;
  /** One more person. */
  person(role: Exclude<Role, 'DEALER'>): Promise<Client>;
  dealer(given?: Partial<CreateDealerInput>): Promise<Dealer>;
  territory(given?: Partial<CreateTerritoryInput>): Promise<{ readonly id: string; readonly code: string }>;
  /** Between dealers: the first brings the case, the second answers for it, all others suffer from it. */
  conflictCase(dealers: readonly { readonly id: string }[], given?: Opening): ConflictCaseSteps;
};

export type OrganizationGiven = { readonly industry?: string; readonly locale?: Locale };
export type Seed = { organization(given?: OrganizationGiven): Promise<Organization> };

/** What seeds need of the API under test. */
export type SeedGround = {
  readonly database: Database;
  readonly now: () => Date;
  as(key: string): Client;
  /** What start-up does for an organization: its rubrics come into force. */
  prepare(organizationId: string): Promise<void>;
};

const SeedTerritory = graphql(`
  mutation SeedTerritory($input: CreateTerritoryInput!) {
    createTerritory(input: $input) {
      ... on CreateTerritoryPayload { territory { id code } }
      ... on UserError { code message path }
    }
  }
`);

export function createSeed(ground: SeedGround): Seed {
  return { organization: (given = {}) => createOrganization(ground, given) };
}

async function createOrganization(
  ground: SeedGround,
  { industry = 'appliances', locale = 'en' }: OrganizationGiven,
): Promise<Organization> {
  const code = `test-${randomUUID()}`;
  const numbers = new Map<string, number>();
  const nextCode = (prefix: string) => {
    const number = (numbers.get(prefix) ?? 0) + 1;
    numbers.set(prefix, number);
    return `${prefix}${number}`;
  };
  const give = async (role: Role, dealer?: string) => {
    const label = nextCode(`${role.toLowerCase()} `);
    const request = { organization: code, name: 'Test brand', locale, role, dealer, label };
    const { key, organization } = await giveKey(ground.database, request, ground.now());
    return { client: ground.as(key), id: organization.id };
  };
  const person = async (role: Role) => (await give(role)).client;

  const { client: admin, id } = await give('ADMIN');
  const manager = await person('CHANNEL_MANAGER');
  const assessor = await person('ASSESSOR');
  const auditor = await person('AUDITOR');
  await ground.prepare(id);
  const dealerKey = async (dealer: string) => (await give('DEALER', dealer)).client;
  const brand: Brand = { manager, assessor, publisher: manager, industry, nextCode, dealerKey };
  return {
    id,
    code,
    admin,
    manager,
    assessor,
    auditor,
    person,
    dealer: (given) => createDealer(brand, given),
    territory: async (given = {}) => {
      const territory = given.code ?? nextCode('T');
      const input = { name: `Territory ${territory}`, ...given, code: territory };
      return expectPayload(await manager.run(SeedTerritory, { input })).territory;
    },
    conflictCase: (dealers, given = {}) => openConflictCase(manager, dealers, given),
  };
}
