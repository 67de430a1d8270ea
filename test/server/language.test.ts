import fc from 'fast-check';
import { expect, it } from 'vitest';
import { languageOf } from '../../api/server/language.ts';

it.each([
  [null, null],
  ['', null],
  ['en', 'en'],
  ['EN-us', 'en'],
  ['zh', 'zhHans'],
  ['zh-CN', 'zhHans'],
  ['zh-Hans', 'zhHans'],
  ['zh-Hans-SG', 'zhHans'],
  ['zh-Hant', null],
  ['zh-Hant-TW, en;q=0.5', 'en'],
  ['fr', null],
  ['*', null],
  ['fr, de;q=0.9', null],
  ['fr, zh;q=0.2, en;q=0.1', 'zhHans'],
  ['en;q=0.3, zh;q=0.8', 'zhHans'],
  ['en;q=0.8, zh;q=0.8', 'en'],
  ['zh;q=0.8, en;q=0.8', 'zhHans'],
  ['zh;q=0, en;q=0.001', 'en'],
  ['zh;q=0', null],
  ['en;q=nonsense', null],
  ['english', null],
  ['zh-CN ; q = 0.9, en ; q=0.8', 'zhHans'],
  ['en ; q = 0.1, zh ; q=0.2', 'zhHans'],
] as const)('Accept-Language %s asks for %s', (header, expected) => {
  expect(languageOf(header)).toBe(expected);
});

it('any header at all is understood or passed over', () => {
  fc.assert(fc.property(fc.string(), (header) => [null, 'en', 'zhHans'].includes(languageOf(header))));
});
