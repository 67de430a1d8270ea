import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { createTestApi, type TestApi } from '../kit/api.ts';
import { expectPayload, expectUserError } from '../kit/expect.ts';
import type { ConflictStatus } from '../kit/gen/graphql.ts';
import { expectRefusal } from '../network/refusals.ts';
import { AdvanceConflictCase, ResolveConflictCase } from './documents.ts';
import { clockAt, expectUnwritten, read, type Scene, sceneOf } from './scene.ts';
import { commands, type Model, type Real, rungs, statuses, steps, stepsFrom } from './workflow-model.ts';

const clock = clockAt('2026-11-22T15:04:05.123Z');
let api: TestApi;
let scene: Scene;
beforeAll(async () => {
  api = await createTestApi({ now: clock.now });
  scene = await sceneOf(api);
});

const open = () => scene.organization.conflictCase([scene.claimant, scene.respondent]);

describe('the workflow, step by step', () => {
  test.each(statuses)('goes on from %s as it should, and no other way', async (from) => {
    const { organization } = scene;
    const at = await open().reach(from);
    const step = (to: ConflictStatus, { id, version }: { id: string; version: number }) =>
      organization.manager.run(AdvanceConflictCase, { input: { id, expectedVersion: version, to, note: 'On.' } });
    expect((await read(organization.auditor, at)).nextStatuses).toEqual(stepsFrom(from));

    await expectUnwritten(api, organization, async () => {
      for (const to of statuses.filter((each) => each === 'RESOLVED' || !stepsFrom(from).includes(each))) {
        const refused = await step(to, at);
        expectRefusal(refused, 'InvalidStateError', 'CONFLICT_STEP_NOT_ALLOWED to');
        expect(expectUserError(refused, 'CONFLICT_STEP_NOT_ALLOWED')).toMatchObject({ state: from });
      }
    });
    for (const to of stepsFrom(from).filter((each) => each !== 'RESOLVED')) {
      const { conflictCase } = expectPayload(await step(to, await open().reach(from)));
      expect(conflictCase).toMatchObject({ status: to, nextStatuses: stepsFrom(to) });
      expect(conflictCase.events.nodes.at(-1)).toMatchObject({ kind: 'ADVANCED', from, to });
    }
    const settled = await organization.manager.run(ResolveConflictCase, {
      input: { id: at.id, expectedVersion: at.version, strategies: ['NEGOTIATE'], outcome: 'Settled.' },
    });
    if (rungs.includes(from)) expectPayload(settled);
    else expectRefusal(settled, 'InvalidStateError', 'CONFLICT_STEP_NOT_ALLOWED id');
  });

  /** Every way from the report to an end. */
  const ways = (way: readonly ConflictStatus[] = ['REPORTED']): (readonly ConflictStatus[])[] => {
    const at = way.at(-1) ?? 'REPORTED';
    if (at === 'CLOSED' || at === 'DISMISSED') return [way];
    return stepsFrom(at).flatMap((to) => ways([...way, to]));
  };

  test('knows six ways from the report to an end, walked twice each, since an end is none for 30 days', async () => {
    expect(ways()).toHaveLength(6);
    for (const way of ways()) {
      let steps = open();
      const [, ...first] = way;
      const again = way.slice(way.indexOf('TRIAGED') + 1);
      const reopened = way.includes('TRIAGED') ? (['TRIAGED', ...again] as const) : (['TRIAGED', 'DISMISSED'] as const);
      for (const to of [...first, ...reopened]) {
        steps = to === 'RESOLVED' ? steps.resolve() : steps.advance(to, { note: 'On.' });
      }
      const { status, events } = await read(scene.organization.auditor, await steps);
      expect(status).toBe(way.at(-1));
      expect(events.nodes.map(({ to }) => to)).toEqual([...way, ...reopened]);
      expect(events.nodes.slice(1).map(({ from }) => from)).toEqual(events.nodes.slice(0, -1).map(({ to }) => to));
    }
  });
});

test('whatever is tried in whatever order, a case does as the model of it, and every step of the workflow is walked', async () => {
  const [walked, refused] = [new Set<string>(), new Set<string>()];
  const setup = async () => {
    const { id, version } = await open();
    const model: Model = { status: 'REPORTED', version, proposals: 0, daysSinceEnd: null };
    const real: Real = { api, organization: scene.organization, clock, id, walked, refused };
    return { model, real };
  };
  await fc.assert(
    fc.asyncProperty(fc.commands(commands, { size: 'max', maxCommands: 60 }), (script) =>
      fc.asyncModelRun(setup, script),
    ),
    { numRuns: 12, seed: 20261122, endOnFailure: true },
  );
  expect([...walked].sort()).toEqual(steps.map((step) => step.join(' ')).sort());
  expect([...refused].sort()).toEqual(['CONFLICT_REOPENING_TOO_LATE', 'CONFLICT_STEP_NOT_ALLOWED']);
}, 120_000);
