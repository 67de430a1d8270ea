import { byKind, graphql, path } from '../ask.ts';
import { atLeast } from '../marks.ts';
import { ratio, runOf } from '../race.ts';
import type { Scenario } from './scenario.ts';

const document = graphql('{ __typename }');

export const typename: Scenario = {
  letter: 'c',
  title: '`{ __typename }`: what a request costs before it asks for anything',
  note: 'Tierwise alone asks the database who is calling.',
  heats: () => [
    {
      title: '__typename',
      expects: '"Query"',
      ask: byKind({ tierwise: document, limit: path('/typename'), postgraphile: document, mercurius: document }),
    },
  ],
  marks: (runs) => [atLeast('Tierwise ÷ PostGraphile', 1, ratio(runOf(runs, 'tierwise'), runOf(runs, 'postgraphile')))],
};
