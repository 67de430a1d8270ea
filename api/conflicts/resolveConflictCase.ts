import { pluginsOn } from '../plugins/plugins.queries.ts';
import { change } from '../shared/change.ts';
import { remarkFaults } from '../shared/checks.ts';
import { type Context, today } from '../shared/context.ts';
import { invalidState, refuseIf } from '../shared/errors.ts';
import { catalogueOf } from './catalogue.rules.ts';
import { asCase, type ConflictCase } from './conflicts.loaders.ts';
import { partyIdsOf } from './party.queries.ts';
import { ordersOf, type Settlement, settlementFaults } from './resolution.rules.ts';
import { type Remark, record, takeUp } from './steps.queries.ts';
import { isOnRung, nextStatuses, stepsInWords } from './workflow.rules.ts';

export interface ResolveConflictCase extends Settlement, Remark {
  readonly id: string;
  readonly expectedVersion: number;
}

/** Settles a case on the rung that it stands on; strategies are kept as they are called today. */
export async function resolveConflictCase(
  context: Context,
  input: ResolveConflictCase,
): Promise<{ conflictCase: ConflictCase }> {
  const { outcome, note, visibility } = input;
  const row = await change(context, 'resolveConflictCase', input, async (tx) => {
    const conflictCase = await takeUp(context, tx, input);
    const { id, status, version } = conflictCase;
    if (!isOnRung(status)) {
      const next = nextStatuses(conflictCase, context.now(), context.plugins.conflictTerms.reopening);
      throw invalidState('CONFLICT_STEP_NOT_ALLOWED', status, ['id'], { to: 'RESOLVED', allowed: stepsInWords(next) });
    }
    const { strategies: known } = catalogueOf(context.plugins, await pluginsOn(tx, context.plugins));
    const partyIds = await partyIdsOf(tx, id);
    refuseIf([...settlementFaults(input, known, partyIds, today(context)), ...remarkFaults(note, ['note'])]);

    const strategies = input.strategies.flatMap((code) =>
      known.filter((strategy) => strategy.code === code).map(({ lastResort: _, ...strategy }) => strategy),
    );
    const orders = ordersOf(input.orders, partyIds);
    const values = { status: 'RESOLVED', resolutionNumber: version + 1, dueAt: null } as const;
    const happened = { kind: 'RESOLVED', outcome, strategies, orders, note: note ?? null, visibility } as const;
    return record(context, tx, conflictCase, values, happened);
  });
  return { conflictCase: asCase(row) };
}
