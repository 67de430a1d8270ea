import { describe, expect, it } from 'vitest';
import {
  definePlugin,
  type ItemDefinition,
  metric,
  type PlaybookText,
  type PluginDefinition,
  rating,
  yesNo,
} from '../../plugins/kit/index.ts';

const text = { en: 'Eye test', zhHans: '验光' };
const item: ItemDefinition = { tier: 'GOOD', dimension: 'QUALITY', weight: '0.1', label: text, measure: yesNo(text) };
const hello: PlaybookText = { segment: 'STUDENT', stage: 'SERVICE_CLOSE', detail: 'SCRIPT', text };
const opticians: PluginDefinition = {
  name: 'opticians',
  version: '1.0.0',
  host: '^1.0.0',
  label: text,
  description: text,
  items: { item },
};

describe('definePlugin', () => {
  it('gives the definition back as it is', () => {
    expect(definePlugin(opticians)).toBe(opticians);
  });

  it('leaves mistakes to the compiler, which marks each of these', () => {
    // @ts-expect-error a tier that does not exist
    definePlugin({ ...opticians, items: { item: { ...item, tier: 'GREAT' } } });
    // @ts-expect-error a dimension that does not exist
    definePlugin({ ...opticians, items: { item: { ...item, dimension: 'PRICE' } } });
    // @ts-expect-error a red line that caps at a missing tier
    definePlugin({ ...opticians, items: { item: { ...item, redLine: { below: 50, capsAt: 'BEST' } } } });
    // @ts-expect-error a red line that caps nothing
    definePlugin({ ...opticians, items: { item: { ...item, redLine: { below: 50, capsAt: 'OUTSTANDING' } } } });
    // @ts-expect-error evidence is required or absent
    definePlugin({ ...opticians, items: { item: { ...item, evidence: 'optional' } } });
    // @ts-expect-error a text in one language
    definePlugin({ ...opticians, label: { en: 'Opticians' } });
    // @ts-expect-error a field that does not exist
    definePlugin({ ...opticians, items: { item: { ...item, wieght: 3 } } });
    // @ts-expect-error a class that does not exist
    definePlugin({ ...opticians, tierRequirements: { D: { tier: 'GOOD', duties: [] } } });
    // @ts-expect-error a plugin without items
    definePlugin({ name: 'a', version: '1.0.0', host: '^1.0.0', label: text, description: text });
    // @ts-expect-error a band is a pair
    metric({ unit: '%', better: 'HIGHER', bands: [[95]] });
    // @ts-expect-error a direction that does not exist
    metric({ unit: '%', better: 'MORE', bands: [[95, 100]] });
    // @ts-expect-error an anchor in both languages
    rating(['bad', 'good']);
    // @ts-expect-error a need that does not exist
    definePlugin({ ...opticians, segments: { STUDENT: [{ text, needs: ['MONEY'], channels: ['PHONE'] }] } });
    // @ts-expect-error a stage that does not exist
    definePlugin({ ...opticians, playbook: { hello: { ...hello, stage: 'SALE' } } });
    // @ts-expect-error a detail that does not exist
    definePlugin({ ...opticians, playbook: { hello: { ...hello, detail: 'VOICE' } } });
    // @ts-expect-error a cause that does not exist
    definePlugin({ ...opticians, conflictTags: { quota: { cause: 'MONEY', label: text } } });
    // @ts-expect-error a strategy that does not say what it answers
    definePlugin({ ...opticians, conflictStrategies: { sharing: { label: text, measures: [text] } } });
    expect(metric({ unit: '%', better: 'LOWER', bands: [['0.5', 100]] })).toEqual({
      kind: 'metric',
      unit: '%',
      better: 'LOWER',
      bands: [['0.5', 100]],
    });
  });
});
