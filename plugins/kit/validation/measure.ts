import { type Check, fields, isRecord, list, oneOf, type Report, satisfies } from './check.ts';
import { isDecimal, millionths } from './decimal.ts';
import { text, unit } from './text.ts';
import { inside, shown } from './wording.ts';

const FEWEST_ANCHORS = 2;
const MOST_ANCHORS = 11;
const MOST_BANDS = 20;

const kinds = ['metric', 'rating', 'yesNo'] as const;
const kind = oneOf('PLUGIN_MEASURE_UNKNOWN', kinds);

const bandFrom = satisfies((value) => isDecimal(value), {
  code: 'PLUGIN_BAND_FROM_INVALID',
  expected: 'a decimal of up to 15 whole and 6 fraction digits',
  remedy: "Write it out in digits, as a text where a float would blur it, such as '99.95'.",
});

const bandEarns = satisfies((value) => isDecimal(value, { from: 0, upTo: 100 }), {
  code: 'PLUGIN_BAND_EARNS_INVALID',
  expected: 'a decimal from 0 to 100',
  remedy: 'Write what this band earns out of 100.',
});

const band: Check = (value, path, report) => {
  if (!Array.isArray(value) || value.length !== 2) {
    const expected = 'a pair [from, earns]';
    const remedy = 'Write it like [95, 100].';
    return report({ code: 'PLUGIN_BANDS_INVALID', path, found: shown(value), expected, remedy });
  }
  bandFrom(value[0], inside(path, 0), report);
  bandEarns(value[1], inside(path, 1), report);
};

const someBands: Check = (value, path, report) =>
  list(band, { atLeast: 1, atMost: MOST_BANDS, of: 'bands' })(value, path, (finding) =>
    report(finding.code === 'PLUGIN_LIST_INVALID' ? { ...finding, code: 'PLUGIN_BANDS_INVALID' } : finding),
  );

const pairs = (value: unknown): readonly (readonly unknown[])[] =>
  Array.isArray(value) ? value.slice(0, MOST_BANDS).map((pair) => (Array.isArray(pair) ? pair : [])) : [];

/** Best first: `from` goes strictly away from the better end, and no later band earns more. */
function bandOrder(better: unknown, bands: unknown, path: string, report: Report): void {
  const expected =
    better === 'LOWER' ? 'the lowest first, each above the last' : 'the highest first, each below the last';
  const remedy = 'Put the bands in order, best first.';
  pairs(bands).forEach(([from, earns], index, all) => {
    const [priorFrom, priorEarns] = all[index - 1] ?? [];
    const [here, prior] = [millionths(from), millionths(priorFrom)];
    if ((better === 'HIGHER' || better === 'LOWER') && here !== undefined && prior !== undefined) {
      const found = `${shown(from)} after ${shown(priorFrom)}`;
      if (better === 'LOWER' ? here <= prior : here >= prior) {
        report({ code: 'PLUGIN_BANDS_OUT_OF_ORDER', path: inside(inside(path, index), 0), found, expected, remedy });
      }
    }
    const [gain, priorGain] = [millionths(earns), millionths(priorEarns)];
    if (gain !== undefined && priorGain !== undefined && gain > priorGain) {
      report({
        code: 'PLUGIN_BANDS_OUT_OF_ORDER',
        path: inside(inside(path, index), 1),
        found: `${shown(earns)} after ${shown(priorEarns)}`,
        expected: `at most ${shown(priorEarns)}, as the band before it is better`,
        remedy,
      });
    }
  });
}

const metric = fields({
  kind,
  unit,
  better: oneOf('PLUGIN_BETTER_UNKNOWN', ['HIGHER', 'LOWER']),
  bands: someBands,
});

const anchors: Check = (value, path, report) => {
  const count = Array.isArray(value) ? value.length : undefined;
  if (count === undefined || (count >= FEWEST_ANCHORS && count <= MOST_ANCHORS)) {
    return list(text, { atLeast: FEWEST_ANCHORS, atMost: MOST_ANCHORS, of: 'anchors' })(value, path, report);
  }
  report({
    code: count < FEWEST_ANCHORS ? 'PLUGIN_ANCHORS_TOO_FEW' : 'PLUGIN_ANCHORS_TOO_MANY',
    path,
    found: `a list of ${count}`,
    expected: `${FEWEST_ANCHORS} to ${MOST_ANCHORS} anchors, from 0 upwards`,
    remedy: count < FEWEST_ANCHORS ? 'Describe both ends of the scale at least.' : 'Use a coarser scale.',
  });
};

const shapes: Readonly<Record<(typeof kinds)[number], Check>> = {
  metric,
  rating: fields({ kind, anchors }),
  yesNo: fields({ kind, question: text }),
};

/** One of the three measures; its kind decides its other fields. */
export const measure: Check = (value, path, report) => {
  if (!isRecord(value)) {
    const remedy = 'Write metric({ … }), rating([ … ]) or yesNo({ … }), or the plain object that they make.';
    const expected = `a measure: ${kinds.join(', ')}`;
    return report({ code: 'PLUGIN_FIELD_INVALID', path, found: shown(value), expected, remedy });
  }
  const named = kinds.find((each) => each === value.kind);
  if (named === undefined) return kind(value.kind, inside(path, 'kind'), report);
  shapes[named](value, path, report);
  if (named === 'metric') bandOrder(value.better, value.bands, inside(path, 'bands'), report);
};
