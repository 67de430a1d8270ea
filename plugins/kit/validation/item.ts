import { dimensions, tierCodes } from '../definition.ts';
import { type Check, fields, inTurn, isRecord, oneOf, record, satisfies, upTo } from './check.ts';
import { isDecimal } from './decimal.ts';
import { kebabKey } from './keys.ts';
import { measure } from './measure.ts';
import { parameters } from './parameters.ts';
import { messages, plainFunction, scoreOf } from './score.ts';
import { label, text } from './text.ts';
import { alike } from './wording.ts';

const TOP_TIER = tierCodes.at(-1);

const capTier = oneOf('PLUGIN_RED_LINE_TIER_UNKNOWN', tierCodes);

/** A line that still allows the highest tier would cap nothing. */
const capsSomething = satisfies((value) => value !== TOP_TIER, {
  code: 'PLUGIN_RED_LINE_CAPS_NOTHING',
  expected: {
    en: 'a tier below the highest, or null for no tier at all',
    zhHans: '低于最高等级的等级，或 null（不予评级）',
  },
  remedy: {
    en: 'Name the highest tier that is still allowed when the line is broken, or leave the red line out.',
    zhHans: '请写明触碰红线后仍可达到的最高等级，或去掉红线。',
  },
});

const capsAt: Check = (value, path, report) => {
  if (value !== null) inTurn(capTier, capsSomething)(value, path, report);
};

const redLine = fields(
  {
    below: satisfies((value) => isDecimal(value, { above: 0, upTo: 100 }), {
      code: 'PLUGIN_RED_LINE_BELOW_INVALID',
      expected: { en: 'a decimal above 0, up to 100', zhHans: '大于 0、不超过 100 的十进制数' },
      remedy: {
        en: 'Write the points of 100 below which the line is broken.',
        zhHans: '请写明满分 100 分中低于多少分即触碰红线。',
      },
    }),
  },
  { capsAt },
);

const form = fields(
  {
    tier: oneOf('PLUGIN_TIER_UNKNOWN', tierCodes),
    dimension: oneOf('PLUGIN_DIMENSION_UNKNOWN', dimensions),
    weight: satisfies((value) => isDecimal(value, { above: 0 }), {
      code: 'PLUGIN_WEIGHT_INVALID',
      expected: {
        en: 'a decimal above 0 of up to 15 whole and 6 fraction digits',
        zhHans: '大于 0 的十进制数，小数点前最多 15 位，后最多 6 位',
      },
      remedy: {
        en: 'Write how much the item counts beside the others, or remove the item.',
        zhHans: '请写明该项目相对于其他项目的权重，或删除该项目。',
      },
    }),
    label,
    measure,
  },
  {
    guidance: text,
    redLine,
    evidence: satisfies((value) => value === 'required', {
      code: 'PLUGIN_EVIDENCE_INVALID',
      expected: alike('"required"'),
      remedy: {
        en: 'Write evidence: "required", or leave evidence out.',
        zhHans: '请写 evidence: "required"，或去掉 evidence。',
      },
    }),
    stepCost: satisfies((value) => Number.isInteger(value) && isDecimal(value, { from: 1, upTo: 100 }), {
      code: 'PLUGIN_STEP_COST_INVALID',
      expected: { en: 'a whole number from 1 to 100', zhHans: '1 到 100 的整数' },
      remedy: {
        en: 'Write what one raise costs beside the others, or leave it out for 1.',
        zhHans: '请写明提升一级相对于其他项目的成本，不写则为 1。',
      },
    }),
    score: plainFunction,
    messages,
    parameters,
  },
);

const item: Check = (value, path, report) => {
  form(value, path, report);
  if (isRecord(value)) scoreOf(value, path, report);
};

export const items = upTo(
  200,
  record(kebabKey, item, { en: 'an object of items by key', zhHans: '按键列出项目的对象' }),
  {
    code: 'PLUGIN_ITEMS_TOO_MANY',
    of: { en: 'items', zhHans: '个项目' },
    remedy: { en: 'Keep what an assessor can answer in one visit.', zhHans: '请只保留评估人员一次走访能答完的项目。' },
  },
);
