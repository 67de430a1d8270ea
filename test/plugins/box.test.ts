import { describe, expect, test } from 'vitest';
import { box, core } from '../../plugins/index.ts';
import { segmentCodes } from '../../plugins/kit/definition.ts';
import { repeatedTexts } from '../kit/plugin.ts';

const plugins = Object.values(box);

describe('each plugin in the box', () => {
  test.each(plugins)('$name adds a strategy and playbook texts for every segment', ({ segments, playbook }) => {
    expect(Object.keys(segments ?? {})).toEqual(segmentCodes);
    expect([...new Set(Object.values(playbook ?? {}).map(({ segment }) => segment))]).toEqual(segmentCodes);
  });

  test.each(plugins)('$name answers every one of its conflict tags', ({ name, conflictTags, conflictStrategies }) => {
    const tags = Object.keys(conflictTags ?? {}).map((key) => `${name}/${key}`);
    const answered = Object.values(conflictStrategies ?? {}).flatMap(({ answersTags }) => answersTags ?? []);
    expect(answered.toSorted()).toEqual(tags.toSorted());
  });
});

test('no two plugins say the same', () => {
  const said = [core, ...plugins].map(({ segments, playbook, conflictTags, conflictStrategies }) => ({
    segments,
    playbook,
    conflictTags,
    conflictStrategies,
  }));
  expect(repeatedTexts(said)).toEqual([]);
});
