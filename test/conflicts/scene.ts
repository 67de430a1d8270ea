import { sql } from 'drizzle-orm';
import { expect } from 'vitest';
import { parseGlobalId } from '../../api/shared/ids.ts';
import { printsOf } from '../access/rows.ts';
import type { TestApi } from '../kit/api.ts';
import type { Client } from '../kit/client.ts';
import { expectData } from '../kit/expect.ts';
import type { CaseStateFragment } from '../kit/gen/graphql.ts';
import type { Dealer } from '../kit/seed/dealer.ts';
import type { Organization, OrganizationGiven } from '../kit/seed/organization.ts';
import { ReadConflictCase } from './documents.ts';

export type Scene = {
  readonly organization: Organization;
  readonly claimant: Dealer;
  readonly respondent: Dealer;
  /** In no case with either. */
  readonly stranger: Dealer;
};

/** A brand with two dealers that are alike, and one more. */
export async function sceneOf(api: TestApi, given: OrganizationGiven = {}): Promise<Scene> {
  const organization = await api.seed.organization(given);
  const [claimant, respondent, stranger] = [
    await organization.dealer(),
    await organization.dealer(),
    await organization.dealer(),
  ];
  return { organization, claimant, respondent, stranger };
}

/** A case as a caller reads it now. */
export async function read(reader: Client, { id }: { readonly id: string }): Promise<CaseStateFragment> {
  const { conflictCase } = expectData(await reader.run(ReadConflictCase, { id }));
  if (!conflictCase) throw new Error('The caller does not see the case.');
  return conflictCase;
}

const written = ['conflict_cases', 'conflict_parties', 'conflict_events', 'audit_entries'];

/** Runs what must leave no trace: no row of a case, of its parties, of its events, of the audit changes. */
export async function expectUnwritten(
  { database }: TestApi,
  { id }: Pick<Organization, 'id'>,
  run: () => Promise<unknown>,
): Promise<void> {
  const before = await printsOf(database, written, [id, id]);
  await run();
  expect(await printsOf(database, written, [id, id])).toEqual(before);
}

/** Makes a case's history as long as is told, as if so much had happened in it. */
export async function haveHistory({ database }: TestApi, { id }: { readonly id: string }, events: number) {
  await database.asOwner((tx) =>
    tx.run((db) => db.execute(sql`update conflict_cases set version = ${events} where id = ${parseGlobalId(id)?.id}`)),
  );
}

/** A clock that a test moves. */
export function clockAt(instant: string) {
  let at = new Date(instant);
  return {
    now: (): Date => at,
    set: (next: string | number): void => {
      at = new Date(next);
    },
    /** Moves on by so many milliseconds, or by days. */
    pass: ({ days = 0, hours = 0, ms = 0 }: { days?: number; hours?: number; ms?: number }): void => {
      at = new Date(at.getTime() + ((days * 24 + hours) * 3600 * 1000 + ms));
    },
  };
}
