import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoManager } from '../../../api/demo.ts';
import { median } from '../figures.ts';
import type { Ground } from '../ground/ground.ts';
import { tierwiseProgram, tierwiseReady } from '../line-up.ts';
import type { LoadGenerator } from '../load.ts';
import { amount, atMost, type Mark } from '../marks.ts';
import { editions, type NodeEdition, nodeProgram } from '../programs.ts';
import { connections, type Pace } from '../race.ts';
import { type Section, table } from '../report.ts';
import { type RunningServer, startServer } from '../server.ts';
import { listExpects, listQuestion } from './list.ts';

/** Where the data lies, and how one gets at it. */
interface Home {
  readonly name: string;
  readonly env: Readonly<Record<string, string>>;
  readonly key: string;
}

interface Findings {
  readonly home: Home;
  readonly node: NodeEdition;
  readonly firstMs: number;
  readonly againMs: number;
  /** After as many requests, and after as many again. */
  readonly bytes: readonly [number, number];
}

export interface StartPace extends Pace {
  readonly requests: number;
}

const start = ({ env }: Home, node: NodeEdition): Promise<RunningServer> =>
  startServer({ program: nodeProgram(node), args: tierwiseProgram, env, ready: tierwiseReady });

async function readyMs(home: Home, node: NodeEdition): Promise<number> {
  const server = await start(home, node);
  await server.stop();
  return server.readyAfterMs;
}

async function measure(home: Home, node: NodeEdition, load: LoadGenerator, pace: StartPace): Promise<Findings> {
  const firstMs = await readyMs(home, node);
  const again = [];
  for (let round = 0; round < pace.rounds; round += 1) again.push(await readyMs(home, node));

  const server = await start(home, node);
  const askOften = async () => {
    await load.run({
      url: server.url + listQuestion.path,
      headers: { authorization: `Bearer ${home.key}` },
      bodies: listQuestion.bodies,
      expects: listExpects,
      connections,
      extent: { requests: pace.requests },
    });
    return server.residentBytes();
  };
  const bytes = [await askOften(), await askOften()] as const;
  await server.stop();
  return { home, node, firstMs, againMs: median(again), bytes };
}

const seconds = (milliseconds: number): string => amount(milliseconds / 1000);
const megabytes = (bytes: number): number => bytes / 1e6;

function marksOf({ home, node, againMs, bytes: [once, twice] }: Findings, requests: number): Mark[] {
  const who = `${home.name}, Node ${node}`;
  const [wantedSeconds, memory] =
    home.name === postgres
      ? [2, atMost(`Memory after ${amount(requests)} requests on ${who}`, 200, megabytes(once), ' MB')]
      : [6, atMost(`Memory after twice the requests ÷ after once, ${who}`, 1.1, twice / once)];
  return [atMost(`Ready again on ${who}`, wantedSeconds, againMs / 1000, ' s'), memory];
}

const postgres = 'PostgreSQL';
const embedded = 'the embedded database';

/** How long until it is ready, and what it holds in memory after many requests. */
export async function startAndMemory(ground: Ground, load: LoadGenerator, pace: StartPace): Promise<Section> {
  const findings: Findings[] = [];
  for (const node of editions()) {
    const folder = await mkdtemp(join(tmpdir(), 'tierwise-bench-'));
    const homes: Home[] = [
      { name: postgres, env: { DATABASE_URL: ground.url }, key: ground.key },
      { name: embedded, env: { DATA_DIR: join(folder, 'data'), DATABASE_URL: '', NODE_ENV: '' }, key: demoManager },
    ];
    for (const home of homes) findings.push(await measure(home, node, load, pace));
    await rm(folder, { recursive: true });
  }

  const { requests } = pace;
  return {
    letter: 'h',
    title: 'Start and memory',
    note: 'From the start of the process, whose code `npm start` has put into one file just before, to the first 200 of `/health/ready`; resident memory of the process after requests of (a), on the embedded database with the demo network. The first start on the embedded database makes it and plays the demo in.',
    tables: [
      table(
        [
          'Data',
          'Node',
          'First start s',
          'Ready again s',
          `MB after ${amount(requests)}`,
          `MB after ${amount(2 * requests)}`,
        ],
        findings.map(({ home, node, firstMs, againMs, bytes: [once, twice] }) => [
          home.name,
          String(node),
          seconds(firstMs),
          seconds(againMs),
          amount(megabytes(once)),
          amount(megabytes(twice)),
        ]),
      ),
    ],
    marks: findings.flatMap((each) => marksOf(each, requests)),
  };
}
