import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Fault, faultCodes, formatFault } from '../../plugins/kit/faults.ts';
import { metric, rating, yesNo } from '../../plugins/kit/index.ts';
import { checkPlugin, validatePlugin } from '../../plugins/kit/validation.ts';

const text = { en: 'Eye test', zhHans: '验光' };

const eyeTest = {
  tier: 'GOOD',
  dimension: 'QUALITY',
  weight: 10,
  label: text,
  guidance: text,
  measure: metric({
    unit: '%',
    better: 'HIGHER',
    bands: [
      [95, 100],
      [90, '85.5'],
      [80, 60],
    ],
  }),
  redLine: { below: 60, capsAt: null },
  evidence: 'required',
  stepCost: 3,
};

const opticians = {
  name: 'opticians',
  version: '2.1.0-beta.1',
  host: '^1.0.0',
  label: text,
  description: text,
  industry: { key: 'opticians', label: text, direction: 'BRAND_PROVIDES' },
  items: {
    'eye-test': eyeTest,
    'waiting-time': {
      ...eyeTest,
      measure: metric({
        unit: 'min',
        better: 'LOWER',
        bands: [
          [5, 100],
          [15, 100],
        ],
      }),
    },
    'frames-cleaned': { ...eyeTest, measure: yesNo(text) },
    'shop-image': { ...eyeTest, tier: 'OUTSTANDING', measure: rating([text, text]) },
  },
  tierRequirements: { A: { tier: 'OUTSTANDING', duties: [text] }, C: { tier: 'GOOD', duties: [] } },
  segments: {
    STUDENT: [{ text, needs: ['SOCIAL'], channels: ['SOCIAL', 'PHONE'] }],
    NIGHT_SHIFT: [{ text, needs: ['CONVENIENCE'], channels: ['ECOMMERCE'] }],
  },
};

/** The opticians with one place changed; undefined takes the place away. */
function changed(path: string, value: unknown): unknown {
  const copy: Record<string, unknown> = JSON.parse(JSON.stringify(opticians));
  const steps = path.split('.');
  const last = String(steps.pop());
  const owner = steps.reduce<Record<string, unknown>>((at, step) => at[step] as Record<string, unknown>, copy);
  if (value === undefined) delete owner[last];
  else owner[last] = value;
  return copy;
}

const faultsOf = (value: unknown): readonly (readonly [string, string])[] =>
  validatePlugin(value, 'box').map(({ code, path }) => [code, path]);

const texts = (count: number): unknown[] => Array.from({ length: count }, () => text);
const metricItem = 'items.eye-test.measure';
const circle: Record<string, unknown> = {};
circle.round = circle;

describe('a plugin without mistakes', () => {
  it('has no faults', () => {
    expect(validatePlugin(opticians, 'box')).toEqual([]);
  });

  it('needs no more than the six required fields', () => {
    const { name, version, host, label, description } = opticians;
    expect(validatePlugin({ name, version, host, label, description, items: {} }, 'box')).toEqual([]);
  });

  it('may leave an optional field undefined', () => {
    expect(faultsOf({ ...opticians, segments: undefined })).toEqual([]);
  });

  it('is accepted as JSON', () => {
    expect(faultsOf(JSON.parse(JSON.stringify(opticians)))).toEqual([]);
  });
});

describe('one mistake gives one fault', () => {
  const items = 'items.eye-test';
  it.each<[code: string, path: string, value: unknown, at?: string]>([
    ['PLUGIN_FIELD_MISSING', 'name', undefined],
    ['PLUGIN_NAME_INVALID', 'name', 'Opticians'],
    ['PLUGIN_NAME_INVALID', 'name', ''],
    ['PLUGIN_NAME_INVALID', 'name', 'a'.repeat(65)],
    ['PLUGIN_NAME_RESERVED', 'name', 'core'],
    ['PLUGIN_NAME_RESERVED', 'name', 'organization'],
    ['PLUGIN_VERSION_INVALID', 'version', '1.0'],
    ['PLUGIN_VERSION_INVALID', 'version', 'v1.0.0'],
    ['PLUGIN_VERSION_INVALID', 'version', 1],
    ['PLUGIN_HOST_INVALID', 'host', 'newest'],
    ['PLUGIN_HOST_INVALID', 'host', ' '],
    ['PLUGIN_HOST_MISMATCH', 'host', '^2.0.0'],
    ['PLUGIN_HOST_MISMATCH', 'host', '<1.0.0'],
    ['PLUGIN_FIELD_MISSING', 'label', undefined],
    ['PLUGIN_FIELD_INVALID', 'label', 'Opticians'],
    ['PLUGIN_TRANSLATION_MISSING', 'label.zhHans', undefined],
    ['PLUGIN_TRANSLATION_MISSING', 'label.en', ''],
    ['PLUGIN_TRANSLATION_MISSING', 'label.en', ' \u200b\n'],
    ['PLUGIN_TRANSLATION_MISSING', 'items.eye-test.guidance.zhHans', 7],
    ['PLUGIN_TEXT_INVALID', 'label.en', 'Eye\u0000'],
    ['PLUGIN_TEXT_INVALID', 'label.en', 'Eye \ud83d'],
    ['PLUGIN_TEXT_TOO_LONG', 'label.en', 'x'.repeat(201)],
    ['PLUGIN_TEXT_TOO_LONG', 'description.zhHans', '长'.repeat(4001)],
    ['PLUGIN_FIELD_UNKNOWN', 'label.fr', 'Examen'],
    ['PLUGIN_FIELD_UNKNOWN', 'scheme', {}],
    ['PLUGIN_FIELD_UNKNOWN', 'constructor', {}],
    ['PLUGIN_KEY_INVALID', 'industry.key', 'Eye Wear'],
    ['PLUGIN_DIRECTION_UNKNOWN', 'industry.direction', 'BRAND_GIVES'],
    ['PLUGIN_FIELD_MISSING', 'items', undefined],
    ['PLUGIN_FIELD_INVALID', 'items', []],
    ['PLUGIN_FIELD_INVALID', 'items', null],
    ['PLUGIN_KEY_INVALID', 'items.eye_test', eyeTest],
    ['PLUGIN_KEY_INVALID', 'items.24h', eyeTest],
    ['PLUGIN_FIELD_INVALID', items, 5],
    ['PLUGIN_TIER_UNKNOWN', `${items}.tier`, 'GREAT'],
    ['PLUGIN_FIELD_MISSING', `${items}.tier`, undefined],
    ['PLUGIN_DIMENSION_UNKNOWN', `${items}.dimension`, 'quality'],
    ...[
      0,
      -1,
      '0',
      '-0.5',
      Number.NaN,
      Number.POSITIVE_INFINITY,
      1e21,
      1e-7,
      '1e3',
      '01',
      '1.',
      '1.0000001',
      ' 1',
      null,
    ].map((weight) => ['PLUGIN_WEIGHT_INVALID', `${items}.weight`, weight] as [string, string, unknown]),
    ['PLUGIN_WEIGHT_INVALID', `${items}.weight`, 0.1 + 0.2],
    ['PLUGIN_WEIGHT_INVALID', `${items}.weight`, '1234567890123456'],
    ['PLUGIN_FIELD_MISSING', metricItem, undefined],
    ['PLUGIN_FIELD_INVALID', metricItem, 'yesNo'],
    ['PLUGIN_MEASURE_UNKNOWN', `${metricItem}.kind`, 'metrics'],
    ['PLUGIN_MEASURE_UNKNOWN', `${metricItem}.kind`, undefined],
    ['PLUGIN_FIELD_UNKNOWN', `${metricItem}.anchors`, [text, text]],
    ['PLUGIN_FIELD_INVALID', `${metricItem}.unit`, ' '],
    ['PLUGIN_BETTER_UNKNOWN', `${metricItem}.better`, 'MORE'],
    ['PLUGIN_BANDS_INVALID', `${metricItem}.bands`, []],
    ['PLUGIN_BANDS_INVALID', `${metricItem}.bands`, { 95: 100 }],
    ['PLUGIN_BANDS_INVALID', `${metricItem}.bands`, Array.from({ length: 21 }, (_, index) => [50 - index, 50])],
    ['PLUGIN_BANDS_INVALID', `${metricItem}.bands`, [[95, 100, 1]], `${metricItem}.bands.0`],
    ['PLUGIN_BAND_FROM_INVALID', `${metricItem}.bands`, [['95%', 100]], `${metricItem}.bands.0.0`],
    ['PLUGIN_BAND_EARNS_INVALID', `${metricItem}.bands`, [[95, 101]], `${metricItem}.bands.0.1`],
    ['PLUGIN_BAND_EARNS_INVALID', `${metricItem}.bands`, [[95, -1]], `${metricItem}.bands.0.1`],
    [
      'PLUGIN_BANDS_OUT_OF_ORDER',
      `${metricItem}.bands`,
      [
        [90, 100],
        [95, 80],
      ],
      `${metricItem}.bands.1.0`,
    ],
    [
      'PLUGIN_BANDS_OUT_OF_ORDER',
      `${metricItem}.bands`,
      [
        [90, 100],
        ['90.0', 80],
      ],
      `${metricItem}.bands.1.0`,
    ],
    [
      'PLUGIN_BANDS_OUT_OF_ORDER',
      `${metricItem}.bands`,
      [
        [90, 80],
        [80, '80.000001'],
      ],
      `${metricItem}.bands.1.1`,
    ],
    [
      'PLUGIN_BANDS_OUT_OF_ORDER',
      'items.waiting-time.measure.bands',
      [
        [9, 100],
        [5, 80],
      ],
      'items.waiting-time.measure.bands.1.0',
    ],
    ['PLUGIN_TRANSLATION_MISSING', 'items.frames-cleaned.measure.question.en', undefined],
    ['PLUGIN_ANCHORS_TOO_FEW', 'items.shop-image.measure.anchors', texts(1)],
    ['PLUGIN_ANCHORS_TOO_MANY', 'items.shop-image.measure.anchors', texts(12)],
    ['PLUGIN_LIST_INVALID', 'items.shop-image.measure.anchors', 5],
    ['PLUGIN_FIELD_INVALID', 'items.shop-image.measure.anchors', ['bad', text], 'items.shop-image.measure.anchors.0'],
    ['PLUGIN_FIELD_INVALID', `${items}.redLine`, null],
    ['PLUGIN_FIELD_MISSING', `${items}.redLine.below`, undefined],
    ['PLUGIN_RED_LINE_BELOW_INVALID', `${items}.redLine.below`, 0],
    ['PLUGIN_RED_LINE_BELOW_INVALID', `${items}.redLine.below`, '100.000001'],
    ['PLUGIN_RED_LINE_TIER_UNKNOWN', `${items}.redLine.capsAt`, 'BEST'],
    ['PLUGIN_RED_LINE_CAPS_NOTHING', `${items}.redLine.capsAt`, 'OUTSTANDING'],
    ['PLUGIN_EVIDENCE_INVALID', `${items}.evidence`, 'optional'],
    ['PLUGIN_EVIDENCE_INVALID', `${items}.evidence`, true],
    ['PLUGIN_STEP_COST_INVALID', `${items}.stepCost`, 0],
    ['PLUGIN_STEP_COST_INVALID', `${items}.stepCost`, 1.5],
    ['PLUGIN_STEP_COST_INVALID', `${items}.stepCost`, 101],
    ['PLUGIN_STEP_COST_INVALID', `${items}.stepCost`, '3'],
    ['PLUGIN_CLASS_UNKNOWN', 'tierRequirements.D', { tier: 'GOOD', duties: [] }],
    ['PLUGIN_TIER_UNKNOWN', 'tierRequirements.A.tier', 'GOLD'],
    ['PLUGIN_LIST_INVALID', 'tierRequirements.A.duties', text],
    ['PLUGIN_KEY_INVALID', 'segments.student', [{ text, needs: ['SOCIAL'], channels: ['PHONE'] }]],
    ['PLUGIN_LIST_INVALID', 'segments.STUDENT', []],
    ['PLUGIN_NEED_UNKNOWN', 'segments.STUDENT.0.needs', ['MONEY'], 'segments.STUDENT.0.needs.0'],
    ['PLUGIN_CHANNEL_UNKNOWN', 'segments.STUDENT.0.channels', ['RADIO'], 'segments.STUDENT.0.channels.0'],
  ])('%s at %s for %j', (code, path, value, at = path) => {
    expect(faultsOf(changed(path, value))).toEqual([[code, at]]);
  });

  it('tells a misspelt field once, not also as missing', () => {
    const { weight, ...rest } = eyeTest;
    expect(validatePlugin({ ...opticians, items: { 'eye-test': { ...rest, wieght: weight } } }, 'box')).toEqual([
      {
        code: 'PLUGIN_FIELD_UNKNOWN',
        plugin: 'opticians',
        source: 'box',
        path: 'items.eye-test.wieght',
        found: { en: '"wieght"', zhHans: '"wieght"' },
        expected: {
          en: 'one of tier, dimension, weight, label, measure, guidance, redLine, evidence or stepCost',
          zhHans: 'tier、dimension、weight、label、measure、guidance、redLine、evidence 或 stepCost 之一',
        },
        remedy: { en: 'Did you mean weight?', zhHans: '您是想写 weight 吗？' },
      },
    ]);
  });

  it('knows zh as the beginning of zhHans', () => {
    const faults = validatePlugin({ ...opticians, label: { en: 'Opticians', zh: '眼镜' } }, 'box');
    expect(faults.map(({ path, remedy }) => [path, remedy.en])).toEqual([['label.zh', 'Did you mean zhHans?']]);
  });

  it('refuses more than 200 items once', () => {
    const items = Object.fromEntries(Array.from({ length: 201 }, (_, index) => [`item-${index}`, 0]));
    expect(faultsOf({ ...opticians, items })).toEqual([['PLUGIN_ITEMS_TOO_MANY', 'items']]);
  });
});

describe('what is no plain data', () => {
  class Label {
    en = 'Eye';
    zhHans = '眼';
  }
  it.each<[string, unknown]>([
    ['a function', () => text],
    ['an object of a class', new Label()],
    ['a date', new Date(0)],
    ['a bigint', 5n],
    ['a symbol', Symbol('label')],
    ['an object with a symbol as a key', { ...text, [Symbol('fr')]: 'x' }],
    ['an object whose prototype was set', { ['__proto__' as string]: text, __proto__: text }],
    [
      'a proxy that was revoked',
      (() => {
        const { proxy, revoke } = Proxy.revocable({}, {});
        revoke();
        return proxy;
      })(),
    ],
  ])('refuses %s at its place', (_, label) => {
    expect(faultsOf({ ...opticians, label })).toEqual([['PLUGIN_NOT_PLAIN', 'label']]);
  });

  it('refuses a getter without running it', () => {
    let runs = 0;
    const label = {
      zhHans: '眼',
      get en() {
        runs += 1;
        return 'Eye';
      },
    };
    expect(faultsOf({ ...opticians, label })).toEqual([['PLUGIN_NOT_PLAIN', 'label.en']]);
    expect(runs).toBe(0);
  });

  it('refuses a circle', () => {
    expect(validatePlugin({ ...opticians, label: circle }, 'box').map(({ code }) => code)).toContain(
      'PLUGIN_NOT_PLAIN',
    );
  });

  it('refuses __proto__ as a key, and lets it change nothing', () => {
    const json = JSON.stringify(opticians).replace('"eye-test":', '"__proto__":{"tier":"GOOD"},"eye-test":');
    const paths = faultsOf(JSON.parse(json));
    expect(paths).toContainEqual(['PLUGIN_KEY_INVALID', 'items.__proto__']);
    expect(({} as Record<string, unknown>).tier).toBeUndefined();
  });

  it('refuses more than it will read, in one fault', () => {
    expect(faultsOf({ ...opticians, label: new Array(1e9) })).toEqual([['PLUGIN_TOO_LARGE', '']]);
  });

  it.each([null, undefined, [], 'opticians', 7, Number.NaN, true, 5n, () => opticians, new Map()])(
    'refuses %s as a plugin',
    (value) => {
      const [fault, ...others] = validatePlugin(value, './opticians.mjs');
      expect(others).toEqual([]);
      expect(fault?.code).toMatch(/^PLUGIN_NOT_(AN_OBJECT|PLAIN)$/);
      expect([fault?.plugin, fault?.path]).toEqual(['./opticians.mjs', '']);
    },
  );
});

describe('every fault at once', () => {
  it('tells mistakes in different places together, in the order of the form', () => {
    const broken = {
      ...opticians,
      name: 'Core',
      host: '^9.0.0',
      extra: 1,
      items: {
        Bad: { ...eyeTest, tier: 'BEST', weight: -1, label: { en: 'x' } },
        'shop-image': {
          ...eyeTest,
          measure: { kind: 'rating', anchors: [] },
          redLine: { below: 0, capsAt: 'OUTSTANDING' },
        },
      },
    };
    expect(faultsOf(broken)).toEqual([
      ['PLUGIN_FIELD_UNKNOWN', 'extra'],
      ['PLUGIN_NAME_INVALID', 'name'],
      ['PLUGIN_HOST_MISMATCH', 'host'],
      ['PLUGIN_KEY_INVALID', 'items.Bad'],
      ['PLUGIN_TIER_UNKNOWN', 'items.Bad.tier'],
      ['PLUGIN_WEIGHT_INVALID', 'items.Bad.weight'],
      ['PLUGIN_TRANSLATION_MISSING', 'items.Bad.label.zhHans'],
      ['PLUGIN_ANCHORS_TOO_FEW', 'items.shop-image.measure.anchors'],
      ['PLUGIN_RED_LINE_BELOW_INVALID', 'items.shop-image.redLine.below'],
      ['PLUGIN_RED_LINE_CAPS_NOTHING', 'items.shop-image.redLine.capsAt'],
    ]);
  });

  it('makes one sentence of each in each language, short however long the value is', () => {
    const [fault] = validatePlugin(changed('items.eye-test.tier', 'EXCELENT'), './opticians.mjs');
    expect(fault && formatFault(fault)).toBe(
      'PLUGIN_TIER_UNKNOWN: plugin opticians (./opticians.mjs), items.eye-test.tier: ' +
        'found "EXCELENT", expected GOOD, EXCELLENT or OUTSTANDING. Did you mean EXCELLENT?\n' +
        '插件 opticians（./opticians.mjs）；位置：items.eye-test.tier；' +
        '实际："EXCELENT"；应为：GOOD、EXCELLENT 或 OUTSTANDING。您是想写 EXCELLENT 吗？',
    );
    const [long] = validatePlugin(changed('items.eye-test.tier', '很'.repeat(1e6)), 'box');
    expect([...(long?.found.zhHans ?? '')].length).toBe(80);
  });

  const isComplete = ({ code, found, remedy }: Fault): boolean =>
    faultCodes.includes(code) &&
    Math.max(found.en.length, found.zhHans.length) < 200 &&
    /[.?]$/.test(remedy.en) &&
    /[。？]$/.test(remedy.zhHans);

  it('never throws, and every fault is complete', { timeout: 60_000 }, () => {
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      withSparseArray: true,
    });
    const place = fc.constantFrom(
      '',
      'name',
      'version',
      'host',
      'label',
      'label.en',
      'industry',
      'items',
      'items.eye-test',
      'items.eye-test.weight',
      'items.eye-test.measure',
      `${metricItem}.bands`,
      'items.eye-test.redLine',
      'tierRequirements',
      'segments',
      'segments.STUDENT',
    );
    fc.assert(
      fc.property(place, anything, (path, value) => {
        const subject = path === '' ? value : changed(path, value);
        const { faults, definition } = checkPlugin(subject, 'box');
        expect(definition === undefined).toBe(faults.length > 0);
        expect(faults.filter((fault) => !isComplete(fault))).toEqual([]);
        expect(new Set(faults.map((fault) => fault.path)).size).toBe(faults.length);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('what validation yields', () => {
  it('is a copy that later changes do not reach, frozen all through', () => {
    const original = structuredClone(opticians);
    const { definition } = checkPlugin(original, 'box');
    original.items['eye-test'].weight = 99;
    original.label.en = 'Changed';
    expect(definition).toEqual(opticians);
    const frozen = (value: unknown): boolean =>
      typeof value !== 'object' || value === null || (Object.isFrozen(value) && Object.values(value).every(frozen));
    expect(frozen(definition)).toBe(true);
  });

  it('keeps the items in the order in which they are written', () => {
    expect(Object.keys(checkPlugin(opticians, 'box').definition?.items ?? {})).toEqual(Object.keys(opticians.items));
  });
});
