import semver from 'semver';
import { dealerClasses, directions, tierCodes } from '../definition.ts';
import { kitVersion } from '../index.ts';
import { type Check, fields, inTurn, isRecord, list, oneOf, record, satisfies } from './check.ts';
import { conflictStrategies, conflictTags, ownTags } from './conflicts.ts';
import { items } from './item.ts';
import { kebabKey } from './keys.ts';
import { playbook, segments } from './segments.ts';
import { label, text } from './text.ts';
import { inside } from './wording.ts';

const isName = (value: unknown): boolean =>
  typeof value === 'string' && value.length <= 64 && /^[a-z][a-z0-9-]*$/.test(value);

const wellNamed = satisfies(isName, {
  code: 'PLUGIN_NAME_INVALID',
  expected: {
    en: 'lower case letters, digits and hyphens from a letter, at most 64 characters',
    zhHans: '以小写字母开头，仅含小写字母、数字和连字符，最多 64 个字符',
  },
  remedy: { en: 'Choose a name such as home-appliances.', zhHans: '请选用如 home-appliances 的名称。' },
});

const notReserved = satisfies((value) => value !== 'core' && value !== 'organization', {
  code: 'PLUGIN_NAME_RESERVED',
  expected: { en: 'a name other than core and organization', zhHans: 'core 和 organization 以外的名称' },
  remedy: {
    en: 'Choose another name: these two are taken by Tierwise itself.',
    zhHans: '请另选名称：这两个名称由 Tierwise 自用。',
  },
});

const version = satisfies(
  (value) => typeof value === 'string' && /^\d\S*$/.test(value) && semver.valid(value) !== null,
  {
    code: 'PLUGIN_VERSION_INVALID',
    expected: { en: 'a version such as 1.0.0', zhHans: '如 1.0.0 的版本号' },
    remedy: { en: 'Write three numbers with dots.', zhHans: '请写成以点分隔的三个数字。' },
  },
);

const hostRange = satisfies(
  (value) =>
    typeof value === 'string' && value.trim() !== '' && value.length <= 100 && semver.validRange(value) !== null,
  {
    code: 'PLUGIN_HOST_INVALID',
    expected: { en: 'a range of kit versions such as ^1.0.0', zhHans: '套件版本范围，如 ^1.0.0' },
    remedy: {
      en: `Write the kit versions it was written for: ^${kitVersion} for this one.`,
      zhHans: `请写明插件所适用的套件版本：当前套件为 ^${kitVersion}。`,
    },
  },
);

const hostFits = satisfies((value) => semver.satisfies(kitVersion, String(value)), {
  code: 'PLUGIN_HOST_MISMATCH',
  expected: { en: `a range that includes this kit, ${kitVersion}`, zhHans: `包含当前套件版本 ${kitVersion} 的范围` },
  remedy: {
    en: `Install a version of the plugin for kit ${kitVersion}, or try it here and widen its host range.`,
    zhHans: `请安装适用于套件 ${kitVersion} 的插件版本，或在此试用后放宽其 host 范围。`,
  },
});

const industry = fields({ key: kebabKey, label }, { direction: oneOf('PLUGIN_DIRECTION_UNKNOWN', directions) });

const tierRequirements = record(
  oneOf('PLUGIN_CLASS_UNKNOWN', dealerClasses),
  fields({
    tier: oneOf('PLUGIN_TIER_UNKNOWN', tierCodes),
    duties: list(text, { atLeast: 0, atMost: 50, of: { en: 'duties', zhHans: '项义务' } }),
  }),
  { en: 'an object of requirements by class: A, B, C', zhHans: '按类别（A、B、C）列出要求的对象' },
);

/** A rubric is an industry's: items without one would be graded nowhere. */
const industryForItems: Check = (plugin, path, report) => {
  if (!isRecord(plugin) || plugin.industry !== undefined || !isRecord(plugin.items)) return;
  if (Object.keys(plugin.items).length === 0) return;
  report({
    code: 'PLUGIN_INDUSTRY_MISSING',
    path: inside(path, 'industry'),
    found: { en: 'items but no industry', zhHans: '有项目而没有行业' },
    expected: { en: 'the industry that they grade', zhHans: '这些项目所评的行业' },
    remedy: {
      en: 'Add industry: { key, label }, or leave items empty: {}.',
      zhHans: '请添加 industry: { key, label }，或将 items 留空：{}。',
    },
  });
};

const parts = (name: Check): Check => {
  const form = fields(
    { name, version, host: inTurn(hostRange, hostFits), label, description: text, items },
    { industry, tierRequirements, segments, playbook, conflictTags, conflictStrategies },
  );
  return (value, path, report) => {
    form(value, path, report);
    ownTags(value, path, report);
  };
};

const named = parts(inTurn(wellNamed, notReserved));

export const pluginParts: Check = (value, path, report) => {
  named(value, path, report);
  industryForItems(value, path, report);
};

/** The core is a plugin like any other, but for its name and that it grades every industry. */
export const coreParts = parts(oneOf('PLUGIN_NAME_INVALID', ['core']));
