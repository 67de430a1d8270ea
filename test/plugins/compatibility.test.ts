import { readdirSync } from 'node:fs';
import path from 'node:path';
import semver from 'semver';
import { expect, test } from 'vitest';
import { core } from '../../plugins/kit/ground.ts';
import * as kit from '../../plugins/kit/index.ts';
import { loadPlugins } from '../../plugins/kit/loading.ts';
import * as tester from '../../plugins/kit/testing.ts';
import { cases } from './written-for/1.0.0/cases.ts';

/** What was written for an earlier kit of this major version, and is never edited: each kit to come must take it. */
const written = 'test/plugins/written-for';
const versions = readdirSync(written);
const names = versions.flatMap((version) =>
  readdirSync(path.join(written, version))
    .filter((file) => file !== 'cases.ts')
    .map((file) => path.join(written, version, file)),
);
const { all } = await loadPlugins({ names, box: {}, core, directory: process.cwd() });
const plugins = all.filter(({ definition }) => definition !== all[0]?.definition);

test('each kit before this one of the same major version has plugins here', () => {
  expect(versions).toContain('1.0.0');
  expect(versions.filter((version) => !semver.satisfies(version, `<=${kit.kitVersion}`))).toEqual([]);
});

test('what plugins import is still exported', () => {
  for (const name of ['conflictCauses', 'definePlugin', 'kitVersion', 'metric', 'rating', 'yesNo'])
    expect(kit).toHaveProperty(name);
  expect(tester).toHaveProperty('testPlugin');
});

for (const { definition } of plugins) tester.testPlugin(definition, { cases: cases[definition.name] ?? [] });
