import { expect, test } from 'vitest';
import { KeyRefused } from '../../api/access/keys.ts';
import { readKeyArguments, usage } from '../../api/commands/key-arguments.ts';

const read = (line: string) => readKeyArguments(line === '' ? [] : line.split(' '));

test('a key is asked for by organization and role; all else has a default', () => {
  expect(read('--organization acme --role ADMIN')).toEqual({
    give: {
      ...{ organization: 'acme', name: undefined, role: 'ADMIN', dealer: undefined, locale: 'en', label: 'ADMIN' },
      trustedOnly: false,
    },
  });
});

test('every option is read', () => {
  const line = ['--organization=acme', '--name', '艾克 (Acme)', '--role', 'DEALER', '--dealer', 'AP-1'];
  expect(readKeyArguments([...line, '--label', 'Ms Li, quality', '--locale', 'zh-Hans', '--trusted-only'])).toEqual({
    give: {
      organization: 'acme',
      name: '艾克 (Acme)',
      role: 'DEALER',
      dealer: 'AP-1',
      locale: 'zhHans',
      label: 'Ms Li, quality',
      trustedOnly: true,
    },
  });
});

test('a key is taken back by itself or its id', () => {
  expect(read('--revoke tw_abc')).toEqual({ revoke: 'tw_abc' });
});

test('help is asked for, and names every role', () => {
  expect(read('--help')).toBe('help');
  expect(usage).toContain('ADMIN, CHANNEL_MANAGER, ASSESSOR, DEALER, AUDITOR');
});

test.each([
  ['', '--organization is missing, for example --organization acme; --help shows the whole command.'],
  ['--organization acme', '--role is missing, for example --role ADMIN; --help shows the whole command.'],
  ['--organization', '--organization wants a value.'],
  ['--organization --role ADMIN', '--organization wants a value.'],
  ['--organization= --role ADMIN', '--organization wants a value.'],
  [
    '--organization acme --role BOSS',
    "--role is 'BOSS'; expected one of ADMIN, CHANNEL_MANAGER, ASSESSOR, DEALER, AUDITOR.",
  ],
  [
    '--organization acme --role admin',
    "--role is 'admin'; expected one of ADMIN, CHANNEL_MANAGER, ASSESSOR, DEALER, AUDITOR.",
  ],
  ['--organization acme --role DEALER', 'A DEALER key speaks for one dealer: name it by its code, --dealer CODE.'],
  ['--organization acme --role AUDITOR --dealer AP-1', '--dealer goes with --role DEALER only, not with AUDITOR.'],
  ['--organization acme --role ADMIN --locale de', "--locale is 'de'; expected one of en, zh-Hans."],
  ['--organization acme --role ADMIN --role AUDITOR', '--role is given more than once.'],
  ['--organisation acme', "'--organisation' is not an option of this command; --help lists them."],
  ['-r ADMIN', "'-r' is not an option of this command; --help lists them."],
  ['--organization acme --role ADMIN --trusted-only=no', '--trusted-only takes no value.'],
  ['--revoke x --trusted-only', '--revoke stands alone; leave out --trusted-only.'],
  ['acme ADMIN', "'acme' is not an option of this command; --help lists them."],
  ['--revoke', '--revoke wants a value.'],
  ['--revoke x --role ADMIN', '--revoke stands alone; leave out --role.'],
  ['--toString x', "'--toString' is not an option of this command; --help lists them."],
])('"%s" is refused in one sentence of each language', (line, sentence) => {
  const refusal = refusalOf(line);
  expect(refusal.text.en).toBe(sentence);
  expect(refusal.text.zhHans).toMatch(/\p{Script=Han}/u);
});

function refusalOf(line: string): KeyRefused {
  try {
    read(line);
  } catch (error) {
    if (error instanceof KeyRefused) return error;
    throw error;
  }
  throw new Error(`"${line}" was not refused.`);
}
