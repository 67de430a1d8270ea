import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { median, medianRatio } from '../figures.ts';
import { openPeriod } from '../ground/assessments.ts';
import type { Ground } from '../ground/ground.ts';
import { amount, atLeast, atMost } from '../marks.ts';
import { contestantsFolder, nodeProgram } from '../programs.ts';
import type { Pace } from '../race.ts';
import { type Section, table } from '../report.ts';
import { root } from '../server.ts';

export interface GradingReport {
  readonly items: number;
  readonly rules: { readonly byRules: number; readonly pointsGiven: number };
  /** Of each way, round by round. */
  readonly perSecond: Readonly<Record<'tierwise' | 'byRules' | 'pointsGiven', number[]>>;
}

export interface BulkReport {
  readonly graded: number;
  readonly seconds: number;
}

const run = promisify(execFile);

async function reportOf<Report>(args: readonly string[], env: Record<string, string> = {}): Promise<Report> {
  const { stdout } = await run(nodeProgram(24), [...args], { cwd: root, env: { ...process.env, ...env } });
  return JSON.parse(stdout);
}

/** Takes back what a round has graded, so that the next one finds the same work. */
async function reopen({ owner, organizationId }: Ground): Promise<void> {
  await owner.query(
    `update assessments set status = 'DRAFT', outcome = null, submitted_at = null
     where organization_id = $1 and period = $2 and status = 'SUBMITTED'`,
    [organizationId, openPeriod],
  );
  await owner.query('vacuum (analyze) assessments');
}

async function inBulk(ground: Ground, rounds: number): Promise<BulkReport[]> {
  const env = { DATABASE_URL: ground.url, ORGANIZATION: ground.organizationId };
  const reports = [];
  for (let round = 0; round < rounds; round += 1) {
    reports.push(await reportOf<BulkReport>(['--import', 'tsx', 'test/bench/scenarios/grading-in-bulk.ts'], env));
    await reopen(ground);
  }
  return reports;
}

export async function grading(ground: Ground, { rounds, seconds }: Pace): Promise<Section> {
  const pure = await reportOf<GradingReport>([`${contestantsFolder}/grading.ts`, String(rounds), String(seconds)]);
  const { tierwise, byRules, pointsGiven } = pure.perSecond;
  const bulk = await inBulk(ground, rounds);
  const bulkSeconds = median(bulk.map((each) => each.seconds));
  const subjects = bulk[0]?.graded ?? 0;
  const row = (name: string, told: string, rates: readonly number[]) => [
    name,
    told,
    amount(median(rates)),
    amount(medianRatio(tierwise, rates)),
  ];

  return {
    letter: 'g',
    title: 'Grading',
    note: `The pure function on one core, over 200 sets of answers to a rubric of ${pure.items} items, against json-rules-engine with the same rubric as ${pure.rules.byRules} rules of its own, the weighted means as computed facts; both reach the same tier for every set. "Points given" leaves the engine ${pure.rules.pointsGiven} rules: red lines and gates. End to end: one process reads the answers of ${amount(subjects)} drafts under row-level security, grades them and writes outcome and status back, 500 drafts to a transaction and three transactions at a time; no audit entries, no grades published.`,
    tables: [
      table(
        ['Way', 'Tells', 'Assessments/s', 'Tierwise ÷ it'],
        [
          row('Tierwise', 'tier, score, gates, dimensions, shortfalls, path', tierwise),
          row('json-rules-engine', 'tier', byRules),
          row('json-rules-engine, points given', 'tier', pointsGiven),
        ],
      ),
      table(
        ['End to end', 'Seconds', 'Subjects/s'],
        [[`${amount(subjects)} subjects`, amount(bulkSeconds), amount(subjects / bulkSeconds)]],
      ),
    ],
    marks: [
      atLeast('Tierwise ÷ json-rules-engine', 20, medianRatio(tierwise, byRules)),
      atMost('100,000 subjects end to end', 20, bulkSeconds * (100_000 / subjects), ' s'),
    ],
  };
}
