import { type Check, fields, inTurn, isRecord, oneOf, record, satisfies, upTo } from './check.ts';
import { isDecimal } from './decimal.ts';
import { camelKey } from './keys.ts';
import { label } from './text.ts';
import { asFound, inside } from './wording.ts';

const kinds = ['number', 'yesNo', 'choice'] as const;
const kind = oneOf('PLUGIN_PARAMETER_KIND_UNKNOWN', kinds);

const number = satisfies((value) => typeof value === 'number' && isDecimal(value), {
  code: 'PLUGIN_PARAMETER_NUMBER_INVALID',
  expected: {
    en: 'a number of up to 15 whole and 6 fraction digits',
    zhHans: '数字，小数点前最多 15 位，后最多 6 位',
  },
  remedy: { en: 'Write it as a number, without quotes.', zhHans: '请直接写成数字，不加引号。' },
});

const options = upTo(20, record(camelKey, label, { en: 'an object of labels by key', zhHans: '按键列出名称的对象' }), {
  code: 'PLUGIN_PARAMETERS_TOO_MANY',
  of: { en: 'options', zhHans: '个选项' },
  remedy: { en: 'Offer what a person can choose from.', zhHans: '请只提供便于选择的选项。' },
});

const given: Check = () => undefined;

const shapes: Readonly<Record<(typeof kinds)[number], Check>> = {
  number: fields({ kind, label, min: number, max: number, default: given }),
  yesNo: fields({ kind, label, default: given }),
  choice: fields({ kind, label, options, default: given }),
};

/** Whether the default is a value that an organization could set. */
function suits(parameter: Readonly<Record<string, unknown>>): boolean {
  const { default: value, min, max, options: offered } = parameter;
  if (parameter.kind === 'yesNo') return typeof value === 'boolean';
  if (parameter.kind === 'choice')
    return typeof value === 'string' && isRecord(offered) && Object.hasOwn(offered, value);
  return typeof value === 'number' && isDecimal(value, { from: Number(min), upTo: Number(max) });
}

const fits: Check = (value, path, report) => {
  if (!isRecord(value) || suits(value)) return;
  report({
    code: 'PLUGIN_PARAMETER_DEFAULT_INVALID',
    path: inside(path, 'default'),
    found: asFound(value.default),
    expected: {
      en: 'a value of its kind: from min to max, true or false, or the key of an option',
      zhHans: '符合其类型的值：min 到 max 之间的数字、true 或 false，或某个选项的键',
    },
    remedy: { en: 'Write what holds where nobody has set it.', zhHans: '请写明未设置时采用的值。' },
  });
};

const parameter: Check = (value, path, report) => {
  const named = isRecord(value) ? kinds.find((each) => each === value.kind) : undefined;
  if (named) return inTurn(shapes[named], fits)(value, path, report);
  kind(isRecord(value) ? value.kind : value, isRecord(value) ? inside(path, 'kind') : path, report);
};

export const parameters = upTo(
  20,
  record(camelKey, parameter, { en: 'an object of parameters by name', zhHans: '按名称列出参数的对象' }),
  {
    code: 'PLUGIN_PARAMETERS_TOO_MANY',
    of: { en: 'parameters', zhHans: '个参数' },
    remedy: { en: 'Keep what organizations really set.', zhHans: '请只保留组织确实需要设置的参数。' },
  },
);
