import { parseArgs } from 'node:util';
import { KeyRefused, type KeyRequest } from '../access/keys.ts';
import { type Role, roles } from '../access/viewer.ts';
import type { Locale, Text } from '../shared/locale.ts';

export type KeyCommand = { readonly give: KeyRequest } | { readonly revoke: string } | 'help';

export const usage = `npm run key -- --organization CODE --role ROLE [--name NAME] [--label HOLDER] [--dealer CODE] [--locale en|zh-Hans] [--trusted-only]
npm run key -- --revoke KEY_OR_ID
ROLE: ${roles.join(', ')}`;

const options = {
  organization: { type: 'string' },
  name: { type: 'string' },
  role: { type: 'string' },
  label: { type: 'string' },
  dealer: { type: 'string' },
  locale: { type: 'string' },
  'trusted-only': { type: 'boolean' },
  revoke: { type: 'string' },
  help: { type: 'boolean' },
} as const;

const locales: Readonly<Record<string, Locale>> = { en: 'en', 'zh-hans': 'zhHans' };

/** Reads the command line; the first thing wrong with it is refused in one sentence. */
export function readKeyArguments(args: readonly string[]): KeyCommand {
  const values = parsed(args);
  if (values.help) return 'help';
  const { revoke, organization, dealer } = values;
  if (revoke !== undefined) {
    const others = Object.keys(values).filter((name) => name !== 'revoke');
    if (others.length > 0) throw new KeyRefused(revokeAlone(others));
    return { revoke };
  }

  if (organization === undefined) throw new KeyRefused(missing('organization', 'acme'));
  if (values.role === undefined) throw new KeyRefused(missing('role', 'ADMIN'));
  const role = roles.find((known) => known === values.role);
  if (!role) throw new KeyRefused(wanted('role', values.role, roles));
  if (role === 'DEALER' && dealer === undefined) throw new KeyRefused(dealerWanted);
  if (role !== 'DEALER' && dealer !== undefined) throw new KeyRefused(dealerUnwanted(role));
  const locale = locales[(values.locale ?? 'en').toLowerCase()];
  if (!locale) throw new KeyRefused(wanted('locale', values.locale ?? '', ['en', 'zh-Hans']));
  const trustedOnly = values['trusted-only'] !== undefined;
  return { give: { organization, name: values.name, role, dealer, locale, label: values.label ?? role, trustedOnly } };
}

function parsed(args: readonly string[]) {
  const { tokens } = parseArgs({ args: [...args], options, strict: false, tokens: true });
  const values: { -readonly [Name in keyof typeof options]?: string } = {};
  for (const token of tokens) {
    if (token.kind !== 'option') throw new KeyRefused(unknown(token.kind === 'positional' ? token.value : '--'));
    const name = (Object.keys(options) as (keyof typeof options)[]).find((known) => known === token.name);
    if (!name || !token.rawName.startsWith('--')) throw new KeyRefused(unknown(token.rawName));
    if (Object.hasOwn(values, name)) throw new KeyRefused(repeated(name));
    const isFlag = options[name].type === 'boolean';
    if (isFlag && token.value !== undefined) throw new KeyRefused(valued(name));
    const swallowed = !token.inlineValue && token.value?.startsWith('-');
    if (!isFlag && (!token.value || swallowed)) throw new KeyRefused(valueless(name));
    values[name] = token.value ?? 'true';
  }
  return values;
}

const unknown = (found: string): Text => ({
  en: `'${found}' is not an option of this command; --help lists them.`,
  zhHans: `“${found}”不是此命令的选项；--help 可列出全部选项。`,
});

const repeated = (option: string): Text => ({
  en: `--${option} is given more than once.`,
  zhHans: `--${option} 重复给出。`,
});

const valueless = (option: string): Text => ({
  en: `--${option} wants a value.`,
  zhHans: `--${option} 需要一个值。`,
});

const valued = (option: string): Text => ({
  en: `--${option} takes no value.`,
  zhHans: `--${option} 不带值。`,
});

const missing = (option: string, example: string): Text => ({
  en: `--${option} is missing, for example --${option} ${example}; --help shows the whole command.`,
  zhHans: `缺少 --${option}，例如 --${option} ${example}；--help 可查看完整用法。`,
});

const wanted = (option: string, found: string, allowed: readonly string[]): Text => ({
  en: `--${option} is '${found}'; expected one of ${allowed.join(', ')}.`,
  zhHans: `--${option} 的值为“${found}”；应为以下之一：${allowed.join('、')}。`,
});

const revokeAlone = (others: readonly string[]): Text => ({
  en: `--revoke stands alone; leave out ${others.map((name) => `--${name}`).join(', ')}.`,
  zhHans: `--revoke 须单独使用；请去掉 ${others.map((name) => `--${name}`).join('、')}。`,
});

const dealerWanted: Text = {
  en: 'A DEALER key speaks for one dealer: name it by its code, --dealer CODE.',
  zhHans: 'DEALER 密钥代表一家经销商：请用 --dealer 编码 指明。',
};

const dealerUnwanted = (role: Role): Text => ({
  en: `--dealer goes with --role DEALER only, not with ${role}.`,
  zhHans: `--dealer 只能与 --role DEALER 同用，不能与 ${role} 同用。`,
});
