import { v7 as uuid } from 'uuid';
import type { ConflictSeed, ConflictStepSeed } from '../db/seed/shape.ts';
import type { Viewer } from './access/viewer.ts';
import { addConflictEvidence } from './conflicts/addConflictEvidence.ts';
import { advanceConflictCase } from './conflicts/advanceConflictCase.ts';
import { answerConflictProposal } from './conflicts/answerConflictProposal.ts';
import { catalogueOf } from './conflicts/catalogue.rules.ts';
import type { ConflictCase } from './conflicts/conflicts.loaders.ts';
import { openConflictCase } from './conflicts/openConflictCase.ts';
import { proposeConflictTerms } from './conflicts/proposeConflictTerms.ts';
import { recordConflictOrder } from './conflicts/recordConflictOrder.ts';
import { resolveConflictCase } from './conflicts/resolveConflictCase.ts';
import type { DemoNetwork, DemoStage } from './demo-network.ts';
import type { Context } from './shared/context.ts';
import { globalId } from './shared/ids.ts';

/** Plays every case of the brand whose parties are there, each to where it stands now. */
export async function playConflicts(stage: DemoStage, network: DemoNetwork): Promise<void> {
  for (const seed of stage.brand.conflicts) {
    if (seed.parties.every(([code]) => network.dealers.has(code))) await playConflict(stage, network, seed);
  }
}

const between = 2;

async function playConflict(stage: DemoStage, network: DemoNetwork, seed: ConflictSeed): Promise<void> {
  const on = (day: string, code: string | undefined, hours: number) =>
    stage.on(day, actor(stage, network, code), hours);
  const known = new Set(
    catalogueOf(
      stage.plugins,
      stage.plugins.all.map(({ definition }) => definition),
    ).tags.map(({ key }) => key),
  );
  const { title, description, subject, causes } = seed;
  const opened = await openConflictCase(on(seed.day, seed.by, 0), {
    ...{ title, description, subject, causes },
    tags: (seed.tags ?? []).filter((key) => known.has(key)),
    impacts: impactsOf(seed),
    parties: seed.parties.map(([code, role]) => ({ dealer: network.subjects.get(code) ?? '', role })),
  });
  let { conflictCase } = opened;
  for (const [at, step] of seed.steps.entries()) {
    const context = on(step.day, step.by, (at + 1) * between);
    conflictCase = await playStep(context, network, conflictCase, step);
  }
}

const impactsOf = ({ impacts }: ConflictSeed) =>
  Object.entries(impacts).map(([impact, rating]) => ({ impact: impact as keyof typeof impacts, rating }));

/** The brand's manager, or a person of the party that acts itself. */
function actor({ brand, people }: DemoStage, { dealers }: DemoNetwork, code: string | undefined): Viewer {
  const dealer = code === undefined ? undefined : dealers.get(code);
  if (!dealer) return people.CHANNEL_MANAGER;
  const spokenFor = brand.speaksFor.find((each) => dealers.has(each));
  const person = code === spokenFor ? {} : { keyId: uuid(), name: dealer.name };
  return { ...people.DEALER, dealerId: dealer.id, ...person };
}

async function playStep(
  context: Context,
  { subjects }: DemoNetwork,
  { id: key, version: expectedVersion, proposals }: ConflictCase,
  step: ConflictStepSeed,
): Promise<ConflictCase> {
  const id = globalId('ConflictCase', key);
  const dealer = (code: string) => subjects.get(code) ?? '';
  const base = { id, expectedVersion, note: step.note, visibility: step.confidential ? 'BRAND' : 'ALL' } as const;
  if ('to' in step) return (await advanceConflictCase(context, { ...base, to: step.to })).conflictCase;
  if ('evidence' in step) {
    const evidence = step.evidence.map(([uri, note]) => ({ uri, note }));
    return (await addConflictEvidence(context, { ...base, evidence })).conflictCase;
  }
  if ('terms' in step) return (await proposeConflictTerms(context, { ...base, terms: step.terms })).conflictCase;
  if ('answer' in step) {
    const { answer, party } = step;
    return (await answerConflictProposal(context, { ...base, answer, party: dealer(party), proposal: proposals }))
      .conflictCase;
  }
  if ('order' in step)
    return (await recordConflictOrder(context, { ...base, order: step.order, fate: step.fate })).conflictCase;
  const { strategies, outcome, orders = [] } = step;
  const settlement = orders.map(({ party, beneficiary, ...order }) => ({
    ...{ ...order, currency: 'CNY', party: dealer(party) },
    beneficiary: beneficiary && dealer(beneficiary),
  }));
  return (await resolveConflictCase(context, { ...base, strategies, outcome, orders: settlement })).conflictCase;
}
