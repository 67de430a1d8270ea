import { v7 as uuid } from 'uuid';
import type { Unit } from '../db/database.ts';
import type { AssessmentSeed } from '../db/seed/shape.ts';
import type { RubricItemContent } from '../plugins/kit/grading/content.ts';
import type { Viewer } from './access/viewer.ts';
import { demoAnswers } from './demo/answers.rules.ts';
import type { DemoNetwork, DemoStage } from './demo-network.ts';
import { rubricOf } from './grading/editions.loaders.ts';
import { publishGrade } from './grading/publishGrade.ts';
import { publishedEdition, rubricByKey } from './grading/rubric.queries.ts';
import { saveAnswers } from './grading/saveAnswers.ts';
import { startAssessment } from './grading/startAssessment.ts';
import { submitAssessment } from './grading/submitAssessment.ts';
import { withdrawAssessment } from './grading/withdrawAssessment.ts';
import { globalId } from './shared/ids.ts';

type Items = readonly RubricItemContent[];

const dayAndAHalf = 36;
const between = 4;

/** Plays every round in the order of time; what is about a dealer that was left out is left out too. */
export async function playAssessments(stage: DemoStage, network: DemoNetwork, tx: Unit): Promise<void> {
  const { brand, plugins } = stage;
  const itemsOf = new Map<string, Items>();
  for (const { definition } of plugins.all) {
    if (definition.industry) itemsOf.set(definition.industry.key, await itemsInForce(tx, definition.industry.key));
  }

  const assessorOf = assessors(stage, network);
  const industryOf = new Map(brand.dealers.map(({ code, industries }) => [code, industries[0] ?? '']));
  for (const { period, from, assessments } of brand.rounds) {
    for (const [index, seed] of assessments.entries()) {
      const dealerCode = dealerCodeOf(seed);
      const items = itemsOf.get(industryOf.get(dealerCode) ?? '');
      if (!items || !network.dealers.has(dealerCode)) continue;
      const answers = demoAnswers(items, seed, period);
      await playAssessment(stage, network, seed, {
        ...{ period, answers, assessor: assessorOf(seed), day: from, hours: index * between },
      });
    }
  }
}

const dealerCodeOf = ({ of }: AssessmentSeed): string => of.split('/')[0] ?? '';

async function itemsInForce(tx: Unit, key: string): Promise<Items> {
  const rubric = await rubricByKey(tx, key);
  const edition = rubric && (await publishedEdition(tx, rubric.id));
  return edition ? (await rubricOf(tx, edition)).content.items : [];
}

/** The brand's assessor, or for a SELF assessment the dealer's own person, one for each dealer. */
function assessors({ brand, people }: DemoStage, { dealers }: DemoNetwork) {
  const own = new Map<string, Viewer>();
  return (seed: AssessmentSeed): Viewer => {
    if (seed.kind === 'MANAGER') return people.ASSESSOR;
    const code = dealerCodeOf(seed);
    const dealer = dealers.get(code);
    const spokenFor = brand.speaksFor.find((each) => dealers.has(each));
    const known = own.get(code);
    if (known || !dealer) return known ?? people.DEALER;
    const person = code === spokenFor ? {} : { keyId: uuid(), name: dealer.name };
    const viewer = { ...people.DEALER, dealerId: dealer.id, ...person };
    own.set(code, viewer);
    return viewer;
  };
}

interface Visit {
  readonly period: string;
  readonly answers: ReturnType<typeof demoAnswers>;
  readonly assessor: Viewer;
  readonly day: string;
  readonly hours: number;
}

async function playAssessment(
  { people, on }: DemoStage,
  { subjects }: DemoNetwork,
  { of, kind, state }: AssessmentSeed,
  { period, answers, assessor, day, hours }: Visit,
): Promise<void> {
  const at = (later: number) => on(day, assessor, hours + later);
  const subject = subjects.get(of) ?? '';
  const started = (await startAssessment(at(0), { subject, kind, period })).assessment;
  const step = ({ version }: { version: number }) => ({
    id: globalId('Assessment', started.id),
    expectedVersion: version,
  });

  if (answers.length === 0) return;
  const saved = (await saveAnswers(at(1), { ...step(started), answers })).assessment;
  if (state === 'DRAFT') return;
  if (state === 'WITHDRAWN') {
    const reason = '选错门店，作废重做 (wrong subject chosen, to be done again)';
    await withdrawAssessment(at(2), { ...step(saved), reason });
    return;
  }
  const submitted = (await submitAssessment(at(2), step(saved))).assessment;
  if (state === 'SUBMITTED') return;
  const { id: assessment, expectedVersion } = step(submitted);
  await publishGrade(on(day, people.CHANNEL_MANAGER, hours + dayAndAHalf), { assessment, expectedVersion });
}
