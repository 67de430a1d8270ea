import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { earlyEnds, mostEarlyEnds, restMs } from '../../api/workers.rules.ts';
import { type Begun, beginNode, type Running, runNode, runNpm, sweep } from './running.ts';

const program = 'small-workers.ts';

const told = ({ lines }: Begun, field: string) => lines.flatMap((line) => (field in line ? [line[field]] : [])).sort();

/** A request under way in each of the two workers. */
async function busy(server: Running) {
  await server.until('serving', 2);
  const underWay = [server.ask('{ slow }'), server.ask('{ slow }')];
  await server.until('slow', 2);
  expect(told(server, 'slow')).toEqual(told(server, 'serving'));
  return underWay;
}

const done = { status: 200, body: '{"data":{"slow":"done"}}' };

describe('several workers, from their beginning to their end,', { timeout: 60_000 }, () => {
  let server: Running;
  let alive: unknown[];
  beforeAll(async () => {
    server = await runNode(program);
  }, 60_000);
  afterAll(sweep);

  it('serve at one address, which is told once, and say in the log which of them it was', async () => {
    await Promise.all(await busy(server));
    await server.until('requestId', 2);
    const asked = server.lines.filter(({ msg }) => msg === 'request');
    expect(asked.map(({ worker }) => worker).sort()).toEqual([1, 2]);
    expect(told(server, 'url')).toEqual([server.url]);
    const health = await fetch(new URL('/health/ready', server.url));
    expect(health.status).toBe(200);
  });

  it('are replaced when they end, while the others serve on', async () => {
    const [victim, other] = told(server, 'serving') as [number, number];
    process.kill(victim, 'SIGKILL');
    await server.until('delayMs');
    expect((await server.ask('{ name }')).body).toBe(`{"data":{"name":"${other}"}}`);
    await server.until('serving', 3);
    expect(server.lines).toContainEqual(
      expect.objectContaining({ level: 'error', msg: 'worker ended, another takes its place', signal: 'SIGKILL' }),
    );
    const before = server.lines.length;
    await Promise.all(Array.from({ length: 4 }, () => server.ask('{ slow }')));
    const busy = server.lines.slice(before).flatMap(({ slow }) => slow ?? []);
    alive = told(server, 'serving').filter((pid) => pid !== victim);
    expect([...new Set(busy)].sort()).toEqual(alive);
  });

  it('end what is under way when they are told to stop, and then their primary ends with 0', async () => {
    const before = told(server, 'slow').length;
    const underWay = Array.from({ length: 4 }, () => server.ask('{ slow }'));
    await server.until('slow', before + 4);
    server.child.kill('SIGTERM');
    await wait(100);
    await expect(server.ask('{ name }')).rejects.toThrow('fetch failed');
    expect(await Promise.all(underWay)).toEqual(Array(4).fill(done));
    expect(await server.exited).toBe(0);
    expect(told(server, 'closed')).toEqual(alive);
  });
});

describe('several workers', { timeout: 60_000 }, () => {
  afterEach(sweep);

  it('end at once by a second signal', async () => {
    const server = await runNode(program, { SLOW_MS: '8000' });
    const underWay = (await busy(server)).map((each) => each.catch(() => 'cut'));
    server.child.kill('SIGTERM');
    await wait(1_200);
    server.child.kill('SIGTERM');
    expect(await server.exited).toBe(1);
    expect(await Promise.all(underWay)).toEqual(['cut', 'cut']);
    await server.gone;
  });

  it('drain when npm started them and the signal reaches npm alone', async () => {
    const server = await runNpm((node) => `${node} && true`, program);
    expect(server.pid).not.toBe(server.child.pid);
    const underWay = await busy(server);
    server.child.kill('SIGTERM');
    expect(await Promise.all(underWay)).toEqual([done, done]);
    await server.gone;
    expect(told(server, 'closed')).toEqual(told(server, 'serving'));
  });

  it('end what is under way, and themselves, when their primary is gone', async () => {
    const server = await runNode(program);
    const underWay = await busy(server);
    server.child.kill('SIGKILL');
    expect(await Promise.all(underWay)).toEqual([done, done]);
    await server.gone;
    expect(told(server, 'closed')).toEqual(told(server, 'serving'));
  });

  it('that end one after another before they serve end the start, with a sentence', async () => {
    const server = await beginNode(program, { WORKERS_END: 'yes' });
    expect(await server.exited).toBe(1);
    expect(
      server.complaint(),
    ).toBe(`WORKERS: 5 workers ended one after another before all of them served; why is said above.
WORKERS：在全部工作进程开始服务之前，连续 5 个工作进程退出；原因见上文。
`);
    expect(told(server, 'code')).toEqual([3, 3, 3, 3]);
  });
});

describe('the place of a worker that ended', () => {
  it('is filled soon, and later the more have ended early', () => {
    expect([0, 1, 2, 3, 4, mostEarlyEnds, 20].map(restMs)).toEqual([100, 100, 200, 400, 800, 1_600, 30_000]);
  });

  it('counts as early only where the worker had served for less than ten seconds', () => {
    expect(earlyEnds(3, 0)).toBe(4);
    expect(earlyEnds(3, 9_999)).toBe(4);
    expect(earlyEnds(3, 10_000)).toBe(0);
  });
});
