import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { checkPlugins } from '../../plugins/kit/commands/check-plugin.ts';
import { formatFault, PluginFaults } from '../../plugins/kit/faults.ts';
import { core } from '../../plugins/kit/ground.ts';
import { loadPlugins } from '../../plugins/kit/loading.ts';
import * as sound from './opticians.ts';

// Modules are tried in a thread of their own, which a busy machine is slow to begin.
vi.setConfig({ testTimeout: 30_000 });

/** A file by its name and content; an empty one is not there. */
type Written = readonly [name: string, content: string];

const { opticians, text } = sound;
const file = (name: string, content: string): Written => [name, content];
const changed = (place: string, value: unknown): Written =>
  file('plugin.json', JSON.stringify(sound.changed(place, value)));

/** What is told of each in English; `HERE` is the folder that the files lie in. */
const broken: [what: string, written: Written, told: string][] = [
  [
    'no version',
    changed('version', undefined),
    'PLUGIN_FIELD_MISSING: plugin opticians (plugin.json), version: found nothing, expected a version such as 1.0.0. Add version.',
  ],
  [
    'a misspelt field',
    changed('industy', { key: 'opticians' }),
    'PLUGIN_FIELD_UNKNOWN: plugin opticians (plugin.json), industy: found "industy", expected one of name, version, host, label, description, items, industry, tierRequirements, segments, playbook, conflictTags or conflictStrategies. Did you mean industry?',
  ],
  [
    'a text where an object belongs',
    changed('label', 'Opticians'),
    'PLUGIN_FIELD_INVALID: plugin opticians (plugin.json), label: found "Opticians", expected an object with en and zhHans. Write it as { en, zhHans }.',
  ],
  [
    'a name in capitals',
    changed('name', 'Opticians'),
    'PLUGIN_NAME_INVALID: plugin plugin.json, name: found "Opticians", expected lower case letters, digits and hyphens from a letter, at most 64 characters. Choose a name such as home-appliances.',
  ],
  [
    'the name of the core',
    changed('name', 'core'),
    'PLUGIN_NAME_RESERVED: plugin core (plugin.json), name: found "core", expected a name other than core and organization. Choose another name: these two are taken by Tierwise itself.',
  ],
  [
    'a version in words',
    changed('version', 'one'),
    'PLUGIN_VERSION_INVALID: plugin opticians (plugin.json), version: found "one", expected a version such as 1.0.0. Write three numbers with dots.',
  ],
  [
    'a host that is no range',
    changed('host', 'newest'),
    'PLUGIN_HOST_INVALID: plugin opticians (plugin.json), host: found "newest", expected a range of kit versions such as ^1.0.0. Write the kit versions it was written for: ^1.0.0 for this one.',
  ],
  [
    'a host that does not fit',
    changed('host', '^2.0.0'),
    'PLUGIN_HOST_MISMATCH: plugin opticians (plugin.json), host: found "^2.0.0", expected a range that includes this kit, 1.0.0. Install a version of the plugin for kit 1.0.0, or try it here and widen its host range.',
  ],
  [
    'a label without Chinese',
    changed('label.zhHans', undefined),
    'PLUGIN_TRANSLATION_MISSING: plugin opticians (plugin.json), label.zhHans: found nothing, expected the Simplified Chinese text. Add zhHans.',
  ],
  [
    'a text with a control character',
    changed('description.en', 'Eye\u0007test'),
    'PLUGIN_TEXT_INVALID: plugin opticians (plugin.json), description.en: found "Eye\\u0007test", expected text without control characters. Remove the characters that cannot be seen.',
  ],
  [
    'a label as long as a page',
    changed('label.en', 'x'.repeat(201)),
    `PLUGIN_TEXT_TOO_LONG: plugin opticians (plugin.json), label.en: found 201 characters, "${'x'.repeat(78)}…, expected at most 200 characters. Shorten it by 1.`,
  ],
  [
    'an item key in camel case',
    changed('items.eyeTest', opticians.items['eye-test']),
    'PLUGIN_KEY_INVALID: plugin opticians (plugin.json), items.eyeTest: found "eyeTest", expected kebab-case from a letter, at most 64 characters. Use lower case letters, digits and single hyphens, such as install-24h.',
  ],
  [
    'items of no industry',
    changed('industry', undefined),
    'PLUGIN_INDUSTRY_MISSING: plugin opticians (plugin.json), industry: found items but no industry, expected the industry that they grade. Add industry: { key, label }, or leave items empty: {}.',
  ],
  [
    'a misspelt direction',
    changed('industry.direction', 'DEALER_PROVIDE'),
    'PLUGIN_DIRECTION_UNKNOWN: plugin opticians (plugin.json), industry.direction: found "DEALER_PROVIDE", expected DEALER_PROVIDES or BRAND_PROVIDES. Did you mean DEALER_PROVIDES?',
  ],
  [
    'an unknown tier',
    changed('items.eye-test.tier', 'EXCELENT'),
    'PLUGIN_TIER_UNKNOWN: plugin opticians (plugin.json), items.eye-test.tier: found "EXCELENT", expected GOOD, EXCELLENT or OUTSTANDING. Did you mean EXCELLENT?',
  ],
  [
    'an unknown dimension',
    changed('items.eye-test.dimension', 'PRICE'),
    'PLUGIN_DIMENSION_UNKNOWN: plugin opticians (plugin.json), items.eye-test.dimension: found "PRICE", expected QUALITY, CONTENT, FEEDBACK or COMPLIANCE. Write QUALITY, CONTENT, FEEDBACK or COMPLIANCE.',
  ],
  [
    'a weight of nothing',
    changed('items.eye-test.weight', 0),
    'PLUGIN_WEIGHT_INVALID: plugin opticians (plugin.json), items.eye-test.weight: found 0, expected a decimal above 0 of up to 15 whole and 6 fraction digits. Write how much the item counts beside the others, or remove the item.',
  ],
  [
    'half a step',
    changed('items.eye-test.stepCost', 1.5),
    'PLUGIN_STEP_COST_INVALID: plugin opticians (plugin.json), items.eye-test.stepCost: found 1.5, expected a whole number from 1 to 100. Write what one raise costs beside the others, or leave it out for 1.',
  ],
  [
    'evidence in a word of one’s own',
    changed('items.eye-test.evidence', 'optional'),
    'PLUGIN_EVIDENCE_INVALID: plugin opticians (plugin.json), items.eye-test.evidence: found "optional", expected "required". Write evidence: "required", or leave evidence out.',
  ],
  [
    'a misspelt measure',
    changed('items.eye-test.measure.kind', 'metrics'),
    'PLUGIN_MEASURE_UNKNOWN: plugin opticians (plugin.json), items.eye-test.measure.kind: found "metrics", expected metric, rating or yesNo. Did you mean metric?',
  ],
  [
    'a misspelt direction of better',
    changed('items.eye-test.measure.better', 'HIGHR'),
    'PLUGIN_BETTER_UNKNOWN: plugin opticians (plugin.json), items.eye-test.measure.better: found "HIGHR", expected HIGHER or LOWER. Did you mean HIGHER?',
  ],
  [
    'a metric without bands',
    changed('items.eye-test.measure.bands', []),
    'PLUGIN_BANDS_INVALID: plugin opticians (plugin.json), items.eye-test.measure.bands: found a list of 0, expected a list of 1 to 20 bands. Write between 1 and 20 bands in square brackets.',
  ],
  [
    'bands out of order',
    changed('items.eye-test.measure.bands.1.0', 99),
    'PLUGIN_BANDS_OUT_OF_ORDER: plugin opticians (plugin.json), items.eye-test.measure.bands.1.0: found 99 after 95, expected the highest first, each below the last. Put the bands in order, best first.',
  ],
  [
    'a band from a word',
    changed('items.eye-test.measure.bands.0.0', 'most'),
    `PLUGIN_BAND_FROM_INVALID: plugin opticians (plugin.json), items.eye-test.measure.bands.0.0: found "most", expected a decimal of up to 15 whole and 6 fraction digits. Write it out in digits, as a text where a float would blur it, such as '99.95'.`,
  ],
  [
    'a band that earns too much',
    changed('items.eye-test.measure.bands.0.1', 120),
    'PLUGIN_BAND_EARNS_INVALID: plugin opticians (plugin.json), items.eye-test.measure.bands.0.1: found 120, expected a decimal from 0 to 100. Write what this band earns out of 100.',
  ],
  [
    'a rating of one anchor',
    changed('items.shop-image.measure.anchors', [text]),
    'PLUGIN_ANCHORS_TOO_FEW: plugin opticians (plugin.json), items.shop-image.measure.anchors: found a list of 1, expected 2 to 11 anchors, from 0 upwards. Describe both ends of the scale at least.',
  ],
  [
    'a rating of twelve anchors',
    changed('items.shop-image.measure.anchors', Array(12).fill(text)),
    'PLUGIN_ANCHORS_TOO_MANY: plugin opticians (plugin.json), items.shop-image.measure.anchors: found a list of 12, expected 2 to 11 anchors, from 0 upwards. Use a coarser scale.',
  ],
  [
    'a red line below nothing',
    changed('items.eye-test.redLine.below', 0),
    'PLUGIN_RED_LINE_BELOW_INVALID: plugin opticians (plugin.json), items.eye-test.redLine.below: found 0, expected a decimal above 0, up to 100. Write the points of 100 below which the line is broken.',
  ],
  [
    'a red line that caps at no tier',
    changed('items.eye-test.redLine.capsAt', 'GODO'),
    'PLUGIN_RED_LINE_TIER_UNKNOWN: plugin opticians (plugin.json), items.eye-test.redLine.capsAt: found "GODO", expected GOOD, EXCELLENT or OUTSTANDING. Did you mean GOOD?',
  ],
  [
    'a red line that caps nothing',
    changed('items.eye-test.redLine.capsAt', 'OUTSTANDING'),
    'PLUGIN_RED_LINE_CAPS_NOTHING: plugin opticians (plugin.json), items.eye-test.redLine.capsAt: found "OUTSTANDING", expected a tier below the highest, or null for no tier at all. Name the highest tier that is still allowed when the line is broken, or leave the red line out.',
  ],
  [
    'a class that no dealer has',
    changed('tierRequirements.D', { tier: 'GOOD', duties: [] }),
    'PLUGIN_CLASS_UNKNOWN: plugin opticians (plugin.json), tierRequirements.D: found "D", expected A, B or C. Write A, B or C.',
  ],
  [
    'a need that nobody has',
    changed('segments.STUDENT.0.needs.0', 'SOCAIL'),
    'PLUGIN_NEED_UNKNOWN: plugin opticians (plugin.json), segments.STUDENT.0.needs.0: found "SOCAIL", expected FUNCTIONAL, EMOTIONAL, SOCIAL, CONVENIENCE or PERSONAL. Did you mean SOCIAL?',
  ],
  [
    'a channel that nobody uses',
    changed('segments.STUDENT.0.channels.0', 'RADIO'),
    'PLUGIN_CHANNEL_UNKNOWN: plugin opticians (plugin.json), segments.STUDENT.0.channels.0: found "RADIO", expected PHYSICAL, ECOMMERCE, PHONE or SOCIAL. Write PHYSICAL, ECOMMERCE, PHONE or SOCIAL.',
  ],
  [
    'a segment without strategies',
    changed('segments.STUDENT', []),
    'PLUGIN_LIST_INVALID: plugin opticians (plugin.json), segments.STUDENT: found a list of 0, expected a list of 1 to 50 strategies. Write between 1 and 50 strategies in square brackets.',
  ],
  [
    'a need named twice',
    changed('segments.STUDENT.0.needs', ['SOCIAL', 'SOCIAL']),
    'PLUGIN_LIST_REPEATED: plugin opticians (plugin.json), segments.STUDENT.0.needs.1: found "SOCIAL" again, expected each entry once. Remove one of the two.',
  ],
  [
    'a stage outside the store',
    changed('playbook.student-close.stage', 'SALE'),
    'PLUGIN_STAGE_UNKNOWN: plugin opticians (plugin.json), playbook.student-close.stage: found "SALE", expected ON_SITE_REPAIR, PRODUCT_RECOMMENDATION, SERVICE_CLOSE or AFTER_SALE_REVISIT. Write ON_SITE_REPAIR, PRODUCT_RECOMMENDATION, SERVICE_CLOSE or AFTER_SALE_REVISIT.',
  ],
  [
    'a detail that nobody sees',
    changed('playbook.student-close.detail', 'VOICE'),
    'PLUGIN_DETAIL_UNKNOWN: plugin opticians (plugin.json), playbook.student-close.detail: found "VOICE", expected IMAGE, ACTION or SCRIPT. Write IMAGE, ACTION or SCRIPT.',
  ],
  [
    'a cause that nobody has',
    changed('conflictTags.lens-quota.cause', 'MONEY'),
    'PLUGIN_CAUSE_UNKNOWN: plugin opticians (plugin.json), conflictTags.lens-quota.cause: found "MONEY", expected GOAL_MISALIGNMENT, ROLE_AMBIGUITY, POOR_COMMUNICATION, RESOURCE_SCARCITY, POWER_IMBALANCE, COMPETITION or OTHER. Write GOAL_MISALIGNMENT, ROLE_AMBIGUITY, POOR_COMMUNICATION, RESOURCE_SCARCITY, POWER_IMBALANCE, COMPETITION or OTHER.',
  ],
  [
    'a tag of its own that is not there',
    changed('conflictStrategies.lens-allocation.answersTags.0', 'opticians/lens-qouta'),
    'PLUGIN_TAG_UNKNOWN: plugin opticians (plugin.json), conflictStrategies.lens-allocation.answersTags.0: found "opticians/lens-qouta", expected a tag in conflictTags. Did you mean opticians/lens-quota?',
  ],
  [
    'a strategy that answers nothing',
    changed('conflictStrategies.frame-ranges.answers', []),
    'PLUGIN_ANSWERS_NOTHING: plugin opticians (plugin.json), conflictStrategies.frame-ranges.answers: found neither a cause nor a tag, expected a cause, or a tag in answersTags. Name what the strategy answers.',
  ],
  [
    'a list',
    file('plugin.json', '[]'),
    'PLUGIN_NOT_AN_OBJECT: plugin plugin.json: found [], expected an object with name, version, host, label, description and items. Export the definition itself as the default.',
  ],
  [
    'JSON with a comma too many',
    file('plugin.json', '{"name": "a",}'),
    'PLUGIN_JSON_INVALID: plugin plugin.json: found "Expected double-quoted property name in JSON at position 13", expected JSON. Correct it there; comments and trailing commas are not JSON.',
  ],
  [
    'a key written twice',
    file('plugin.json', JSON.stringify(opticians).replace('{', '{"version":"1.0.0",\n')),
    'PLUGIN_KEY_DUPLICATE: plugin opticians (plugin.json), version: found "version" on line 1 and again on line 2 of plugin.json, expected every key once in its object. Rename or remove the one on line 2: the first would be lost in silence.',
  ],
  [
    'a function',
    file('plugin.mjs', 'export default () => ({});'),
    'PLUGIN_NOT_PLAIN: plugin plugin.mjs: found a function, expected plain data, as in JSON. Remove it: a plugin is data, but for the score of an item.',
  ],
  [
    'too much of it',
    file('big.mjs', 'export default Array.from({ length: 1e5 });'),
    'PLUGIN_TOO_LARGE: plugin big.mjs: found more than 100000 values, expected at most 100000 values. Split it into several plugins.',
  ],
  [
    'a module that throws',
    file('plugin.mjs', "throw new Error('no lens');"),
    'PLUGIN_IMPORT_FAILED: plugin plugin.mjs: found "no lens", expected a module that can be imported. Run the file by itself with node to see where, and correct it.',
  ],
  [
    'a module that never ends',
    file('plugin.mjs', 'await new Promise(() => {});'),
    'PLUGIN_IMPORT_ENDLESS: plugin plugin.mjs: found a wait without end, expected a module that finishes loading. Remove the loop or the await that the module begins with: a plugin is data.',
  ],
  [
    'a module that prints',
    file('plugin.mjs', "console.log('ready');"),
    'PLUGIN_PRINTS: plugin plugin.mjs: found "ready", expected nothing printed while the module loads. Remove the line that prints it.',
  ],
  [
    'a module without a default export',
    file('named.mjs', 'export const plugin = {};'),
    'PLUGIN_DEFAULT_MISSING: plugin named.mjs: found only plugin, expected the definition as the default export. Write export default { … }.',
  ],
  [
    'a file of another kind',
    file('./plugin.yaml', 'name: opticians'),
    'PLUGIN_FILE_KIND_UNKNOWN: plugin ./plugin.yaml: found ".yaml", expected a file ending in .mjs, .js, .ts or .json. Rename the file, or compile it to one of these kinds.',
  ],
  [
    'a path to nowhere',
    file('elsewhere.mjs', ''),
    'PLUGIN_FILE_NOT_FOUND: plugin elsewhere.mjs: found no such file, expected a file at "HERE/elsewhere.mjs". Correct the path.',
  ],
  [
    'a reference of two words',
    file('two words', ''),
    'PLUGIN_REFERENCE_INVALID: plugin two words: found "two words", expected a path or a package name. Write one of these.',
  ],
  [
    'the core itself',
    file('core', ''),
    'PLUGIN_CORE_NAMED: plugin core: found "core", expected the plugins beside the core. Leave core out of PLUGINS: it is always loaded.',
  ],
];

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'tierwise-broken-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

async function faultsAtStart(name: string) {
  const outcome = await loadPlugins({ names: [name], box: {}, core, directory }).catch((error: unknown) => error);
  if (outcome instanceof PluginFaults) return outcome.faults;
  throw new Error(`expected faults, got ${String(outcome)}`);
}

test.each(broken)('%s is told at start and by check-plugin alike', async (_, [name, content], told) => {
  if (content !== '') writeFileSync(path.join(directory, name), content);
  const faults = await faultsAtStart(name);
  const inBoth = faults.map(formatFault).join('\n');
  expect(inBoth.replaceAll(directory, 'HERE').split('\n')).toEqual([told, expect.stringMatching(/^插件 /)]);
  expect(await checkPlugins([name], directory)).toEqual({ said: inBoth, code: 1 });
  const { said: json } = await checkPlugins([name, '--json'], directory);
  expect(JSON.parse(json)).toEqual({ sound: false, faults });
});

test('each of them, forty and more, has a code of its own', () => {
  expect(new Set(broken.map(([, , told]) => told.split(':')[0])).size).toBe(broken.length);
  expect(broken.length).toBeGreaterThanOrEqual(40);
});

test('check-plugin says what is sound, and refuses a line that it does not understand', async () => {
  writeFileSync(path.join(directory, 'opticians.json'), JSON.stringify(opticians));
  expect(await checkPlugins(['opticians.json'], directory)).toEqual({
    said: `opticians 2.1.0-beta.1 is sound: items 4, industry opticians.
opticians 2.1.0-beta.1 检查通过：项目 4，行业 opticians。`,
    code: 0,
  });
  const { said, code } = await checkPlugins(['--json', 'opticians.json'], directory);
  expect([JSON.parse(said), code]).toEqual([
    { sound: true, plugins: [{ name: 'opticians', version: '2.1.0-beta.1', source: 'opticians.json' }] },
    0,
  ]);
  expect((await checkPlugins(['opticians.json', 'opticians.json'], directory)).said).toMatch(/^PLUGIN_NAME_TAKEN: /);
  expect(await checkPlugins(['--all'], directory)).toMatchObject({ code: 2 });
  expect(await checkPlugins([], directory)).toMatchObject({ code: 2 });
});

test('check-plugin ends a module that never does', async () => {
  writeFileSync(path.join(directory, 'endless.mjs'), 'for (;;);');
  const { said, code } = await checkPlugins(['endless.mjs'], directory, 300);
  expect([said.split(':')[0], code]).toEqual(['PLUGIN_IMPORT_ENDLESS', 1]);
});
