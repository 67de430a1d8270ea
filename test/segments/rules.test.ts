import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlaybookRow } from '../../api/segments/playbook.queries.ts';
import { ownText, playbookOf, reworded } from '../../api/segments/playbook.rules.ts';
import {
  bilingualFaults,
  contentFaults,
  coreSegments,
  rowIdOf,
  segmentCodeFaults,
  strategiesOf,
} from '../../api/segments/segment.rules.ts';
import { core, coreData } from '../../plugins/index.ts';
import type { PluginDefinition } from '../../plugins/kit/index.ts';
import { bakeries, teahouses } from './trades.ts';

const told = (faults: readonly { code: string; path: readonly string[] }[]) =>
  faults.map(({ code, path }) => [code, ...path].join(' '));
const words = (en: string, zhHans = '甲') => ({ en, zhHans });
const organizationId = '0190a0a0-0000-7000-8000-000000000000';

describe('a segment’s code', () => {
  test.each(['A', 'A1', 'NEW_SETTLER', 'A_1', 'X9_9X', 'A'.repeat(64)])('may be %j', (code) => {
    expect(segmentCodeFaults(code, ['code'])).toEqual([]);
  });

  test.each([
    ['', 'TEXT_EMPTY code'],
    ['A\0', 'TEXT_UNPRINTABLE code'],
    ['A'.repeat(65), 'TEXT_TOO_LONG code'],
    ['a', 'SEGMENT_CODE_INVALID code'],
    ['1A', 'SEGMENT_CODE_INVALID code'],
    ['A__B', 'SEGMENT_CODE_INVALID code'],
    ['_A', 'SEGMENT_CODE_INVALID code'],
    ['A_', 'SEGMENT_CODE_INVALID code'],
    ['A B', 'SEGMENT_CODE_INVALID code'],
    ['A\n', 'SEGMENT_CODE_INVALID code'],
    ['Ä', 'SEGMENT_CODE_INVALID code'],
    ['Ａ', 'SEGMENT_CODE_INVALID code'],
  ])('is not %j: %s', (code, fault) => {
    expect(told(segmentCodeFaults(code, ['code']))).toEqual([fault]);
  });

  test('is told in no time, however long it is', () => {
    const started = performance.now();
    segmentCodeFaults(`${'A_'.repeat(5_000)}!`, []);
    expect(performance.now() - started).toBeLessThan(50);
  });
});

describe('the faults of', () => {
  test.each([
    [words('A'), []],
    [words('x'.repeat(2000), '😀'.repeat(2000)), []],
    [words('', ''), ['TEXT_EMPTY text en', 'TEXT_EMPTY text zhHans']],
    [words('A\nB'), []],
    [words('A', 'x'.repeat(2001)), ['TEXT_TOO_LONG text zhHans']],
  ])('a text in both languages', (text, faults) => {
    expect(told(bilingualFaults(text, ['text']))).toEqual(faults);
  });

  const strategy = { text: words('A'), needs: ['SOCIAL'], channels: ['PHONE'] };
  const content = { label: words('A'), description: words('A'), strategies: [strategy] };
  test.each([
    [{}, []],
    [{ strategies: [] }, []],
    [{ strategies: Array(20).fill(strategy) }, []],
    [{ strategies: Array(21).fill(strategy) }, ['LIST_TOO_LONG strategies']],
    [{ label: words('x'.repeat(201), 'a\tb') }, ['TEXT_TOO_LONG label en', 'TEXT_UNPRINTABLE label zhHans']],
    [{ description: words(' ') }, ['TEXT_EMPTY description en']],
    [
      { strategies: [{ text: words('A', ''), needs: [], channels: ['PHONE', 'PHONE', 'PHONE'] }] },
      [
        'TEXT_EMPTY strategies 0 text zhHans',
        'LIST_EMPTY strategies 0 needs',
        'LIST_REPEATED strategies 0 channels 1',
        'LIST_REPEATED strategies 0 channels 2',
      ],
    ],
  ])('a segment’s content', (given, faults) => {
    expect(told(contentFaults({ ...content, ...given }))).toEqual(faults);
  });
});

describe('the six', () => {
  test('have ids that are made of the organization’s and the code alone', () => {
    const ids = (of: string) => coreSegments(coreData, of).map(({ id }) => id);
    expect(ids(organizationId)).toEqual(ids(organizationId));
    const others = ids('0190a0a0-0000-7000-8000-000000000001');
    expect(new Set([...ids(organizationId), ...others]).size).toBe(12);
    expect(coreSegments(coreData, organizationId).map(rowIdOf)).toEqual(Array(6).fill(null));
  });

  test('have the strategies of the core and the plugins, in the order of these', () => {
    const [student] = coreSegments(coreData, organizationId).slice(-1);
    if (!student) throw new Error('There are no segments.');
    const sources = strategiesOf(student, [core, teahouses, bakeries]).map(({ source }) => source);
    expect(sources).toEqual(['core', 'teahouses', 'teahouses', 'bakeries']);
    expect(strategiesOf(student, [])).toEqual([]);
  });
});

describe('a playbook', () => {
  const coreWithTexts: PluginDefinition = {
    ...core,
    playbook: {
      smile: { segment: 'STUDENT', stage: 'SERVICE_CLOSE', detail: 'IMAGE', text: words('Smile.', '微笑。') },
      stand: { segment: 'SENIOR', stage: 'SERVICE_CLOSE', detail: 'IMAGE', text: words('Stand.', '起立。') },
    },
  };
  const at = new Date('2026-11-22T10:00:00.000Z');
  const row = (key: string, text: PlaybookRow['text'], version = 1): PlaybookRow => ({
    ...{ organizationId, segmentCode: 'STUDENT', key, stage: 'ON_SITE_REPAIR', detail: 'ACTION', text, version },
    createdAt: at,
    updatedAt: at,
  });
  const playbook = (...rows: PlaybookRow[]) => playbookOf('STUDENT', [coreWithTexts, bakeries, teahouses], rows);
  const contributed = ['core/smile', 'bakeries/taste', 'teahouses/welcome', 'teahouses/apron'];

  test('is what the core and the plugins contribute, in their order, then the organization’s own', () => {
    expect(playbook().map(({ key }) => key)).toEqual(contributed);
    const own = [row('organization/2', words('B')), row('organization/1', words('A'))];
    expect(playbook(...own).map(({ key }) => key)).toEqual([...contributed, 'organization/2', 'organization/1']);
  });

  test('shows an override in the place of what it overrides, with stage and detail of that', () => {
    expect(playbook(row('core/smile', words('Nod.', '点头。'), 3))[0]).toEqual({
      ...{ key: 'core/smile', source: 'core', stage: 'SERVICE_CLOSE', detail: 'IMAGE' },
      ...{ text: words('Nod.', '点头。'), original: words('Smile.', '微笑。'), version: 3 },
    });
  });

  test('falls back where an override was taken back, and remembers its version', () => {
    expect(playbook(row('core/smile', null, 4))[0]).toMatchObject({
      ...{ text: words('Smile.', '微笑。'), original: null, version: 4 },
    });
  });

  test('shows no override of what is not there, and no removed text of the organization’s own', () => {
    const rows = [row('boats/oar', words('Row.')), row('core/stand', words('Sit.')), row('organization/1', null, 2)];
    expect(playbook(...rows)).toEqual(playbook());
    expect(playbookOf('NOBODY', [coreWithTexts, bakeries, teahouses], [])).toEqual([]);
  });

  test('keeps the first words beneath, however often a text is reworded', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1 }), fc.boolean(), (versions, isOwn) => {
        const [first] = isOwn ? [ownText({ ...row('organization/1', null), text: words('A') })] : playbook();
        if (!first) throw new Error('There is no text.');
        const last = versions.reduce((text, en) => reworded(text, words(en), text.version + 1), first);
        expect(last).toEqual({
          ...first,
          text: words(versions.at(-1) ?? ''),
          original: isOwn ? null : first.text,
          version: first.version + versions.length,
        });
      }),
    );
  });
});
