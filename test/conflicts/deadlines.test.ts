import { beforeAll, describe, expect, test } from 'vitest';
import { createTestApi, type TestApi } from '../kit/api.ts';
import { expectData } from '../kit/expect.ts';
import type { ConflictCaseSteps } from '../kit/seed/conflict-case.ts';
import { ListConflictCases } from './documents.ts';
import { clockAt, read, sceneOf } from './scene.ts';

const start = '2026-11-22T15:04:05.123Z';
const hour = 3600 * 1000;
const day = 24 * hour;
const clock = clockAt(start);
let api: TestApi;
beforeAll(async () => {
  api = await createTestApi({ now: clock.now });
});

/** A case of a brand that has no other, and when it is due, in milliseconds after the start. */
async function oneCase() {
  clock.set(start);
  const { organization, claimant, respondent } = await sceneOf(api);
  const steps = organization.conflictCase([claimant, respondent]);
  const due = async (reached: ConflictCaseSteps): Promise<number | null> => {
    const { dueAt } = await read(organization.auditor, await reached);
    return dueAt === null ? null : Date.parse(dueAt) - Date.parse(start);
  };
  return { organization, claimant, steps, due };
}

describe('what is wanted next is due', () => {
  test('24 hours after the report, for its triage', async () => {
    const { steps, due } = await oneCase();
    expect(await due(steps)).toBe(day);
  });

  test('5 days after triage, for a first proposal, however the case climbs', async () => {
    const { steps, due } = await oneCase();
    clock.pass({ hours: 7 });
    const triaged = steps.advance('TRIAGED');
    expect(await due(triaged)).toBe(7 * hour + 5 * day);
    clock.pass({ days: 1 });
    let climbing = triaged;
    for (const rung of ['CONSULTATION', 'NEGOTIATION', 'MEDIATION'] as const) {
      climbing = climbing.advance(rung);
      expect(await due(climbing)).toBe(7 * hour + 5 * day);
    }
  });

  test('no more once a first proposal was made, whatever is answered to it, until arbitration', async () => {
    const { steps, claimant, due } = await oneCase();
    const proposed = steps.reach('CONSULTATION').propose();
    expect(await due(proposed)).toBeNull();
    const refused = proposed.answer({ party: claimant.id, answer: 'REFUSE' });
    expect(await due(refused)).toBeNull();
    const climbed = refused.advance('NEGOTIATION').advance('MEDIATION');
    expect(await due(climbed)).toBeNull();
    clock.pass({ hours: 1 });
    expect(await due(climbed.advance('ARBITRATION'))).toBe(hour + 15 * day);
  });

  test('15 days after arbitration began, for the ruling, with or without a proposal', async () => {
    const { steps, due } = await oneCase();
    const mediated = steps.reach('MEDIATION');
    await mediated;
    clock.pass({ days: 4 });
    const arbitrated = mediated.advance('ARBITRATION');
    expect(await due(arbitrated)).toBe(19 * day);
    clock.pass({ days: 1 });
    expect(await due(arbitrated.propose())).toBe(19 * day);
  });

  test('no more once the case is resolved, closed or dismissed', async () => {
    for (const status of ['RESOLVED', 'CLOSED', 'DISMISSED'] as const) {
      const { steps, due } = await oneCase();
      expect(await due(steps.reach(status))).toBeNull();
    }
    const { steps, due } = await oneCase();
    expect(await due(steps.reach('ARBITRATION').resolve())).toBeNull();
  });

  test('anew from a reopening on, though there was a proposal before', async () => {
    const { steps, due } = await oneCase();
    const closed = steps.reach('CONSULTATION').propose().resolve().advance('CLOSED');
    await closed;
    clock.pass({ days: 12 });
    const reopened = closed.advance('TRIAGED', { note: 'Broken.' });
    expect(await due(reopened)).toBe(17 * day);
    clock.pass({ days: 1 });
    const again = reopened.advance('CONSULTATION');
    expect(await due(again)).toBe(17 * day);
    expect(await due(again.propose())).toBeNull();
  });

  test('as it was, whatever evidence is added', async () => {
    const { steps, claimant, due } = await oneCase();
    await steps;
    clock.pass({ hours: 2 });
    const reported = steps.evidence({ by: claimant.client });
    expect(await due(reported)).toBe(day);
    const triaged = reported.advance('TRIAGED');
    await triaged;
    clock.pass({ hours: 3 });
    expect(await due(triaged.evidence())).toBe(2 * hour + 5 * day);
  });

  test('of arbitration as it was, whatever is proposed, answered or added', async () => {
    const { steps, claimant, due } = await oneCase();
    const arbitrated = steps.reach('ARBITRATION');
    await arbitrated;
    clock.pass({ days: 2 });
    expect(await due(arbitrated.propose().answer({ party: claimant.id }).evidence())).toBe(15 * day);
  });
});

describe('a case is overdue once that has passed, to the millisecond', () => {
  const reach = {
    'triage after 24 hours': [(steps: ConflictCaseSteps) => steps, day],
    'a proposal after 5 days': [(steps: ConflictCaseSteps) => steps.reach('NEGOTIATION'), 5 * day],
    'a ruling after 15 days': [(steps: ConflictCaseSteps) => steps.reach('ARBITRATION'), 15 * day],
  } as const;

  test.each(Object.entries(reach))('%s', async (_, [moveOn, due]) => {
    const { organization, claimant, steps } = await oneCase();
    const { id } = await moveOn(steps);
    const list = async (overdue: boolean | null) =>
      expectData(await organization.auditor.run(ListConflictCases, { filter: { overdue } })).conflictCases;
    for (const [after, isOverdue] of [
      [0, false],
      [due - 1, false],
      [due, false],
      [due + 1, true],
      [due * 9, true],
    ] as const) {
      clock.set(Date.parse(start) + after);
      for (const reader of [organization.manager, claimant.client]) {
        expect((await read(reader, { id })).overdue).toBe(isOverdue);
      }
      const [late, others, all] = [await list(true), await list(false), await list(null)];
      expect([late.totalCount, others.totalCount, all.totalCount]).toEqual(isOverdue ? [1, 0, 1] : [0, 1, 1]);
      expect([...late.nodes, ...others.nodes]).toEqual(all.nodes);
    }
  });

  test('and never where nothing is due', async () => {
    const { organization, steps } = await oneCase();
    const { id } = await steps.reach('CONSULTATION').propose();
    clock.pass({ days: 3650 });
    expect(await read(organization.auditor, { id })).toMatchObject({ dueAt: null, overdue: false });
    const { conflictCases } = expectData(
      await organization.auditor.run(ListConflictCases, { filter: { overdue: false } }),
    );
    expect(conflictCases.nodes).toMatchObject([{ id, overdue: false }]);
  });
});
