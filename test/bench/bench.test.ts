import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { readArguments } from './arguments.ts';
import { median, medianRatio, rotated } from './figures.ts';
import { atLeast, atMost } from './marks.ts';
import { sharesOf } from './profile/shares.ts';
import { unbundled } from './profile/unbundled.ts';
import { page } from './report.ts';

describe('figures', () => {
  test('are the middle of the rounds', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    expect(() => median([])).toThrow();
  });

  test('are compared round by round, so that a disturbance of both is none of the ratio', () => {
    expect(medianRatio([100, 10, 100], [50, 5, 50])).toBe(2);
    expect(() => medianRatio([1], [1, 2])).toThrow();
  });

  test('are taken in another order each round', () => {
    expect([0, 1, 2, 3].map((turn) => rotated(['a', 'b', 'c'], turn).join(''))).toEqual(['abc', 'bca', 'cab', 'abc']);
  });
});

test('a mark says what was wanted, what was found and whether that is enough', () => {
  expect(atLeast('Ratio', 2.5, 2.499)).toEqual({ wanted: 'Ratio: at least 2.5', found: '2.5', reached: false });
  expect(atMost('Memory', 200, 123.4, ' MB')).toMatchObject({ found: '123 MB', reached: true });
});

describe('the command line', () => {
  test('asks for everything unless told', () => {
    const all = { rounds: 5, seconds: 10, requests: 10_000, isWhole: true };
    expect(readArguments([])).toMatchObject(all);
  });

  test('makes no page of a short run', () => {
    expect(readArguments(['--only', 'f,a'])).toMatchObject({ only: ['a', 'f'], isWhole: false });
    expect(readArguments(['--rounds', '4'])).toMatchObject({ isWhole: false });
  });

  test.each([['--only', 'x'], ['--only', 'a,x'], ['--rounds', '0'], ['--seconds', '1.5'], ['--fast'], ['--help']])(
    'is explained where it reads %s %s',
    (...args) => {
      expect(readArguments(args)).toBeNull();
    },
  );
});

test('a profile tells busy time by package and by function', () => {
  const frame = (functionName: string, url: string) => ({
    functionName,
    url,
    scriptId: '0',
    lineNumber: 0,
    columnNumber: 0,
  });
  const frames = [
    frame('(idle)', ''),
    frame('parseRow', 'file:///somewhere/node_modules/pg/lib/result.js'),
    frame('resolve', new URL('../../api/network/dealer.graph.ts', import.meta.url).href),
    frame('post', 'node:inspector'),
  ];
  const nodes = frames.map((callFrame, at) => ({ id: at + 1, callFrame }));
  const shares = sharesOf({ nodes, startTime: 0, endTime: 1, samples: [1, 2, 3, 4], timeDeltas: [50, 30, 20, 999] });
  expect(shares.busyPercent).toBe(50);
  expect(shares.groups.map(({ name, percent }) => [name, percent])).toEqual([
    ['pg', 60],
    ['api/network', 40],
  ]);
  expect(shares.functions[1]?.name).toBe('resolve, api/network/dealer.graph.ts');
});

test('a profile of what is built tells the files that it was made of', () => {
  const text = [
    'import x',
    '// node_modules/pg/lib/client.js',
    'function query() {}',
    '',
    '// api/a.ts',
    'function a() {}',
  ];
  const frame = (lineNumber: number, url = 'file:///built.js') => ({
    id: lineNumber,
    callFrame: { functionName: 'f', scriptId: '1', url, lineNumber, columnNumber: 0 },
  });
  const profile = { nodes: [frame(2), frame(5), frame(0), frame(5, 'node:net')], startTime: 0, endTime: 1 };
  const { nodes } = unbundled(profile, { url: 'file:///built.js', text: text.join('\n') });
  expect(nodes.map(({ callFrame: { url } }) => url)).toEqual([
    'node_modules/pg/lib/client.js',
    'api/a.ts',
    'file:///built.js',
    'node:net',
  ]);
});

test('the page gathers the marks of all sections before the sections', () => {
  const marks = [atLeast('Ratio', 2, 3)];
  const text = page('a machine', 'a method', [
    { letter: 'a', title: 'List', note: 'Fifty.', tables: ['| table |'], marks },
  ]);
  expect(text).toContain('| (a) | Ratio: at least 2 | 3 | reached |');
  expect(text.indexOf('| (a) |')).toBeLessThan(text.indexOf('## (a) List'));
});

describe('the contestants', () => {
  const folder = new URL('contestants/', import.meta.url);
  const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');
  const { dependencies, optionalDependencies } = JSON.parse(read('package.json'));

  test('are programs that can be read, though what they import is installed by the benchmarks alone', () => {
    const programs = readdirSync(folder).filter((name) => name.endsWith('.ts'));
    const faults = programs.flatMap((name) => {
      const { diagnostics = [] } = ts.transpileModule(read(name), { reportDiagnostics: true });
      return diagnostics.map(({ messageText }) => `${name}: ${messageText}`);
    });
    expect(programs).toContain('postgraphile.ts');
    expect(faults).toEqual([]);
  });

  test('are pinned, and none of them is installed with what ships', () => {
    const shipped = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    const pins: [string, string][] = Object.entries({ ...dependencies, ...optionalDependencies });
    expect(pins.filter(([, version]) => !/^(npm:[a-z0-9-]+@)?\d+\.\d+\.\d+$/.test(version))).toEqual([]);
    const rivals = ['postgraphile', 'mercurius', 'fastify', 'json-rules-engine', 'autocannon'];
    expect(rivals.filter((name) => name in shipped.dependencies || name in shipped.devDependencies)).toEqual([]);
    for (const shared of ['graphql', 'pg']) expect(dependencies[shared], shared).toBe(shipped.dependencies[shared]);
  });
});
