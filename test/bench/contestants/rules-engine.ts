import { type Almanac, Engine, type RuleProperties, type TopLevelCondition } from 'json-rules-engine';
import { type Answer, type Answers, earned as pointsEarned } from '../../../plugins/kit/grading/earned.ts';
import type { Rubric, RubricItem, RubricTier } from '../../../plugins/kit/grading/rubric.ts';

type Value = number | boolean;

/** What is known of an answer, as the rules ask for it; an item that does not apply has no value. */
const value = (key: string) => `${key} value`;
const applies = (key: string) => `${key} applies`;
const proven = (key: string) => `${key} proven`;
const earned = (key: string) => `${key} earned`;
const score = ({ content: { code } }: RubricTier) => `${code} score`;
const coreScore = ({ content: { code } }: RubricTier) => `${code} core score`;
const notApplicable = ({ content: { code } }: RubricTier) => `${code} not applicable`;
const opened = ({ content: { code } }: RubricTier) => `${code} opened`;
const cap = 'cap';

const first = { levels: 40, evidence: 30, redLines: 20 };

const is = (fact: string, operator: string, wanted: Value) => ({ fact, operator, value: wanted });

/** A rule that makes a fact known to the rules after it. */
const rule = (priority: number, all: ReturnType<typeof is>[], fact: string, becomes: Value): RuleProperties => ({
  priority,
  conditions: { all } as TopLevelCondition,
  event: { type: fact },
  onSuccess: (_, almanac) => {
    almanac.addFact(fact, becomes);
  },
});

/** R1: one rule for each level of an item. */
function levelRules({ content: { key, measure }, levels }: RubricItem, scale: number): RuleProperties[] {
  const points = levels.map((level) => Number(level) / scale);
  if (measure.kind !== 'metric') {
    return points.map((each, level) => {
      const wanted = measure.kind === 'yesNo' ? level === 1 : level;
      return rule(first.levels, [is(value(key), 'equal', wanted)], earned(key), each);
    });
  }
  const froms = measure.bands.map(([from]) => Number(from)).toReversed();
  const [reached, missed] =
    measure.better === 'HIGHER' ? ['greaterThanInclusive', 'lessThan'] : ['lessThanInclusive', 'greaterThan'];
  return points.map((each, level) => {
    const [from, next] = [froms[level - 1], froms[level]];
    const within = [
      is(applies(key), 'equal', true),
      ...(from === undefined ? [] : [is(value(key), reached, from)]),
      ...(next === undefined ? [] : [is(value(key), missed, next)]),
    ];
    return rule(first.levels, within, earned(key), each);
  });
}

/** R3: without the evidence that it asks for, an item earns at most half. */
const evidenceRule = ({ content: { key } }: RubricItem, most: number): RuleProperties =>
  rule(first.evidence, [is(proven(key), 'equal', false), is(earned(key), 'greaterThan', most)], earned(key), most);

/** R7: a broken red line caps the tier; the lowest cap counts, so it is set last. */
const redLineRule = ({ content: { key }, redLine }: RubricItem, scale: number): RuleProperties => {
  const { below, capRank } = redLine ?? { below: 0n, capRank: 0 };
  return rule(first.redLines - capRank, [is(earned(key), 'lessThan', Number(below) / scale)], cap, capRank);
};

/** R2, R6, R8: a gate opens for who comes through the one below and fails in nothing. */
const gateRule = (tier: RubricTier, below: RubricTier | undefined, most: number, scale: number): RuleProperties =>
  rule(
    10 - tier.rank,
    [
      ...(below ? [is(opened(below), 'equal', true)] : []),
      is(score(tier), 'greaterThanInclusive', Number(tier.threshold) / scale),
      is(coreScore(tier), 'greaterThanInclusive', Number(tier.coreThreshold) / scale),
      is(notApplicable(tier), 'lessThanInclusive', most),
      is(cap, 'greaterThanInclusive', tier.rank),
    ],
    opened(tier),
    true,
  );

const share = (sum: number, weight: number): number => (weight === 0 ? 0 : sum / weight);

/** The weighted means, which no condition can express, are facts that are computed once for each run. */
function addScores(engine: Engine, tier: RubricTier, items: readonly RubricItem[]): void {
  const weighed = async (almanac: Almanac, of: readonly RubricItem[]) => {
    let [sum, weight] = [0, 0];
    for (const item of of) {
      if (!(await almanac.factValue<boolean>(applies(item.content.key)))) continue;
      sum += Number(item.weight) * (await almanac.factValue<number>(earned(item.content.key)));
      weight += Number(item.weight);
    }
    return { sum, weight };
  };
  const core = items.filter(({ isCore }) => isCore);
  const total = items.reduce((sum, { weight }) => sum + Number(weight), 0);
  engine.addFact(score(tier), async (_, almanac) => {
    const { sum, weight } = await weighed(almanac, items);
    return share(sum, weight);
  });
  engine.addFact(coreScore(tier), async (_, almanac) => {
    const { sum, weight } = await weighed(almanac, core);
    return weight === 0 ? almanac.factValue(score(tier)) : share(sum, weight);
  });
  engine.addFact(notApplicable(tier), async (_, almanac) => {
    const { weight } = await weighed(almanac, items);
    return 100 * share(total - weight, total);
  });
}

const answered = ({ rating, yes, metric }: Answer): Value | undefined =>
  rating ?? yes ?? (metric === undefined ? undefined : Number(metric));

const factsOf = (answers: Answers): [string, Value | undefined][] =>
  Object.entries(answers).flatMap(([key, answer]): [string, Value | undefined][] => [
    [value(key), answered(answer)],
    [applies(key), answer.notApplicable === undefined],
    [proven(key), (answer.evidence?.length ?? 0) > 0],
  ]);

const pointsOf = (rubric: Rubric, answers: Answers): [string, Value | undefined][] =>
  Object.entries(answers).map(([key, answer]) => [earned(key), pointsEarned(rubric, key, answer) ?? undefined]);

/**
 * A rubric as rules of json-rules-engine, which tells the tier; an explanation and a path it cannot tell. Where points
 * are `given`, what each answer earns is computed by our own function, and only red lines and gates are rules.
 */
export function rulesEngine(rubric: Rubric, points: 'rules' | 'given') {
  const { items, tiers, earnedScale, evidenceCap, maxNotApplicable } = rubric;
  const scale = Number(earnedScale);
  const rules = items.flatMap((item) => [
    ...(points === 'rules' ? levelRules(item, scale) : []),
    ...(points === 'rules' && item.content.evidenceRequired ? [evidenceRule(item, Number(evidenceCap) / scale)] : []),
    ...(item.redLine ? [redLineRule(item, scale)] : []),
  ]);
  const gates = tiers.map((tier, index) => gateRule(tier, tiers[index - 1], Number(maxNotApplicable) / scale, scale));
  const engine = new Engine([...rules, ...gates], { allowUndefinedFacts: true });
  for (const tier of tiers)
    addScores(
      engine,
      tier,
      items.filter(({ tierRank }) => tierRank === tier.rank),
    );
  engine.addFact(cap, tiers.length);

  return {
    rules: rules.length + gates.length,
    tier: async (answers: Answers): Promise<string | null> => {
      const given = points === 'given' ? pointsOf(rubric, answers) : [];
      const { events } = await engine.run(Object.fromEntries([...factsOf(answers), ...given]));
      const reached = new Set(events.map(({ type }) => type));
      return tiers.findLast((tier) => reached.has(opened(tier)))?.content.code ?? null;
    },
  };
}
