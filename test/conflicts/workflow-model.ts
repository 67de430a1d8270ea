import fc from 'fast-check';
import { expect } from 'vitest';
import type { TestApi } from '../kit/api.ts';
import { expectPayload } from '../kit/expect.ts';
import type { ConflictStatus } from '../kit/gen/graphql.ts';
import type { Organization } from '../kit/seed/organization.ts';
import { expectRefusal } from '../network/refusals.ts';
import { AddConflictEvidence, AdvanceConflictCase, ProposeConflictTerms, ResolveConflictCase } from './documents.ts';
import { type clockAt, expectUnwritten, read } from './scene.ts';

export const statuses: readonly ConflictStatus[] = [
  ...(['REPORTED', 'TRIAGED', 'CONSULTATION', 'NEGOTIATION', 'MEDIATION', 'ARBITRATION'] as const),
  ...(['RESOLVED', 'CLOSED', 'DISMISSED'] as const),
];
export const rungs: readonly ConflictStatus[] = ['CONSULTATION', 'NEGOTIATION', 'MEDIATION', 'ARBITRATION'];

/** Every step of the workflow, as the issue tells it. */
export const steps: readonly (readonly [from: ConflictStatus, to: ConflictStatus])[] = [
  ['REPORTED', 'TRIAGED'],
  ['REPORTED', 'DISMISSED'],
  ['TRIAGED', 'CONSULTATION'],
  ['TRIAGED', 'DISMISSED'],
  ['CONSULTATION', 'NEGOTIATION'],
  ['NEGOTIATION', 'MEDIATION'],
  ['MEDIATION', 'ARBITRATION'],
  ['CONSULTATION', 'RESOLVED'],
  ['NEGOTIATION', 'RESOLVED'],
  ['MEDIATION', 'RESOLVED'],
  ['ARBITRATION', 'RESOLVED'],
  ['RESOLVED', 'CLOSED'],
  ['CLOSED', 'TRIAGED'],
  ['DISMISSED', 'TRIAGED'],
];
export const stepsFrom = (from: ConflictStatus): ConflictStatus[] =>
  statuses.filter((to) => steps.some(([start, end]) => start === from && end === to));

/** What the model knows of a case: where it stands, how many events it has, how many days ago it ended. */
export type Model = { status: ConflictStatus; version: number; proposals: number; daysSinceEnd: number | null };

export type Real = {
  readonly api: TestApi;
  readonly organization: Organization;
  readonly clock: ReturnType<typeof clockAt>;
  readonly id: string;
  /** The steps that were walked, and the codes of those that were refused, over all runs. */
  readonly walked: Set<string>;
  readonly refused: Set<string>;
};

type Command = fc.AsyncCommand<Model, Real>;

const isTooLate = ({ daysSinceEnd }: Model): boolean => daysSinceEnd !== null && daysSinceEnd > 30;

/** What the case shows of itself is what the model expects; only then is the next command tried. */
async function agree(model: Model, { organization, id }: Real): Promise<void> {
  const { status, nextStatuses, version, events, proposals, resolution, closedAt } = await read(organization.auditor, {
    id,
  });
  expect({ status, version, proposals: proposals.length }).toEqual({
    ...{ status: model.status, version: model.version, proposals: model.proposals },
  });
  expect(nextStatuses).toEqual(isTooLate(model) ? [] : stepsFrom(status));
  expect(events.totalCount).toBe(version);
  expect([closedAt !== null, resolution !== null]).toEqual([
    ['CLOSED', 'DISMISSED'].includes(status),
    ['RESOLVED', 'CLOSED'].includes(status),
  ]);
}

const command = (name: string, run: (model: Model, real: Real) => Promise<void>): Command => ({
  check: () => true,
  run: async (model, real) => {
    await run(model, real);
    await agree(model, real);
  },
  toString: () => name,
});

const moved = (model: Model, to: ConflictStatus, { walked }: Real): void => {
  walked.add(`${model.status} ${to}`);
  model.status = to;
  model.version += 1;
  model.daysSinceEnd = to === 'CLOSED' || to === 'DISMISSED' ? 0 : null;
};

async function advance(model: Model, real: Real, to: ConflictStatus): Promise<void> {
  const { api, organization, id, refused } = real;
  const input = { id, expectedVersion: model.version, to, note: 'On.' };
  const ask = () => organization.manager.run(AdvanceConflictCase, { input });
  const isStep = stepsFrom(model.status).includes(to) && to !== 'RESOLVED';
  if (isStep && !isTooLate(model)) {
    expectPayload(await ask());
    return moved(model, to, real);
  }
  const code = isStep ? 'CONFLICT_REOPENING_TOO_LATE' : 'CONFLICT_STEP_NOT_ALLOWED';
  refused.add(code);
  await expectUnwritten(api, organization, async () => expectRefusal(await ask(), 'InvalidStateError', `${code} to`));
}

async function resolve(model: Model, real: Real): Promise<void> {
  const { api, organization, id } = real;
  const input = { id, expectedVersion: model.version, strategies: ['NEGOTIATE'], outcome: 'Settled.' };
  const ask = () => organization.manager.run(ResolveConflictCase, { input });
  if (rungs.includes(model.status)) {
    expectPayload(await ask());
    return moved(model, 'RESOLVED', real);
  }
  await expectUnwritten(api, organization, async () =>
    expectRefusal(await ask(), 'InvalidStateError', 'CONFLICT_STEP_NOT_ALLOWED id'),
  );
}

/** Takes any of the steps that are allowed, whoever takes it. */
const walk = (choice: number): Command =>
  command(`walk(${choice})`, async (model, real) => {
    const allowed = stepsFrom(model.status);
    const to = allowed[choice % allowed.length] ?? 'CLOSED';
    await (to === 'RESOLVED' ? resolve(model, real) : advance(model, real, to));
  });

const propose = command('propose', async (model, { api, organization, id }) => {
  const input = { id, expectedVersion: model.version, terms: 'Terms.' };
  const ask = () => organization.manager.run(ProposeConflictTerms, { input });
  if (rungs.includes(model.status)) {
    expectPayload(await ask());
    model.version += 1;
    model.proposals += 1;
    return;
  }
  await expectUnwritten(api, organization, async () =>
    expectRefusal(await ask(), 'InvalidStateError', 'CONFLICT_NOT_ON_A_RUNG id'),
  );
});

const addEvidence = command('addEvidence', async (model, { api, organization, id }) => {
  const input = { id, evidence: [{ uri: 'urn:tierwise:proof' }] };
  const ask = () => organization.manager.run(AddConflictEvidence, { input });
  if (model.daysSinceEnd === null) {
    expectPayload(await ask());
    model.version += 1;
    return;
  }
  await expectUnwritten(api, organization, async () =>
    expectRefusal(await ask(), 'InvalidStateError', 'CONFLICT_ENDED id'),
  );
});

const pass = (days: number): Command =>
  command(`pass(${days} days)`, async (model, { clock }) => {
    clock.pass({ days });
    if (model.daysSinceEnd !== null) model.daysSinceEnd += days;
  });

/** Steps that are allowed, mostly; any other; what moves nothing; and time. */
export const commands: fc.Arbitrary<Command>[] = [
  fc.nat({ max: 1 }).map(walk),
  fc.constant(walk(0)),
  fc.constant(walk(0)),
  fc.constantFrom(...statuses).map((to) => command(`advance(${to})`, (model, real) => advance(model, real, to))),
  fc.constant(command('resolve', resolve)),
  fc.constant(propose),
  fc.constant(addEvidence),
  fc.constantFrom(10, 30, 31).map(pass),
];
