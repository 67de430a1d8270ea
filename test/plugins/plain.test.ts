import { describe, expect, it } from 'vitest';
import { validatePlugin } from '../../plugins/kit/validation.ts';
import { faultsOf, opticians, text } from './opticians.ts';

const circle: Record<string, unknown> = {};
circle.round = circle;

describe('what is no plain data', () => {
  class Label {
    en = 'Eye';
    zhHans = '眼';
  }
  it.each<[string, unknown]>([
    ['a function', () => text],
    ['an object of a class', new Label()],
    ['a date', new Date(0)],
    ['a bigint', 5n],
    ['a symbol', Symbol('label')],
    ['an object with a symbol as a key', { ...text, [Symbol('fr')]: 'x' }],
    ['an object whose prototype was set', { ['__proto__' as string]: text, __proto__: text }],
    [
      'a proxy that was revoked',
      (() => {
        const { proxy, revoke } = Proxy.revocable({}, {});
        revoke();
        return proxy;
      })(),
    ],
  ])('refuses %s at its place', (_, label) => {
    expect(faultsOf({ ...opticians, label })).toEqual([['PLUGIN_NOT_PLAIN', 'label']]);
  });

  it('refuses a getter without running it', () => {
    let runs = 0;
    const label = {
      zhHans: '眼',
      get en() {
        runs += 1;
        return 'Eye';
      },
    };
    expect(faultsOf({ ...opticians, label })).toEqual([['PLUGIN_NOT_PLAIN', 'label.en']]);
    expect(runs).toBe(0);
  });

  it('refuses a circle', () => {
    expect(validatePlugin({ ...opticians, label: circle }, 'box').map(({ code }) => code)).toContain(
      'PLUGIN_NOT_PLAIN',
    );
  });

  it('refuses __proto__ as a key, and lets it change nothing', () => {
    const json = JSON.stringify(opticians).replace('"eye-test":', '"__proto__":{"tier":"GOOD"},"eye-test":');
    const paths = faultsOf(JSON.parse(json));
    expect(paths).toContainEqual(['PLUGIN_KEY_INVALID', 'items.__proto__']);
    expect(({} as Record<string, unknown>).tier).toBeUndefined();
  });

  it('refuses more than it will read, in one fault', () => {
    expect(faultsOf({ ...opticians, label: new Array(1e9) })).toEqual([['PLUGIN_TOO_LARGE', '']]);
  });

  it.each([null, undefined, [], 'opticians', 7, Number.NaN, true, 5n, () => opticians, new Map()])(
    'refuses %s as a plugin',
    (value) => {
      const [fault, ...others] = validatePlugin(value, './opticians.mjs');
      expect(others).toEqual([]);
      expect(fault?.code).toMatch(/^PLUGIN_NOT_(AN_OBJECT|PLAIN)$/);
      expect([fault?.plugin, fault?.path]).toEqual(['./opticians.mjs', '']);
    },
  );
});
