import type { PluginCase } from '../../../../plugins/kit/testing.ts';

export const cases: Readonly<Record<string, readonly PluginCase[]>> = {
  opticians: [
    {
      name: 'on target',
      answers: { 'ready-on-time': 96, licensed: true, advice: 2, 'core/store-layout': 3 },
      expect: { tier: 'OUTSTANDING', score: 94.33 },
    },
    { name: 'no licence', answers: { licensed: false }, expect: { tier: null } },
    {
      name: 'no advice',
      answers: { advice: 0, 'ready-on-time': { metric: '99' } },
      expect: { tier: 'GOOD', score: 80 },
    },
  ],
  teahouses: [
    { name: 'a quarter of an hour', answers: { 'waiting-time': '15' }, expect: { tier: 'OUTSTANDING', score: 98.3 } },
  ],
};
