import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Fault, faultCodes, formatFault } from '../../plugins/kit/faults.ts';
import { checkPlugin, validatePlugin } from '../../plugins/kit/validation.ts';
import { changed, eyeTest, faultsOf, opticians, text } from './opticians.ts';

const mistyped = (path: string, value: unknown) =>
  validatePlugin(changed(path, value), 'box').map(({ code, remedy }) => [code, remedy]);
const texts = (count: number): unknown[] => Array.from({ length: count }, () => text);
const metricItem = 'items.eye-test.measure';
const playbookText = opticians.playbook['student-close'];
const strategy = opticians.conflictStrategies['frame-ranges'];
const tagged = 'conflictStrategies.lens-allocation.answersTags';

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

describe('an item with a score', () => {
  const score = () => 50;
  const grace = { kind: 'number', label: text, min: 0, max: 8, default: 2 };
  const scored = (given: object) => ({ ...opticians, items: { 'eye-test': { ...eyeTest, score, ...given } } });

  it('keeps the function that it is, beside its messages', () => {
    const { definition } = checkPlugin(scored({ messages: { tooLate: text } }), 'box');
    expect(definition?.items['eye-test']).toMatchObject({ score, messages: { tooLate: text } });
    expect(faultsOf(scored({ messages: {} }))).toEqual([]);
  });

  it.each([
    ['PLUGIN_KEY_INVALID', 'messages.too-late', { messages: { 'too-late': text } }],
    ['PLUGIN_KEY_INVALID', 'messages.TooLate', { messages: { TooLate: text } }],
    ['PLUGIN_TRANSLATION_MISSING', 'messages.late.zhHans', { messages: { late: { en: 'Late' } } }],
    ['PLUGIN_FIELD_INVALID', 'messages', { messages: [text] }],
    ['PLUGIN_FIELD_UNKNOWN', 'message', { message: {} }],
    ['PLUGIN_KEY_INVALID', 'parameters.grace-hours', { parameters: { 'grace-hours': grace } }],
    ['PLUGIN_FIELD_INVALID', 'parameters', { parameters: [grace] }],
    ['PLUGIN_PARAMETER_KIND_UNKNOWN', 'parameters.grace', { parameters: { grace: 5 } }],
    ['PLUGIN_PARAMETER_KIND_UNKNOWN', 'parameters.grace.kind', { parameters: { grace: { ...grace, kind: 'Number' } } }],
    ['PLUGIN_FIELD_MISSING', 'parameters.grace.label', { parameters: { grace: { ...grace, label: undefined } } }],
    ['PLUGIN_FIELD_UNKNOWN', 'parameters.grace.options', { parameters: { grace: { ...grace, options: {} } } }],
    ['PLUGIN_PARAMETER_NUMBER_INVALID', 'parameters.grace.max', { parameters: { grace: { ...grace, max: Infinity } } }],
    [
      'PLUGIN_PARAMETER_DEFAULT_INVALID',
      'parameters.grace.default',
      { parameters: { grace: { ...grace, default: 9 } } },
    ],
    [
      'PLUGIN_PARAMETER_DEFAULT_INVALID',
      'parameters.strict.default',
      { parameters: { strict: { kind: 'yesNo', label: text, default: 'yes' } } },
    ],
    [
      'PLUGIN_PARAMETER_DEFAULT_INVALID',
      'parameters.basis.default',
      { parameters: { basis: { kind: 'choice', label: text, options: { days: text }, default: 'toString' } } },
    ],
    [
      'PLUGIN_MESSAGES_TOO_MANY',
      'messages',
      { messages: Object.fromEntries(Array.from({ length: 51 }, (_, at) => [`m${at}`, text])) },
    ],
  ])('is told %s at %s', (code, path, given) => {
    expect(faultsOf(scored(given))).toEqual([[code, `items.eye-test.${path}`]]);
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
    ...[50, '() => 50', null, {}].map(
      (score) => ['PLUGIN_SCORE_INVALID', `${items}.score`, score] as [string, string, unknown],
    ),
    ['PLUGIN_SCORE_INVALID', `${items}.score`, async () => 50],
    [
      'PLUGIN_SCORE_INVALID',
      `${items}.score`,
      function* () {
        yield 50;
      },
    ],
    ['PLUGIN_NOT_PLAIN', `${items}.guidance`, () => text],
    ['PLUGIN_SCORE_MISSING', `${items}.messages`, { late: text }],
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
    ['PLUGIN_LIST_REPEATED', 'segments.STUDENT.0.needs', ['SOCIAL', 'SOCIAL'], 'segments.STUDENT.0.needs.1'],
    [
      'PLUGIN_LIST_REPEATED',
      'segments.STUDENT.0.channels',
      ['PHONE', 'SOCIAL', 'PHONE'],
      'segments.STUDENT.0.channels.2',
    ],
    ['PLUGIN_FIELD_INVALID', 'playbook', [playbookText]],
    ['PLUGIN_FIELD_INVALID', 'playbook.student-close', text.en],
    ['PLUGIN_KEY_INVALID', 'playbook.student_close', playbookText],
    ['PLUGIN_KEY_INVALID', 'playbook.student-close.segment', 'student'],
    ['PLUGIN_KEY_INVALID', 'playbook.student-close.segment', ['STUDENT']],
    ['PLUGIN_FIELD_MISSING', 'playbook.student-close.segment', undefined],
    ['PLUGIN_STAGE_UNKNOWN', 'playbook.student-close.stage', 'CLOSE'],
    ['PLUGIN_DETAIL_UNKNOWN', 'playbook.student-close.detail', 'VOICE'],
    ['PLUGIN_FIELD_UNKNOWN', 'playbook.student-close.texts', [text]],
    ['PLUGIN_TRANSLATION_MISSING', 'playbook.student-close.text.zhHans', undefined],
    ['PLUGIN_TEXT_TOO_LONG', 'playbook.student-close.text.zhHans', '长'.repeat(4001)],
    ['PLUGIN_FIELD_INVALID', 'conflictTags', 'online-frames'],
    ['PLUGIN_KEY_INVALID', 'conflictTags.Online', { cause: 'OTHER', label: text }],
    ['PLUGIN_CAUSE_UNKNOWN', 'conflictTags.online-frames.cause', 'PRICE'],
    ['PLUGIN_TEXT_TOO_LONG', 'conflictTags.online-frames.label.en', 'x'.repeat(201)],
    ['PLUGIN_KEY_INVALID', 'conflictStrategies.FRAME_RANGES', strategy],
    ['PLUGIN_FIELD_MISSING', 'conflictStrategies.frame-ranges.answers', undefined],
    ['PLUGIN_LIST_INVALID', 'conflictStrategies.frame-ranges.measures', []],
    ['PLUGIN_LIST_INVALID', 'conflictStrategies.frame-ranges.measures', texts(21)],
    ['PLUGIN_LIST_INVALID', 'conflictStrategies.frame-ranges.answers', 'COMPETITION'],
    [
      'PLUGIN_CAUSE_UNKNOWN',
      'conflictStrategies.frame-ranges.answers',
      ['COMPETITION', 'MONEY'],
      'conflictStrategies.frame-ranges.answers.1',
    ],
    [
      'PLUGIN_LIST_REPEATED',
      'conflictStrategies.frame-ranges.answers',
      ['OTHER', 'OTHER'],
      'conflictStrategies.frame-ranges.answers.1',
    ],
    ['PLUGIN_ANSWERS_NOTHING', 'conflictStrategies.frame-ranges.answers', []],
    ['PLUGIN_ANSWERS_NOTHING', tagged, [], 'conflictStrategies.lens-allocation.answers'],
    ['PLUGIN_ANSWERS_NOTHING', tagged, undefined, 'conflictStrategies.lens-allocation.answers'],
    ['PLUGIN_LIST_INVALID', tagged, 'opticians/lens-quota'],
    ['PLUGIN_LIST_INVALID', tagged, Array.from({ length: 51 }, (_, index) => `dentists/tag-${index}`)],
    ['PLUGIN_LIST_REPEATED', tagged, ['dentists/quota', 'dentists/quota'], `${tagged}.1`],
    ...['lens-quota', '/lens-quota', 'opticians/', 'opticians/LENS', 'Dentists/quota', 'a/b/c', 7, null].map(
      (tag): [string, string, unknown, string] => ['PLUGIN_KEY_INVALID', tagged, [tag], `${tagged}.0`],
    ),
    ['PLUGIN_TAG_UNKNOWN', tagged, ['dentists/quota', 'opticians/rent'], `${tagged}.1`],
    ['PLUGIN_TAG_UNKNOWN', 'conflictTags', undefined, `${tagged}.0`],
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
          en: 'one of tier, dimension, weight, label, measure, guidance, redLine, evidence, stepCost, score, messages or parameters',
          zhHans:
            'tier、dimension、weight、label、measure、guidance、redLine、evidence、stepCost、score、messages 或 parameters 之一',
        },
        remedy: { en: 'Did you mean weight?', zhHans: '您是想写 weight 吗？' },
      },
    ]);
  });

  it('knows zh as the beginning of zhHans', () => {
    const faults = validatePlugin({ ...opticians, label: { en: 'Opticians', zh: '眼镜' } }, 'box');
    expect(faults.map(({ path, remedy }) => [path, remedy.en])).toEqual([['label.zh', 'Did you mean zhHans?']]);
  });

  it.each<[part: keyof typeof opticians, most: number, code: string]>([
    ['items', 200, 'PLUGIN_ITEMS_TOO_MANY'],
    ['playbook', 1000, 'PLUGIN_PLAYBOOK_TEXTS_TOO_MANY'],
    ['conflictTags', 100, 'PLUGIN_CONFLICT_TAGS_TOO_MANY'],
    ['conflictStrategies', 100, 'PLUGIN_CONFLICT_STRATEGIES_TOO_MANY'],
  ])('refuses more %s than %i once', (part, most, code) => {
    const [entry] = Object.values(opticians[part]);
    const many = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, entry]));
    const alone = { ...opticians, conflictStrategies: {} };
    expect(faultsOf({ ...alone, [part]: many(most) })).toEqual([]);
    expect(faultsOf({ ...alone, [part]: many(most + 1) })).toEqual([[code, part]]);
  });

  it.each<[path: string, value: unknown, code: string, meant: string]>([
    ['playbook.student-close.segment', 'Students', 'PLUGIN_KEY_INVALID', 'STUDENT'],
    ['playbook.student-close.stage', 'SERVICE_CLOSED', 'PLUGIN_STAGE_UNKNOWN', 'SERVICE_CLOSE'],
    ['playbook.student-close.detail', 'SCRIPTS', 'PLUGIN_DETAIL_UNKNOWN', 'SCRIPT'],
    ['conflictTags.online-frames.cause', 'COMPETITOR', 'PLUGIN_CAUSE_UNKNOWN', 'COMPETITION'],
    [tagged, ['opticians/lens-quotas'], 'PLUGIN_TAG_UNKNOWN', 'opticians/lens-quota'],
    ['playbooks', {}, 'PLUGIN_FIELD_UNKNOWN', 'playbook'],
  ])('says at %s for %j what was meant', (path, value, code, meant) => {
    expect(mistyped(path, value)).toEqual([[code, { en: `Did you mean ${meant}?`, zhHans: `您是想写 ${meant} 吗？` }]]);
  });
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
      'playbook',
      'playbook.student-close',
      'playbook.student-close.segment',
      'conflictTags',
      'conflictTags.lens-quota',
      'conflictStrategies',
      'conflictStrategies.frame-ranges',
      'conflictStrategies.frame-ranges.answers',
      tagged,
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
