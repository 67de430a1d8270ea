import { describe, expect, test } from 'vitest';
import { type Answer, answerFaults, earned, unanswered } from '../../../plugins/kit/grading/earned.ts';
import { metric } from '../../../plugins/kit/index.ts';
import { answersOf, coreKeys, energyLabel, install24h, item, rubricWith, scale } from './rubrics.ts';

const rubric = rubricWith({
  four: item(),
  three: item({ measure: scale(3) }),
  label: energyLabel,
  higher: install24h,
  lower: item({
    measure: metric({
      unit: 'h',
      better: 'LOWER',
      bands: [
        ['-0.5', '99.999999'],
        [24, 60],
        ['48.000001', 10],
      ],
    }),
  }),
  proven: item({ evidence: 'required' }),
  'proven-metric': { ...install24h, evidence: 'required' },
});
const evidence = [{ uri: 'https://example.com/photo' }];

test.each<[string, Answer, number | null]>([
  ['four', { rating: 0 }, 0],
  ['four', { rating: 3 }, 75],
  ['four', { rating: 4 }, 100],
  ['three', { rating: 1 }, 33.33],
  ['three', { rating: 2 }, 66.67],
  ['label', { yes: true }, 100],
  ['label', { yes: false }, 0],
  ['higher', { metric: '95' }, 100],
  ['higher', { metric: '94.999999' }, 85],
  ['higher', { metric: '60.0' }, 30],
  ['higher', { metric: '59.999999' }, 0],
  ['higher', { metric: '-100' }, 0],
  ['higher', { metric: '999999999999999' }, 100],
  ['lower', { metric: '-0.5' }, 100],
  ['lower', { metric: '-0.499999' }, 60],
  ['lower', { metric: '24.000001' }, 10],
  ['lower', { metric: '48.000001' }, 10],
  ['lower', { metric: '48.000002' }, 0],
  ['four', { notApplicable: 'No spare parts are sold here.' }, null],
  ['proven', { rating: 4 }, 50],
  ['proven', { rating: 4, evidence: [] }, 50],
  ['proven', { rating: 4, evidence }, 100],
  ['proven', { rating: 1 }, 25],
  ['proven-metric', { metric: '90' }, 50],
  ['proven-metric', { metric: '60' }, 30],
  ['proven', { notApplicable: 'Nothing to prove.' }, null],
])('%s answered %j earns %j', (name, answer, expected) => {
  expect(earned(rubric, `own/${name}`, answer)).toBe(expected);
});

test.each<[string, Answer, unknown[]]>([
  ['four', { rating: 4 }, []],
  ['four', { notApplicable: 'Closed.' }, []],
  ['four', {}, [{ code: 'VALUE_MISSING', field: null }]],
  ['four', { note: 'Later.' }, [{ code: 'VALUE_MISSING', field: null }]],
  ['four', { rating: 5 }, [{ code: 'RATING_OUT_OF_RANGE', field: 'rating', max: 4 }]],
  ['three', { rating: -1 }, [{ code: 'RATING_OUT_OF_RANGE', field: 'rating', max: 3 }]],
  ['four', { rating: 1.5 }, [{ code: 'RATING_OUT_OF_RANGE', field: 'rating', max: 4 }]],
  ['four', { rating: Number.NaN }, [{ code: 'RATING_OUT_OF_RANGE', field: 'rating', max: 4 }]],
  ['four', { yes: true }, [{ code: 'WRONG_KIND', field: 'yes', expected: 'rating' }]],
  ['label', { metric: 'x' }, [{ code: 'WRONG_KIND', field: 'metric', expected: 'yes' }]],
  ['higher', { rating: 9 }, [{ code: 'WRONG_KIND', field: 'rating', expected: 'metric' }]],
  ['higher', { metric: '95%' }, [{ code: 'METRIC_NOT_DECIMAL', field: 'metric' }]],
  ['higher', { metric: '1e2' }, [{ code: 'METRIC_NOT_DECIMAL', field: 'metric' }]],
  ['label', { notApplicable: ' \n' }, [{ code: 'REASON_EMPTY', field: 'notApplicable' }]],
  [
    'higher',
    { rating: 9, metric: 'high', notApplicable: '' },
    [
      { code: 'WRONG_KIND', field: 'rating', expected: 'metric' },
      { code: 'SEVERAL_VALUES', field: null },
      { code: 'METRIC_NOT_DECIMAL', field: 'metric' },
      { code: 'REASON_EMPTY', field: 'notApplicable' },
    ],
  ],
  ['constructor', { rating: 1 }, [{ code: 'UNKNOWN_ITEM', field: null }]],
])('%s answered %j has the faults %j', (name, answer, faults) => {
  expect(answerFaults(rubric, `own/${name}`, answer)).toEqual(faults);
});

describe('earned', () => {
  test('refuses an answer with a fault', () => {
    expect(() => earned(rubric, 'own/four', { rating: 5 })).toThrow(
      'The answer to own/four has a fault: RATING_OUT_OF_RANGE.',
    );
  });
});

describe('unanswered', () => {
  test('lists keys in the rubric’s order', () => {
    const some = rubricWith({ b: item(), a: item() });
    expect(unanswered(some, {})).toEqual([...coreKeys, 'own/b', 'own/a']);
    expect(unanswered(some, answersOf('000 | 000 | 000', { a: { notApplicable: 'Closed.' } }))).toEqual(['own/b']);
  });
});
