import { type Ask, byKind } from '../ask.ts';
import { outcome } from './explained.ts';
import { answerSets, asInputs, industry, industryRubric } from './rubric.ts';
import type { Scenario } from './scenario.ts';

const document = `query Simulate($input: SimulateGradeInput!) { simulateGrade(input: $input) { ${outcome} } }`;

const inputs = answerSets(industryRubric(), 16).map((answers) => ({ rubric: industry, answers: asInputs(answers) }));

const each = (to: string, body: (input: object) => object): Ask => ({
  path: to,
  bodies: inputs.map((input) => JSON.stringify(body(input))),
});

export const simulate: Scenario = {
  letter: 'd',
  title: '`simulateGrade`: 25 answers graded and explained, nothing stored',
  note: 'The limit grades by the same pure function; the others have none.',
  heats: () => [
    {
      title: 'simulateGrade',
      expects: '"nextTier"',
      ask: byKind({
        tierwise: each('/graphql', (input) => ({ query: document, variables: { input } })),
        limit: each('/simulate', (input) => input),
      }),
    },
  ],
  marks: () => [],
};
