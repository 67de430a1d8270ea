import type { Answers } from '../../../plugins/kit/grading/earned.ts';
import { grade } from '../../../plugins/kit/grading/grade.ts';
import type { GradingReport } from '../scenarios/grading.ts';
import { answerSets, industryRubric } from '../scenarios/rubric.ts';
import { rulesEngine } from './rules-engine.ts';

const [rounds = 0, seconds = 0] = process.argv.slice(2).map(Number);
const rubric = industryRubric();
const sets = answerSets(rubric, 200);
const byRules = rulesEngine(rubric, 'rules');
const pointsGiven = rulesEngine(rubric, 'given');

for (const [n, answers] of sets.entries()) {
  const ours = grade(rubric, answers).tier;
  for (const engine of [byRules, pointsGiven]) {
    const theirs = await engine.tier(answers);
    if (ours !== theirs) throw new Error(`Answers ${n} reach ${ours} by our rules and ${theirs} by the engine's.`);
  }
}

async function perSecond(once: (answers: Answers) => unknown): Promise<number> {
  const begun = performance.now();
  let done = 0;
  while (performance.now() - begun < seconds * 1000) {
    for (const answers of sets) await once(answers);
    done += sets.length;
  }
  return done / ((performance.now() - begun) / 1000);
}

const ways: Record<keyof GradingReport['perSecond'], (answers: Answers) => unknown> = {
  tierwise: (answers) => {
    grade(rubric, answers);
  },
  byRules: byRules.tier,
  pointsGiven: pointsGiven.tier,
};
const report: GradingReport = {
  items: rubric.items.length,
  rules: { byRules: byRules.rules, pointsGiven: pointsGiven.rules },
  perSecond: { tierwise: [], byRules: [], pointsGiven: [] },
};

for (let round = -1; round < rounds; round += 1) {
  for (const way of Object.keys(ways) as (keyof typeof ways)[]) {
    const rate = await perSecond(ways[way]);
    if (round >= 0) report.perSecond[way].push(rate);
  }
}
console.log(JSON.stringify(report));
