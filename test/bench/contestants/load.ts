import autocannon, { type Client } from 'autocannon';
import { type Figures, type LoadJob, type LoadReport, versionMark } from '../load.ts';

const timeoutSeconds = 30;
const sampleMs = 100;

process.on('message', async (job: LoadJob) => {
  const report = await run(job).catch((error: Error): LoadReport => ({ fault: error.message }));
  process.send?.(report);
});
process.on('disconnect', () => process.exit());

/** autocannon's own histogram knows whole milliseconds only, so the time of every answer is kept here. */
async function run({ url, headers, bodies, versionsFrom, expects, connections, extent }: LoadJob): Promise<Figures> {
  const latencies: number[] = [];
  let ended = 0;
  let surprise: string | undefined;
  let connected = 0;

  const began = performance.now();
  const { errors, timeouts, non2xx, mismatches } = await autocannon({
    ...{ url, connections, method: 'POST', timeout: timeoutSeconds, sampleInt: sampleMs },
    headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
    ...('seconds' in extent ? { duration: extent.seconds } : { amount: extent.requests }),
    ...(versionsFrom !== undefined ? {} : { requests: bodies.map((body) => ({ body })) }),
    setupClient: (client) => {
      if (versionsFrom !== undefined) countingUp(client, bodies[connected] ?? '', versionsFrom);
      connected += 1;
      client.on('response', (_status, _bytes, milliseconds) => {
        ended = performance.now();
        latencies.push(milliseconds);
      });
    },
    verifyBody: (body) => {
      const isRight = String(body).includes(expects);
      if (!isRight) surprise ??= String(body).slice(0, 500);
      return isRight;
    },
  });
  if (errors + timeouts + non2xx + mismatches > 0) {
    throw new Error(
      `${errors} errors, ${timeouts} timeouts, ${non2xx} refused, ${mismatches} unlike the rest: ${surprise}`,
    );
  }
  latencies.sort((a, b) => a - b);
  return {
    requests: latencies.length,
    perSecond: latencies.length / ((ended - began) / 1000),
    p50: quantile(latencies, 0.5),
    p99: quantile(latencies, 0.99),
  };
}

function countingUp(client: Client, body: string, version: number): void {
  let current = version;
  client.setRequests([
    {
      setupRequest: (request) => ({ ...request, body: body.replace(versionMark, String(current)) }),
      onResponse: () => {
        current += 1;
      },
    },
  ]);
}

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
