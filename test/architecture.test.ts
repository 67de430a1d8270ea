import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { schema } from '../api/schema.ts';
import { edgeCatalogue } from '../api/server/refusals.ts';
import { catalogue as domainCatalogue } from '../api/shared/error-catalogue.ts';
import { isTest, partOf, wrongTurns } from './kit/directions.ts';
import { circle, type Source, sources, topLevel } from './kit/sources.ts';

const files = sources();
const code = files.filter(({ path }) => path.endsWith('.ts'));
const shipped = code.filter(({ path }) => !isTest(path) && path !== 'codegen.ts');
const paths = (found: readonly Source[]) => found.map(({ path }) => path);
const rootFields = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
  Object.values(type?.getFields() ?? {}).map((field) => ({ type: type?.name, field })),
);

describe('imports', () => {
  test('point the way the house is built', () => {
    expect(code.flatMap(wrongTurns)).toEqual([]);
  });

  test('of what is in the box are those that an author outside has', () => {
    const exported = ['plugins/kit/index.ts', 'plugins/kit/testing.ts'];
    const inBox = shipped.filter(({ path }) => partOf(path) === 'plugins/<name>');
    const others = inBox.flatMap(({ path, imports, packages }) =>
      [...imports.filter((target) => target.startsWith('plugins/kit/')), ...packages]
        .filter((target) => !exported.includes(target))
        .map((target) => `${path} → ${target}`),
    );
    expect(others).toEqual([]);
  });

  test('go in no circle', () => {
    expect(circle(code)).toBeNull();
  });

  test('of what ships are installed for those who run it', () => {
    const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
    const installed = { ...manifest.dependencies, ...manifest.peerDependencies };
    const missing = shipped.flatMap(({ path, packages }) =>
      packages.filter((name) => !(name in installed)).map((name) => `${path} → ${name}`),
    );
    expect(missing).toEqual([]);
  });

  test('of a database driver happen in db/ alone', () => {
    const drivers = ['pg', '@electric-sql/pglite'];
    const outside = shipped.filter(({ path }) => partOf(path) !== 'db');
    expect(paths(outside.filter(({ packages }) => drivers.some((driver) => packages.includes(driver))))).toEqual([]);
  });
});

describe('files', () => {
  const contents = /^(plugins\/(?!kit\/)|db\/seed\/|api\/shared\/error-catalogue\.ts)/;
  const measured = code.filter(({ path }) => !contents.test(path) || path.endsWith('.test.ts'));
  const longerThan = (forCode: number, forTests: number) =>
    measured
      .filter(({ path, lines }) => lines > (path.endsWith('.test.ts') ? forTests : forCode))
      .map(({ path, lines }) => `${path}: ${lines} lines`);

  test('are small', () => {
    const alarming = longerThan(200, 400);
    if (alarming.length > 0) console.warn(`long files:\n${alarming.join('\n')}`);
    expect(longerThan(300, 600)).toEqual([]);
  });

  test('are named for what they hold', () => {
    const banned = /(^|[/.-])(utils?|helpers?|common|managers?|services?|data|info|misc|types)(?=[/.]|$)/;
    const named = code.filter(({ path }) => banned.test(path));
    expect(paths(named)).toEqual([]);
  });

  test('of a domain have a role, or the name of the operation they perform', () => {
    const role = /\/([a-z0-9-]+\.(graph|rules|queries|loaders|test)\.ts|README\.md)$/;
    const atStart = 'syncRubrics.ts';
    const operations = [atStart, ...rootFields.map(({ field }) => `${field.name}.ts`)];
    const strangers = files
      .filter(({ path }) => partOf(path) === 'api/<domain>')
      .filter(({ path }) => !role.test(path) && !operations.includes(path.split('/').at(-1) ?? ''));
    expect(paths(strangers)).toEqual([]);
  });

  test('at the top are the agreed ones', () => {
    const agreed = ['LICENSE', 'README.md', 'api', 'codegen.ts', 'db', 'package-lock.json', 'package.json', 'plugins'];
    expect(topLevel().sort()).toEqual([...agreed, 'schema', 'test', 'tsconfig.json']);
  });

  test('of a plugin are its definition, its test and its page', () => {
    const names = new Set(
      files.filter(({ path }) => /^plugins\/[^/]+\//.test(path)).map(({ path }) => path.split('/')[1]),
    );
    names.delete('kit');
    const wanted = [...names].flatMap((name) =>
      ['index.ts', `${name}.test.ts`, 'README.md'].map((file) => `plugins/${name}/${file}`),
    );
    expect(wanted.filter((path) => !paths(files).includes(path))).toEqual([]);
  });

  test('show one thing each by name, definitions and configurations aside', () => {
    const byDefault = /^(plugins\/[^/]+\/index\.ts|test\/plugins\/written-for\/.*|codegen\.ts|.*\.config\.ts)$/;
    const others = code.filter(({ path, text }) => /^export default/m.test(text) && !byDefault.test(path));
    expect(paths(others)).toEqual([]);
  });
});

describe('every operation of the contract', () => {
  test('says who may call it', () => {
    const open = rootFields.filter(({ field }) => !((field.extensions.access as unknown[] | undefined)?.length ?? 0));
    expect(open.map(({ type, field }) => `${type}.${field.name}`)).toEqual([]);
  });

  test('has a test of its name, and a mutation a file of its name', () => {
    const has = (pattern: RegExp) => files.some(({ path }) => pattern.test(path));
    const missing = rootFields.flatMap(({ type, field: { name } }) => [
      ...(has(new RegExp(`^test/[^/]+/${name}\\.test\\.ts$`)) ? [] : [`test/…/${name}.test.ts`]),
      ...(type === 'Query' || has(new RegExp(`^api/[^/]+/${name}\\.ts$`)) ? [] : [`api/…/${name}.ts`]),
    ]);
    expect(missing).toEqual([]);
  });
});

describe('the error catalogues', () => {
  const catalogue = { ...domainCatalogue, ...edgeCatalogue };
  const raising = shipped.filter(({ path }) => path !== 'api/shared/error-catalogue.ts');

  test('share no code', () => {
    expect(Object.keys(domainCatalogue).filter((name) => name in edgeCatalogue)).toEqual([]);
  });

  test('hold every code that the api names', () => {
    const named = raising
      .filter(({ path }) => path.startsWith('api/'))
      .flatMap(({ path, text }) => [...text.matchAll(/\bcode: '([A-Z][A-Z_]+)'/g)].map(([, name]) => ({ path, name })));
    expect(named.filter(({ name = '' }) => !(name in catalogue))).toEqual([]);
  });

  test('hold no code that nobody raises', () => {
    const idle = Object.keys(catalogue).filter((name) => !raising.some(({ text }) => text.includes(`'${name}'`)));
    expect(idle).toEqual([]);
  });

  test('say the same in both languages', () => {
    const blanks = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([blank]) => blank).sort();
    for (const [name, { en, zhHans }] of Object.entries(catalogue)) {
      expect(blanks(zhHans), name).toEqual(blanks(en));
      if (/^\{\w+\}$/.test(en)) continue;
      expect(zhHans, name).toMatch(/\p{Script=Han}/u);
      expect(en, name).toMatch(/^[^\p{Script=Han}]{10,}$/u);
    }
  });
});

describe('what people read', () => {
  const self = 'test/architecture.test.ts';
  const holding = (pattern: RegExp) => paths(files.filter(({ path, text }) => path !== self && pattern.test(text)));

  test('leaves nothing for later', () => {
    expect(holding(/\b(TODO|FIXME|XXX|HACK)\b/)).toEqual([]);
  });

  test('skips no test and keeps to no single one', () => {
    expect(holding(/\b(test|it|describe)\.(only|skip|todo)\b/)).toEqual([]);
  });

  test('names no folder of the machine it was written on', () => {
    expect(holding(/(^|[\s'"`(=])(\/(home|root|work|Users|mnt)\/|[A-Z]:\\)/m)).toEqual([]);
  });

  test('begins with a page that is read to its end', () => {
    expect(files.find(({ path }) => path === 'README.md')?.lines).toBeLessThanOrEqual(150);
  });
});
