import type { Text } from '../definition.ts';
import { type Check, fields, isRecord, list, listOf, oneOf, type Report, satisfies } from './check.ts';
import { isDecimal, millionths } from './decimal.ts';
import { text, unit } from './text.ts';
import { asFound, inside, shown } from './wording.ts';

const FEWEST_ANCHORS = 2;
const MOST_ANCHORS = 11;
const MOST_BANDS = 20;

const kinds = ['metric', 'rating', 'yesNo'] as const;
const kind = oneOf('PLUGIN_MEASURE_UNKNOWN', kinds);

const bandFrom = satisfies((value) => isDecimal(value), {
  code: 'PLUGIN_BAND_FROM_INVALID',
  expected: {
    en: 'a decimal of up to 15 whole and 6 fraction digits',
    zhHans: '十进制数，小数点前最多 15 位，后最多 6 位',
  },
  remedy: {
    en: "Write it out in digits, as a text where a float would blur it, such as '99.95'.",
    zhHans: "请用数字完整写出；浮点数不够精确时写成文本，如 '99.95'。",
  },
});

const bandEarns = satisfies((value) => isDecimal(value, { from: 0, upTo: 100 }), {
  code: 'PLUGIN_BAND_EARNS_INVALID',
  expected: { en: 'a decimal from 0 to 100', zhHans: '0 到 100 的十进制数' },
  remedy: { en: 'Write what this band earns out of 100.', zhHans: '请写明此区间在满分 100 分中得多少分。' },
});

const band: Check = (value, path, report) => {
  if (!Array.isArray(value) || value.length !== 2) {
    const expected = { en: 'a pair [from, earns]', zhHans: '一对值 [from, earns]' };
    const remedy = { en: 'Write it like [95, 100].', zhHans: '请写成 [95, 100] 的形式。' };
    return report({ code: 'PLUGIN_BANDS_INVALID', path, found: asFound(value), expected, remedy });
  }
  bandFrom(value[0], inside(path, 0), report);
  bandEarns(value[1], inside(path, 1), report);
};

const someBands: Check = (value, path, report) =>
  list(band, { atLeast: 1, atMost: MOST_BANDS, of: { en: 'bands', zhHans: '个区间' } })(value, path, (finding) =>
    report(finding.code === 'PLUGIN_LIST_INVALID' ? { ...finding, code: 'PLUGIN_BANDS_INVALID' } : finding),
  );

const pairs = (value: unknown): readonly (readonly unknown[])[] =>
  Array.isArray(value) ? value.slice(0, MOST_BANDS).map((pair) => (Array.isArray(pair) ? pair : [])) : [];

const after = (value: unknown, prior: unknown): Text => ({
  en: `${shown(value)} after ${shown(prior)}`,
  zhHans: `${shown(value)} 排在 ${shown(prior)} 之后`,
});

/** Best first: `from` goes strictly away from the better end, and no later band earns more. */
function bandOrder(better: unknown, bands: unknown, path: string, report: Report): void {
  const expected =
    better === 'LOWER'
      ? { en: 'the lowest first, each above the last', zhHans: '从低到高，逐个递增' }
      : { en: 'the highest first, each below the last', zhHans: '从高到低，逐个递减' };
  const remedy = { en: 'Put the bands in order, best first.', zhHans: '请将区间从好到差排列。' };
  pairs(bands).forEach(([from, earns], index, all) => {
    const [priorFrom, priorEarns] = all[index - 1] ?? [];
    const [here, prior] = [millionths(from), millionths(priorFrom)];
    if ((better === 'HIGHER' || better === 'LOWER') && here !== undefined && prior !== undefined) {
      const found = after(from, priorFrom);
      if (better === 'LOWER' ? here <= prior : here >= prior) {
        report({ code: 'PLUGIN_BANDS_OUT_OF_ORDER', path: inside(inside(path, index), 0), found, expected, remedy });
      }
    }
    const [gain, priorGain] = [millionths(earns), millionths(priorEarns)];
    if (gain !== undefined && priorGain !== undefined && gain > priorGain) {
      report({
        code: 'PLUGIN_BANDS_OUT_OF_ORDER',
        path: inside(inside(path, index), 1),
        found: after(earns, priorEarns),
        expected: {
          en: `at most ${shown(priorEarns)}, as the band before it is better`,
          zhHans: `不超过 ${shown(priorEarns)}，因为前一区间更好`,
        },
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

const someAnchors = list(text, {
  atLeast: FEWEST_ANCHORS,
  atMost: MOST_ANCHORS,
  of: { en: 'anchors', zhHans: '级描述' },
});

const anchors: Check = (value, path, report) => {
  const count = Array.isArray(value) ? value.length : undefined;
  if (count === undefined || (count >= FEWEST_ANCHORS && count <= MOST_ANCHORS)) {
    return someAnchors(value, path, report);
  }
  report({
    code: count < FEWEST_ANCHORS ? 'PLUGIN_ANCHORS_TOO_FEW' : 'PLUGIN_ANCHORS_TOO_MANY',
    path,
    found: listOf(count),
    expected: {
      en: `${FEWEST_ANCHORS} to ${MOST_ANCHORS} anchors, from 0 upwards`,
      zhHans: `${FEWEST_ANCHORS} 到 ${MOST_ANCHORS} 级描述，从 0 起`,
    },
    remedy:
      count < FEWEST_ANCHORS
        ? { en: 'Describe both ends of the scale at least.', zhHans: '请至少描述等级的两端。' }
        : { en: 'Use a coarser scale.', zhHans: '请减少级数。' },
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
    const remedy = {
      en: 'Write metric({ … }), rating([ … ]) or yesNo({ … }), or the plain object that they make.',
      zhHans: '请写 metric({ … })、rating([ … ]) 或 yesNo({ … })，或它们所生成的普通对象。',
    };
    const expected = { en: `a measure: ${kinds.join(', ')}`, zhHans: `度量方式：${kinds.join('、')}` };
    return report({ code: 'PLUGIN_FIELD_INVALID', path, found: asFound(value), expected, remedy });
  }
  const named = kinds.find((each) => each === value.kind);
  if (named === undefined) return kind(value.kind, inside(path, 'kind'), report);
  shapes[named](value, path, report);
  if (named === 'metric') bandOrder(value.better, value.bands, inside(path, 'bands'), report);
};
