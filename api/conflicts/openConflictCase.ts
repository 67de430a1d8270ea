import { v7 as uuid } from 'uuid';
import { pluginsOn } from '../plugins/plugins.queries.ts';
import { change } from '../shared/change.ts';
import type { Context } from '../shared/context.ts';
import { refuseIf } from '../shared/errors.ts';
import { idOf } from '../shared/ids.ts';
import { insertCase, nextCaseNumber } from './case.queries.ts';
import { catalogueOf } from './catalogue.rules.ts';
import { asCase, type ConflictCase } from './conflicts.loaders.ts';
import { dueAfter } from './due.rules.ts';
import { insertEvent } from './event.queries.ts';
import { type OpenConflictCase, openingFaults } from './opening.rules.ts';
import { dealersSeen, insertParties, standingsAmong } from './party.queries.ts';
import { eventBy } from './steps.queries.ts';
import { structureOf } from './structure.rules.ts';

export async function openConflictCase(
  context: Context,
  input: OpenConflictCase,
): Promise<{ conflictCase: ConflictCase }> {
  const { viewer, plugins } = context;
  const row = await change(context, 'openConflictCase', input, async (tx) => {
    const { organizationId } = tx;
    const ids = input.parties.map(({ dealer }) => idOf(dealer, 'Dealer')?.id ?? '');
    const seen = await dealersSeen(tx, viewer, ids.filter(Boolean));
    const catalogue = catalogueOf(plugins, await pluginsOn(tx, plugins));
    refuseIf(openingFaults(input, { dealerIds: ids.map((id) => seen.get(id)?.id), catalogue, viewer }));

    const parties = input.parties.flatMap(({ role }, at) => {
      const dealer = seen.get(ids[at] ?? '');
      return dealer ? [{ dealer, role }] : [];
    });
    const dealers = parties.map(({ dealer }) => dealer);
    const standings = await standingsAmong(tx, ids);
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
    await insertParties(
      tx,
      parties.map(({ dealer, role }, position) => ({
        ...{ organizationId, caseId, dealerId: dealer.id, role, position, openedAt: at },
      })),
    );
    await insertEvent(tx, {
      ...{ organizationId, caseId, number: 1, ...eventBy(context), kind: 'OPENED', to: 'REPORTED', visibility: 'ALL' },
    });
    return conflictCase;
  });
  return { conflictCase: asCase(row) };
}
