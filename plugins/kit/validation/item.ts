import { dimensions, tierCodes } from '../definition.ts';
import { type Check, fields, inTurn, isRecord, oneOf, record, satisfies } from './check.ts';
import { isDecimal } from './decimal.ts';
import { measure } from './measure.ts';
import { label, text } from './text.ts';
import { shown } from './wording.ts';

const MOST_ITEMS = 200;
const TOP_TIER = tierCodes.at(-1);

/** Keys are for ever, so they are held to one shape from the start. */
export const kebabKey = satisfies(
  (value) => typeof value === 'string' && value.length <= 64 && /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(value),
  {
    code: 'PLUGIN_KEY_INVALID',
    expected: 'kebab-case from a letter, at most 64 characters',
    remedy: 'Use lower case letters, digits and single hyphens, such as install-24h.',
  },
);

const capTier = oneOf('PLUGIN_RED_LINE_TIER_UNKNOWN', tierCodes);

/** A line that still allows the highest tier would cap nothing. */
const capsSomething = satisfies((value) => value !== TOP_TIER, {
  code: 'PLUGIN_RED_LINE_CAPS_NOTHING',
  expected: 'a tier below the highest, or null for no tier at all',
  remedy: 'Name the highest tier that is still allowed when the line is broken, or leave the red line out.',
});

const capsAt: Check = (value, path, report) => {
  if (value !== null) inTurn(capTier, capsSomething)(value, path, report);
};

const redLine = fields(
  {
    below: satisfies((value) => isDecimal(value, { above: 0, upTo: 100 }), {
      code: 'PLUGIN_RED_LINE_BELOW_INVALID',
      expected: 'a decimal above 0, up to 100',
      remedy: 'Write the points of 100 below which the line is broken.',
    }),
  },
  { capsAt },
);

const item = fields(
  {
    tier: oneOf('PLUGIN_TIER_UNKNOWN', tierCodes),
    dimension: oneOf('PLUGIN_DIMENSION_UNKNOWN', dimensions),
    weight: satisfies((value) => isDecimal(value, { above: 0 }), {
      code: 'PLUGIN_WEIGHT_INVALID',
      expected: 'a decimal above 0 of up to 15 whole and 6 fraction digits',
      remedy: 'Write how much the item counts beside the others, or remove the item.',
    }),
    label,
    measure,
  },
  {
    guidance: text,
    redLine,
    evidence: satisfies((value) => value === 'required', {
      code: 'PLUGIN_EVIDENCE_INVALID',
      expected: '"required"',
      remedy: 'Write evidence: "required", or leave evidence out.',
    }),
    stepCost: satisfies((value) => Number.isInteger(value) && isDecimal(value, { from: 1, upTo: 100 }), {
      code: 'PLUGIN_STEP_COST_INVALID',
      expected: 'a whole number from 1 to 100',
      remedy: 'Write what one raise costs beside the others, or leave it out for 1.',
    }),
  },
);

const everyItem = record(kebabKey, item, 'an object of items by key');

export const items: Check = (value, path, report) => {
  const count = isRecord(value) ? Object.keys(value).length : 0;
  if (count <= MOST_ITEMS) return everyItem(value, path, report);
  report({
    code: 'PLUGIN_ITEMS_TOO_MANY',
    path,
    found: `${shown(count)} items`,
    expected: `at most ${MOST_ITEMS} items`,
    remedy: 'Keep what an assessor can answer in one visit.',
  });
};
