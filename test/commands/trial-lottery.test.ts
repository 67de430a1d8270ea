import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { giveKey } from '../../api/access/keys.ts';
import { outletRows } from '../../api/commands/trial/outlet-file.ts';
import { columns } from '../../api/commands/trial/rows.rules.ts';
import { runTrial, type Trial } from '../../api/commands/trial/run.ts';
import { installPlugins } from '../../api/installed-plugins.ts';
import type { Database } from '../../db/database.ts';
import { createTestApi, type TestApi } from '../kit/api.ts';
import { expectData } from '../kit/expect.ts';
import { graphql } from '../kit/gen/index.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const real = fileURLToPath(new URL('../../../shared/data/nys_lottery_retailers.csv', import.meta.url));
const plugins = await installPlugins(undefined, root);

let api: TestApi;
let folder: string;
beforeAll(async () => {
  api = await createTestApi();
  folder = await mkdtemp(join(tmpdir(), 'tierwise-trial-'));
});
afterAll(() => rm(folder, { recursive: true }));

const header = columns.join(',');
const row = (code: string, city = 'TROY', latitude = '42.7') =>
  `${code},SHOP ${code},1 MAIN ST,${city},NY,12180,,${latitude},-73.6,`;

async function written(...lines: string[]): Promise<string> {
  const path = join(folder, `${randomUUID()}.csv`);
  await writeFile(path, [header, ...lines].join('\n'));
  return path;
}

/** One trial in an organization of the test's own, and the rows that stayed out. */
async function tried(
  organization: string,
  path: string,
  given: Partial<Pick<Trial, 'seed' | 'database' | 'batchSize'>> = {},
) {
  const { seed = 'S', database = api.database, batchSize = 2 } = given;
  const now = () => new Date();
  const refused: [number, string][] = [];
  const { seconds, ...figures } = await runTrial({
    ...{ database, plugins, organization, rows: await outletRows(path), seed, now, batchSize },
    refused: (line, { en }) => refused.push([line, en]),
    progressed: () => {},
  });
  return { ...figures, refusals: refused };
}

/** A database whose power fails when so many writing units are done and the next is about to be committed. */
function failingAfter(units: number): Database {
  let begun = 0;
  return {
    ...api.database,
    unit: (scope, run) => {
      begun += 1;
      const last = begun > units;
      return api.database.unit(scope, async (tx) => {
        const result = await run(tx);
        if (last) throw new Error('the power fails');
        return result;
      });
    },
  };
}

const newCode = () => `trial-${randomUUID()}`;

const TrialNetwork = graphql(`
  query TrialNetwork {
    dealers(first: 50, orderBy: { field: CODE, direction: ASC }) { nodes { code name version industries { key } } totalCount }
    outlets(first: 50) {
      nodes {
        code name kind address latitude longitude version
        dealer { code }
        industries { key }
        grades(first: 5) { nodes { id outcome { score } publishedBy assessment { assessor period kind version } } totalCount }
      }
      totalCount
    }
    assessments(first: 50) { nodes { id version } totalCount }
  }
`);

/** All that a trial leaves, as the brand's own people read it. */
async function network(organization: string) {
  const request = {
    organization,
    name: undefined,
    locale: 'en',
    role: 'ADMIN',
    dealer: undefined,
    label: 'A',
  } as const;
  const { key } = await giveKey(api.database, request, new Date());
  return expectData(await api.as(key).run(TrialNetwork));
}

const scores = (of: Awaited<ReturnType<typeof network>>) =>
  Object.fromEntries(of.outlets.nodes.map(({ code, grades }) => [code, grades.nodes[0]?.outcome.score]));

describe('a trial', () => {
  test('brings in a dealer for each city and grades each outlet by two people', async () => {
    const organization = newCode();
    const figures = await tried(organization, await written(row('1'), row('2', 'Troy '), row('3', 'NEW YORK')));
    expect(figures).toMatchObject({ read: 3, refused: 0, graded: 3, present: 0, refusals: [] });
    expect(figures.tiers.reduce((sum, { outlets }) => sum + outlets, 0)).toBe(3);

    const { dealers, outlets, assessments } = await network(organization);
    const lottery = [{ key: 'lottery' }];
    expect(dealers).toEqual({
      nodes: [
        { code: 'NEW-YORK', name: 'NEW YORK', version: 1, industries: lottery },
        { code: 'TROY', name: 'TROY', version: 1, industries: lottery },
      ],
      totalCount: 2,
    });
    expect(outlets.nodes.map(({ code, dealer }) => [code, dealer.code])).toEqual([
      ['1', 'TROY'],
      ['2', 'TROY'],
      ['3', 'NEW-YORK'],
    ]);
    expect(outlets.nodes[0]).toMatchObject({
      ...{ name: 'SHOP 1', kind: 'LOTTERY_OUTLET', industries: lottery, address: '1 MAIN ST, TROY, NY 12180' },
      ...{ latitude: 42.7, longitude: -73.6, version: 1 },
      grades: {
        nodes: [
          {
            publishedBy: 'Trial manager · 试验渠道经理',
            assessment: { assessor: 'Trial assessor · 试验评估员', period: '2026-Q4', kind: 'MANAGER', version: 4 },
          },
        ],
        totalCount: 1,
      },
    });
    expect(assessments.totalCount).toBe(3);
  });

  test('run again adds nothing, whatever the seed, and what is new goes in beside', async () => {
    const organization = newCode();
    const path = await written(row('1'), row('2'), row('3'));
    const first = await tried(organization, path);
    const before = await network(organization);

    const again = await tried(organization, path, { seed: 'another' });
    expect(again).toEqual({ ...first, graded: 0, present: 3 });
    expect(await network(organization)).toEqual(before);

    const more = await tried(organization, await written(row('4'), row('2'), row('1')));
    expect(more).toMatchObject({ read: 3, graded: 1, present: 2 });
    expect((await network(organization)).outlets.totalCount).toBe(4);
  });

  test('draws the same for an outlet in whatever order the rows stand, and otherwise for another seed', async () => {
    const [one, other, third] = [newCode(), newCode(), newCode()];
    const rows = ['1', '2', '3', '4', '5'].map((code) => row(code));
    await tried(one, await written(...rows));
    await tried(other, await written(...rows.toReversed()));
    await tried(third, await written(...rows), { seed: 'another' });
    const drawn = scores(await network(one));
    expect(scores(await network(other))).toEqual(drawn);
    expect(scores(await network(third))).not.toEqual(drawn);
  });

  test('leaves out each bad row with its line and reason, and nothing of it stays', async () => {
    const organization = newCode();
    const rows = [row('1'), row('', 'UTICA'), row('2', 'ROME', '95'), row('1', 'ITHACA'), '3,SHOP', row('4')];
    expect(await tried(organization, await written(...rows))).toMatchObject({
      ...{ read: 6, refused: 4, graded: 2, present: 0 },
      refusals: [
        [3, 'Retailer: A text is wanted here, at least one character.'],
        [4, 'Latitude: Wanted: a number from -90 to 90.'],
        [5, 'Retailer: 1 stands in line 2 already.'],
        [6, 'The row has 2 column(s) where the first line has 10.'],
      ],
    });
    const { dealers, outlets } = await network(organization);
    expect(dealers.nodes.map(({ code }) => code)).toEqual(['TROY']);
    expect(outlets.nodes.map(({ code }) => code)).toEqual(['1', '4']);
  });

  test('that breaks off leaves whole batches only, and goes on where it was', async () => {
    const organization = newCode();
    const path = await written(...['1', '2', '3', '4', '5'].map((code) => row(code)));
    await expect(tried(organization, path, { database: failingAfter(2) })).rejects.toThrow('the power fails');
    const { outlets, assessments } = await network(organization);
    expect([outlets.totalCount, assessments.totalCount]).toEqual([2, 2]);
    expect(outlets.nodes.map(({ code, grades }) => [code, grades.totalCount])).toEqual([
      ['1', 1],
      ['2', 1],
    ]);
    expect(await tried(organization, path)).toMatchObject({ read: 5, graded: 3, present: 2 });
  });
});

describe('a trial does not take place', () => {
  test('in an organization that no trial made', async () => {
    const { code, manager } = await api.seed.organization();
    await expect(tried(code, await written(row('1')))).rejects.toThrow(
      `The organization ${code} is there already and was not made by a trial; use another database.`,
    );
    expect(expectData(await manager.run(TrialNetwork)).dealers.totalCount).toBe(0);
  });

  test('where no plugin of lottery outlets is loaded', async () => {
    const appliances = await installPlugins(['appliances'], root);
    const rows = await outletRows(await written(row('1')));
    const about = {
      database: api.database,
      plugins: appliances,
      organization: newCode(),
      rows,
      seed: 'S',
      batchSize: 2,
    };
    await expect(
      runTrial({ ...about, now: () => new Date(), refused: () => {}, progressed: () => {} }),
    ).rejects.toThrow('No plugin of the industry lottery is loaded; name it in PLUGINS, or leave PLUGINS out.');
  });
});

if (!existsSync(real)) console.warn(`The trial on real outlets is left out: ${real} is not there.`);
test.runIf(existsSync(real))('the first 200 real outlets are graded, every one', { timeout: 120_000 }, async () => {
  const file = await open(real);
  const lines: string[] = [];
  for await (const line of file.readLines()) if (lines.push(line) > 200) break;
  const path = join(folder, 'real.csv');
  await writeFile(path, lines.join('\n'));
  expect(await tried(newCode(), path, { batchSize: 50 })).toMatchObject({
    read: 200,
    refused: 0,
    graded: 200,
    present: 0,
    refusals: [],
  });
});
