import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Fault, type FaultCode, faultCodes, formatFault, PluginFaults } from '../../plugins/kit/faults.ts';
import type { PluginDefinition } from '../../plugins/kit/index.ts';
import { loadPlugins } from '../../plugins/kit/loading.ts';

// Modules are tried in a thread of their own, which a busy machine is slow to begin.
vi.setConfig({ testTimeout: 30_000 });

const text = { en: 'Eye test', zhHans: '验光' };
const head = { version: '1.0.0', host: '^1.0.0', label: text, description: text };
const core = { ...head, name: 'core', items: {} };
const item = { tier: 'GOOD', dimension: 'QUALITY', weight: 1, label: text };

const opticians = {
  ...head,
  name: 'opticians',
  industry: { key: 'opticians', label: text, direction: 'BRAND_PROVIDES' },
  items: {
    metric: { ...item, measure: { kind: 'metric', unit: '%', better: 'HIGHER', bands: [[95, 100]] } },
    rating: { ...item, measure: { kind: 'rating', anchors: [text, text] }, redLine: { below: 50, capsAt: null } },
  },
  tierRequirements: { A: { tier: 'GOOD', duties: [text] } },
  segments: { STUDENT: [{ text, needs: ['SOCIAL'], channels: ['PHONE'] }] },
  playbook: { greeting: { segment: 'STUDENT', stage: 'SERVICE_CLOSE', detail: 'SCRIPT', text } },
  conflictTags: { quota: { cause: 'RESOURCE_SCARCITY', label: text } },
  conflictStrategies: {
    sharing: { label: text, measures: [text], answers: ['OTHER'], answersTags: ['opticians/quota'] },
  },
};

/** What is asked for, out of what box, with which files in the directory. */
type Attempt = {
  readonly names: readonly string[];
  readonly box?: Readonly<Record<string, unknown>>;
  readonly files?: Readonly<Record<string, string>>;
};

/** The opticians with one place changed; undefined takes the place away. */
function changed(place: string, value: unknown): Attempt {
  const copy: Record<string, unknown> = JSON.parse(JSON.stringify(opticians));
  const steps = place.split('.');
  const last = String(steps.pop());
  const owner = steps.reduce<Record<string, unknown>>((at, step) => at[step] as Record<string, unknown>, copy);
  if (value === undefined) delete owner[last];
  else owner[last] = value;
  return { names: ['opticians'], box: { opticians: copy } };
}

const file = (name: string, content: string): Attempt => ({ names: [name], files: { [name]: content } });
const two = (other: object): Attempt => ({ names: ['a', 'b'], box: { a: opticians, b: { ...opticians, ...other } } });
const texts = (count: number): unknown[] => Array.from({ length: count }, () => text);
const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`key-${index}`, 0]));

const attempts: Readonly<Record<FaultCode, Attempt>> = {
  PLUGIN_NOT_AN_OBJECT: file('list.json', '[]'),
  PLUGIN_NOT_PLAIN: changed('label', () => text),
  PLUGIN_TOO_LARGE: changed('label', new Array(1e6)),
  PLUGIN_FIELD_MISSING: changed('version', undefined),
  PLUGIN_FIELD_UNKNOWN: changed('scheme', {}),
  PLUGIN_FIELD_INVALID: changed('items.metric', 5),
  PLUGIN_SCORE_INVALID: changed('items.metric.score', 5),
  PLUGIN_SCORE_MISSING: changed('items.metric.messages', { late: text }),
  PLUGIN_MESSAGES_TOO_MANY: changed('items.metric.messages', many(51)),
  PLUGIN_MESSAGE_UNEVEN: changed('items.metric.messages', { late: { en: '{hours} late', zhHans: '迟{hour}小时' } }),
  PLUGIN_PARAMETERS_TOO_MANY: changed('items.metric.parameters', many(21)),
  PLUGIN_PARAMETER_KIND_UNKNOWN: changed('items.metric.parameters', { grace: { kind: 'text' } }),
  PLUGIN_PARAMETER_NUMBER_INVALID: changed('items.metric.parameters', {
    grace: { kind: 'number', label: text, min: '0', max: 5, default: 1 },
  }),
  PLUGIN_PARAMETER_DEFAULT_INVALID: changed('items.metric.parameters', {
    grace: { kind: 'number', label: text, min: 0, max: 5, default: 6 },
  }),
  PLUGIN_NAME_INVALID: changed('name', 'Opticians'),
  PLUGIN_NAME_RESERVED: changed('name', 'organization'),
  PLUGIN_VERSION_INVALID: changed('version', 'v1'),
  PLUGIN_HOST_INVALID: changed('host', 'newest'),
  PLUGIN_HOST_MISMATCH: changed('host', '^2.0.0'),
  PLUGIN_TRANSLATION_MISSING: changed('label.zhHans', undefined),
  PLUGIN_TEXT_INVALID: changed('label.en', 'Eye\u0000'),
  PLUGIN_TEXT_TOO_LONG: changed('label.en', 'x'.repeat(203)),
  PLUGIN_KEY_INVALID: changed('segments.night', []),
  PLUGIN_KEY_DUPLICATE: file('twice.json', `{"name":"twice",\n"name":"twice"}`),
  PLUGIN_INDUSTRY_MISSING: changed('industry', undefined),
  PLUGIN_DIRECTION_UNKNOWN: changed('industry.direction', 'BOTH'),
  PLUGIN_ITEMS_TOO_MANY: changed('items', many(201)),
  PLUGIN_TIER_UNKNOWN: changed('items.metric.tier', 'EXCELENT'),
  PLUGIN_DIMENSION_UNKNOWN: changed('items.metric.dimension', 'PRICE'),
  PLUGIN_WEIGHT_INVALID: changed('items.metric.weight', -1),
  PLUGIN_STEP_COST_INVALID: changed('items.metric.stepCost', 101),
  PLUGIN_EVIDENCE_INVALID: changed('items.metric.evidence', true),
  PLUGIN_MEASURE_UNKNOWN: changed('items.metric.measure.kind', 'scale'),
  PLUGIN_BETTER_UNKNOWN: changed('items.metric.measure.better', 'MORE'),
  PLUGIN_BANDS_INVALID: changed('items.metric.measure.bands', []),
  PLUGIN_BANDS_OUT_OF_ORDER: changed('items.metric.measure.bands', [
    [90, 100],
    [95, 80],
  ]),
  PLUGIN_BAND_FROM_INVALID: changed('items.metric.measure.bands.0.0', '95%'),
  PLUGIN_BAND_EARNS_INVALID: changed('items.metric.measure.bands.0.1', 101),
  PLUGIN_ANCHORS_TOO_FEW: changed('items.rating.measure.anchors', texts(1)),
  PLUGIN_ANCHORS_TOO_MANY: changed('items.rating.measure.anchors', texts(12)),
  PLUGIN_RED_LINE_BELOW_INVALID: changed('items.rating.redLine.below', 0),
  PLUGIN_RED_LINE_TIER_UNKNOWN: changed('items.rating.redLine.capsAt', 'BEST'),
  PLUGIN_RED_LINE_CAPS_NOTHING: changed('items.rating.redLine.capsAt', 'OUTSTANDING'),
  PLUGIN_CLASS_UNKNOWN: changed('tierRequirements.D', { tier: 'GOOD', duties: [] }),
  PLUGIN_NEED_UNKNOWN: changed('segments.STUDENT.0.needs.0', 'MONEY'),
  PLUGIN_CHANNEL_UNKNOWN: changed('segments.STUDENT.0.channels.0', 'RADIO'),
  PLUGIN_PLAYBOOK_TEXTS_TOO_MANY: changed('playbook', many(1001)),
  PLUGIN_STAGE_UNKNOWN: changed('playbook.greeting.stage', 'SALE'),
  PLUGIN_DETAIL_UNKNOWN: changed('playbook.greeting.detail', 'VOICE'),
  PLUGIN_CONFLICT_TAGS_TOO_MANY: changed('conflictTags', many(101)),
  PLUGIN_CONFLICT_STRATEGIES_TOO_MANY: changed('conflictStrategies', many(101)),
  PLUGIN_CAUSE_UNKNOWN: changed('conflictTags.quota.cause', 'MONEY'),
  PLUGIN_TAG_UNKNOWN: changed('conflictStrategies.sharing.answersTags.0', 'opticians/rent'),
  PLUGIN_ANSWERS_NOTHING: changed('conflictStrategies.sharing', { label: text, measures: [text], answers: [] }),
  PLUGIN_LIST_INVALID: changed('segments.STUDENT', []),
  PLUGIN_LIST_REPEATED: changed('segments.STUDENT.0.needs', ['SOCIAL', 'SOCIAL']),
  PLUGIN_REFERENCE_INVALID: { names: ['two words'] },
  PLUGIN_CORE_NAMED: { names: ['core'] },
  PLUGIN_NOT_FOUND: { names: ['dentists'], box: { opticians } },
  PLUGIN_FILE_NOT_FOUND: { names: ['empty'], files: { 'node_modules/empty/package.json': '{"exports":{}}' } },
  PLUGIN_FILE_KIND_UNKNOWN: file('./plugin.yaml', 'name: a'),
  PLUGIN_FILE_UNREADABLE: { names: ['broken'], files: { 'node_modules/broken/package.json': '{' } },
  PLUGIN_JSON_INVALID: file('bad.json', '{"name": "a",}'),
  PLUGIN_IMPORT_FAILED: file('throws.mjs', 'throw new Error("no lens");'),
  PLUGIN_IMPORT_ENDLESS: file('waits.mjs', 'await new Promise(() => {});'),
  PLUGIN_PRINTS: file('prints.mjs', 'console.log("ready");\nexport default {};'),
  PLUGIN_DEFAULT_MISSING: file('named.mjs', 'export const left = 1, right = 2;'),
  PLUGIN_NAME_TAKEN: two({ industry: { key: 'lenses', label: text } }),
  PLUGIN_INDUSTRY_TAKEN: two({ name: 'lenses' }),
};

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'tierwise-faults-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

async function faultWith(code: FaultCode): Promise<Fault> {
  const { names, box = {}, files = {} } = attempts[code];
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(directory, name)), { recursive: true });
    writeFileSync(path.join(directory, name), content);
  }
  const definitions = box as Readonly<Record<string, PluginDefinition>>;
  const outcome = await loadPlugins({ names, box: definitions, core, directory }).catch((error: unknown) => error);
  const faults = outcome instanceof PluginFaults ? outcome.faults : [];
  const fault = faults.find((each) => each.code === code);
  if (fault === undefined) throw new Error(`expected ${code}, got ${String(outcome)}`);
  return fault;
}

/** A sentence without what is the same in every language: values in quotes, commands and code. */
const words = (sentence: string): string =>
  sentence.replaceAll(/"(?:\\.|[^"\\])*(?:"|…)|\{ .*? \}|npm install \S+|export default/g, '');

describe('a fault', () => {
  it.each(faultCodes)('%s is told in English and in Chinese, in no mixture', async (code) => {
    const fault = await faultWith(code);
    const [english = '', chinese = '', ...more] = formatFault(fault).split('\n');
    expect(more).toEqual([]);
    const [inEnglish, inChinese] = [`${code}: plugin ${fault.plugin}`, `插件 ${fault.plugin}`];
    expect([english.startsWith(inEnglish), chinese.startsWith(inChinese)]).toEqual([true, true]);
    expect(words(english)).not.toMatch(/\p{Script=Han}|[，；：。？（）、]/u);
    expect(words(chinese.slice(inChinese.length))).not.toMatch(/[a-z]{2,} [a-z]+|[.,;?!] /i);
    expect(fault.remedy.zhHans).toMatch(/^\p{Script=Han}.*[。？]$/u);
    for (const { en, zhHans } of [fault.found, fault.expected]) {
      expect(words(zhHans)).toMatch(zhHans === en ? /^\S*$/ : /\p{Script=Han}/u);
    }
  });

  it.each<[FaultCode, en: string, zhHans: string]>([
    [
      'PLUGIN_FIELD_MISSING',
      'plugin opticians (box), version: found nothing, expected a version such as 1.0.0. Add version.',
      '插件 opticians（box）；位置：version；实际：空缺；应为：如 1.0.0 的版本号。请添加 version。',
    ],
    [
      'PLUGIN_HOST_MISMATCH',
      'plugin opticians (box), host: found "^2.0.0", expected a range that includes this kit, 1.0.0. Install a version of the plugin for kit 1.0.0, or try it here and widen its host range.',
      '插件 opticians（box）；位置：host；实际："^2.0.0"；应为：包含当前套件版本 1.0.0 的范围。请安装适用于套件 1.0.0 的插件版本，或在此试用后放宽其 host 范围。',
    ],
    [
      'PLUGIN_TRANSLATION_MISSING',
      'plugin opticians (box), label.zhHans: found nothing, expected the Simplified Chinese text. Add zhHans.',
      '插件 opticians（box）；位置：label.zhHans；实际：空缺；应为：简体中文文本。请添加 zhHans。',
    ],
    [
      'PLUGIN_TEXT_TOO_LONG',
      `plugin opticians (box), label.en: found 203 characters, "${'x'.repeat(78)}…, expected at most 200 characters. Shorten it by 3.`,
      `插件 opticians（box）；位置：label.en；实际：203 个字符，"${'x'.repeat(78)}…；应为：不超过 200 个字符。请缩短 3 个字符。`,
    ],
    [
      'PLUGIN_BANDS_OUT_OF_ORDER',
      'plugin opticians (box), items.metric.measure.bands.1.0: found 95 after 90, expected the highest first, each below the last. Put the bands in order, best first.',
      '插件 opticians（box）；位置：items.metric.measure.bands.1.0；实际：95 排在 90 之后；应为：从高到低，逐个递减。请将区间从好到差排列。',
    ],
    [
      'PLUGIN_LIST_INVALID',
      'plugin opticians (box), segments.STUDENT: found a list of 0, expected a list of 1 to 50 strategies. Write between 1 and 50 strategies in square brackets.',
      '插件 opticians（box）；位置：segments.STUDENT；实际：含 0 项的列表；应为：含 1 到 50 条策略的列表。请在方括号中写 1 到 50 条策略。',
    ],
    [
      'PLUGIN_LIST_REPEATED',
      'plugin opticians (box), segments.STUDENT.0.needs.1: found "SOCIAL" again, expected each entry once. Remove one of the two.',
      '插件 opticians（box）；位置：segments.STUDENT.0.needs.1；实际：重复的 "SOCIAL"；应为：每项只出现一次。请删除其中一个。',
    ],
    [
      'PLUGIN_PLAYBOOK_TEXTS_TOO_MANY',
      'plugin opticians (box), playbook: found 1001 playbook texts, expected at most 1000 playbook texts. Keep what a store team can remember.',
      '插件 opticians（box）；位置：playbook；实际：1001 条服务手册文本；应为：不超过 1000 条服务手册文本。请只保留门店人员记得住的内容。',
    ],
    [
      'PLUGIN_TAG_UNKNOWN',
      'plugin opticians (box), conflictStrategies.sharing.answersTags.0: found "opticians/rent", expected a tag in conflictTags. Add the tag to conflictTags, or leave it out here.',
      '插件 opticians（box）；位置：conflictStrategies.sharing.answersTags.0；实际："opticians/rent"；应为：conflictTags 中的标签。请在 conflictTags 中添加该标签，或在此处去掉。',
    ],
    [
      'PLUGIN_ANSWERS_NOTHING',
      'plugin opticians (box), conflictStrategies.sharing.answers: found neither a cause nor a tag, expected a cause, or a tag in answersTags. Name what the strategy answers.',
      '插件 opticians（box）；位置：conflictStrategies.sharing.answers；实际：既无原因也无标签；应为：至少一个原因，或 answersTags 中的一个标签。请写明该策略应对什么。',
    ],
    [
      'PLUGIN_NOT_PLAIN',
      'plugin opticians (box), label: found a function, expected plain data, as in JSON. Remove it: a plugin is data, but for the score of an item.',
      '插件 opticians（box）；位置：label；实际：函数；应为：与 JSON 相同的普通数据。请删除：除项目的 score 外，插件只含数据。',
    ],
    [
      'PLUGIN_NOT_FOUND',
      'plugin dentists: found "dentists", expected opticians, a path or an installed package. Correct the name, or install the package: PLUGINS takes the name of the package, not of the plugin.',
      '插件 dentists；实际："dentists"；应为：opticians、路径或已安装的包。请更正名称，或安装该包：PLUGINS 中写包名，而非插件名。',
    ],
    [
      'PLUGIN_INDUSTRY_MISSING',
      'plugin opticians (box), industry: found items but no industry, expected the industry that they grade. Add industry: { key, label }, or leave items empty: {}.',
      '插件 opticians（box）；位置：industry；实际：有项目而没有行业；应为：这些项目所评的行业。请添加 industry: { key, label }，或将 items 留空：{}。',
    ],
    [
      'PLUGIN_IMPORT_ENDLESS',
      'plugin waits.mjs: found a wait without end, expected a module that finishes loading. Remove the loop or the await that the module begins with: a plugin is data.',
      '插件 waits.mjs；实际：没有尽头的等待；应为：能够加载完毕的模块。请去掉模块加载时的循环或 await：插件只含数据。',
    ],
    [
      'PLUGIN_PRINTS',
      'plugin prints.mjs: found "ready", expected nothing printed while the module loads. Remove the line that prints it.',
      '插件 prints.mjs；实际："ready"；应为：加载模块时不输出任何内容。请删除输出它的语句。',
    ],
    [
      'PLUGIN_DEFAULT_MISSING',
      'plugin named.mjs: found only left and right, expected the definition as the default export. Write export default { … }.',
      '插件 named.mjs；实际：只有 left 和 right；应为：作为默认导出的定义。请写 export default { … }。',
    ],
    [
      'PLUGIN_KEY_DUPLICATE',
      'plugin twice (twice.json), name: found "name" on line 1 and again on line 2 of twice.json, expected every key once in its object. Rename or remove the one on line 2: the first would be lost in silence.',
      '插件 twice（twice.json）；位置：name；实际："name" 在 twice.json 第 1 行出现，又在第 2 行出现；应为：同一对象中每个键只出现一次。请将第 2 行的键改名或删除，否则前一个会被悄然丢弃。',
    ],
    [
      'PLUGIN_INDUSTRY_TAKEN',
      'plugin lenses (box), industry.key: found "opticians" in opticians (box) and in lenses (box), expected each to be taken once. Rename one of them, or leave one out of PLUGINS.',
      '插件 lenses（box）；位置：industry.key；实际："opticians" 同时见于 opticians（box）和 lenses（box）；应为：各插件互不重复。请将其中一个改名，或从 PLUGINS 中去掉一个。',
    ],
  ])('%s reads so', async (code, en, zhHans) => {
    expect(formatFault(await faultWith(code))).toBe(`${code}: ${en}\n${zhHans}`);
  });
});
