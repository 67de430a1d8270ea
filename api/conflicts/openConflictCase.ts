import { v7 as uuid } from 'uuid';
import type { Unit } from '../../db/database.ts';
import { type DealerRow, dealersByIds } from '../network/dealer.queries.ts';
import { pluginsOff } from '../plugins/plugins.queries.ts';
import { change } from '../shared/change.ts';
import type { Context } from '../shared/context.ts';
import { refuseIf } from '../shared/errors.ts';
import { idOf } from '../shared/ids.ts';
import { insertCase, nextCaseNumber } from './case.queries.ts';
import { catalogueOf } from './catalogue.rules.ts';
import { asCase, type ConflictCase } from './conflicts.loaders.ts';
import { dueAfter } from './due.rules.ts';
import { insertEvent } from './event.queries.ts';
import { type OpenConflictCase, openingFaults, type PartyInput } from './opening.rules.ts';
import { dealersMet, insertParties, standingsAmong } from './party.queries.ts';
import { eventBy } from './steps.queries.ts';
import { structureOf } from './structure.rules.ts';

/** The dealers that parties name, undefined where the caller sees none; a DEALER sees those that it meets. */
async function dealersNamed(
  { viewer }: Context,
  tx: Unit,
  parties: readonly PartyInput[],
): Promise<(DealerRow | undefined)[]> {
  const ids = parties.map(({ dealer }) => idOf(dealer, 'Dealer')?.id);
  const named = ids.filter((id) => id !== undefined);
  const found = await dealersByIds(tx, named);
  const met = viewer.dealerId === null ? null : await dealersMet(tx, viewer.dealerId, named);
  return ids.map((id) => (id === undefined || (met && !met.has(id)) ? undefined : found.get(id)));
}

export async function openConflictCase(
  context: Context,
  input: OpenConflictCase,
): Promise<{ conflictCase: ConflictCase }> {
  const { viewer, plugins } = context;
  const row = await change(context, 'openConflictCase', input, async (tx) => {
    const { organizationId } = tx;
    const named = await dealersNamed(context, tx, input.parties);
    const catalogue = catalogueOf(plugins, await pluginsOff(tx));
    refuseIf(openingFaults(input, { dealerIds: named.map((dealer) => dealer?.id), catalogue, viewer }));

    const dealers = named.filter((dealer) => dealer !== undefined);
    const standings = await standingsAmong(
      tx,
      dealers.map(({ id }) => id),
    );
    const at = context.now();
    const { title, description, subject, causes, impacts } = input;
    const opened = { status: 'REPORTED', triagedAt: null, proposals: 0 } as const;
    const conflictCase = await insertCase(tx, {
      ...{ organizationId, id: uuid(), number: await nextCaseNumber(tx) },
      ...{ title, description, subject, causes, impacts, ...structureOf(dealers, standings) },
      tags: input.tags.flatMap((key) => catalogue.tags.filter((tag) => tag.key === key)),
      ...{ openedBy: viewer.name, openedByKey: viewer.keyId, openedAt: at },
      ...{ ...opened, dueAt: dueAfter(opened, at, plugins.conflictTerms), version: 1 },
    });
    const caseId = conflictCase.id;
    const parties = dealers.map(({ id }, position) => ({
      dealerId: id,
      position,
      role: input.parties[position]?.role,
    }));
    await insertParties(
      tx,
      parties.map(({ role = 'AFFECTED', ...party }) => ({ organizationId, caseId, ...party, role, openedAt: at })),
    );
    await insertEvent(tx, {
      ...{ organizationId, caseId, number: 1, ...eventBy(context), kind: 'OPENED', to: 'REPORTED', visibility: 'ALL' },
    });
    return conflictCase;
  });
  return { conflictCase: asCase(row) };
}
