import fc from 'fast-check';
import type { Answer, Answers } from '../../../plugins/kit/grading/earned.ts';
import { compileRubric, type Rubric, rubricContent } from '../../../plugins/kit/grading/rubric.ts';
import { type ItemDefinition, type Measure, metric, yesNo } from '../../../plugins/kit/index.ts';
import { core, item, ladder, plugin, scale, text } from './rubrics.ts';

/** An item and how it is answered: at which level of its measure, with which evidence, or not at all. */
export type Answered = {
  readonly key: string;
  readonly definition: ItemDefinition;
  readonly level: number;
  readonly proven: boolean;
  readonly applies: boolean;
};

const metrics = [
  metric({
    unit: '%',
    better: 'HIGHER',
    bands: [
      ['95.5', 100],
      [90, 85],
      [80, 60],
    ],
  }),
  metric({
    unit: 'h',
    better: 'LOWER',
    bands: [
      [-4, 95],
      ['24.25', 55],
      [48, 55],
      [72, '12.5'],
    ],
  }),
];

const measure = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 5 }).map(scale) },
  fc.constant(yesNo(text('Is it so?'))),
  fc.constantFrom(...metrics),
);

const redLine: fc.Arbitrary<ItemDefinition['redLine'] & {}> = fc.oneof(
  fc.record({ below: fc.constantFrom(25, 50, '66.7', 100) }),
  fc.record({ below: fc.constantFrom(50, 75), capsAt: fc.constantFrom(null, 'GOOD' as const, 'EXCELLENT' as const) }),
);

const definition: fc.Arbitrary<ItemDefinition> = fc
  .record(
    {
      tier: fc.constantFrom('GOOD', 'GOOD', 'GOOD', 'EXCELLENT', 'OUTSTANDING' as const),
      dimension: fc.constantFrom('QUALITY', 'COMPLIANCE' as const),
      weight: fc.constantFrom(1, 1, 2, 3, '0.5', '2.25', 5),
      measure,
      stepCost: fc.constantFrom(1, 1, 1, 2, 3),
      redLine,
      evidence: fc.constant('required' as const),
    },
    { requiredKeys: ['tier', 'dimension', 'weight', 'measure'] },
  )
  .map(item);

const topLevel = (given: Measure): number => {
  if (given.kind === 'rating') return given.anchors.length - 1;
  return given.kind === 'yesNo' ? 1 : given.bands.length;
};

export const topOf = ({ definition: { measure: given } }: Answered): number => topLevel(given);

const answered = fc
  .record({
    source: fc.constantFrom('core', 'own'),
    definition,
    height: fc.double({ min: 0, max: 1, noNaN: true }),
    proven: fc.boolean(),
    applies: fc.integer({ min: 0, max: 9 }).map((chance) => chance > 0),
  })
  .map(({ source, height, ...given }) => ({
    ...given,
    source,
    level: Math.round(height * topLevel(given.definition.measure)),
  }));

/** A rubric of up to so many items, core and own, and an answer to each. */
export const answeredItems = (maxLength: number): fc.Arbitrary<Answered[]> =>
  fc
    .array(answered, { minLength: 1, maxLength })
    .map((items) => items.map(({ source, ...given }, index) => ({ ...given, key: `${source}/i${index}` })));

const definitionsOf = (items: readonly Answered[], source: string) =>
  Object.fromEntries(
    items
      .filter(({ key }) => key.startsWith(`${source}/`))
      .map(({ key, definition: given }) => [key.slice(source.length + 1), given]),
  );

export const rubricOf = (items: readonly Answered[]): Rubric =>
  compileRubric(
    rubricContent({ ...core, items: definitionsOf(items, 'core') }, ladder, plugin(definitionsOf(items, 'own'))),
  );

function valueAt(given: Measure, level: number): Answer {
  if (given.kind === 'rating') return { rating: level };
  if (given.kind === 'yesNo') return { yes: level === 1 };
  const [from] = given.bands[given.bands.length - level] ?? [given.better === 'HIGHER' ? '-999' : '999'];
  return { metric: String(from) };
}

export const answersOf = (items: readonly Answered[]): Answers =>
  Object.fromEntries(
    items.map(({ key, definition: { measure: given }, level, proven, applies }) => [
      key,
      {
        ...(applies ? valueAt(given, level) : { notApplicable: 'Not sold here.' }),
        evidence: proven ? [{ uri: 'https://example.com/photo' }] : [],
      },
    ]),
  );
