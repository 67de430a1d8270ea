import { resolve } from 'node:path';
import { openDatabase } from '../../db/database.ts';
import { DatabaseError, StartRefused } from '../../db/errors.ts';
import { PluginFaults } from '../../plugins/kit/faults.ts';
import { type Configuration, ConfigurationFaults, readConfiguration } from '../configuration.ts';
import { installPlugins } from '../installed-plugins.ts';
import { readTrialArguments, type TrialCommand, usage } from './trial/arguments.ts';
import { outletRows } from './trial/outlet-file.ts';
import { TrialRefused } from './trial/refused.ts';
import { progressLine, refusalLine, report } from './trial/report.rules.ts';
import { runTrial } from './trial/run.ts';

/** Enough to spare the commits, few enough to lose little and to hold nobody up. */
const batchSize = 50;
const progressEveryMs = 10_000;

/** Grades every outlet of a CSV by the operations that a client uses, and says how that went. */
async function run(args: readonly string[]): Promise<string> {
  const command = readTrialArguments(args);
  if (command === 'help') return usage;
  const { databaseUrl: url, dataDirectory: dataDir, plugins: names } = configure(command);
  const plugins = await installPlugins(names, process.cwd());
  const rows = await outletRows(resolve(process.env.INIT_CWD ?? '.', command.file));
  const database = await openDatabase(url === undefined ? { dataDir } : { url });
  try {
    const figures = await runTrial({
      ...{ database, plugins, organization: 'trial', rows, seed: command.seed, now: () => new Date(), batchSize },
      refused: (line, reason) => console.log(refusalLine(line, reason)),
      progressed: nowAndThen((soFar) => console.error(progressLine(soFar))),
    });
    return report(figures, process.resourceUsage().maxRSS / 1024, database.location);
  } finally {
    await database.close();
  }
}

function configure({ dataDirectory }: TrialCommand): Configuration {
  const { DATA_DIR, DATABASE_URL } = process.env;
  if (dataDirectory !== undefined && DATABASE_URL) throw new TrialRefused(twoDatabases);
  return readConfiguration({ ...process.env, DATA_DIR: dataDirectory ?? (DATA_DIR || '.trial') });
}

function nowAndThen<T>(tell: (soFar: T) => void): (soFar: T) => void {
  let told = performance.now();
  return (soFar) => {
    if (performance.now() - told < progressEveryMs) return;
    told = performance.now();
    tell(soFar);
  };
}

const twoDatabases = {
  en: '--data-dir names an embedded database while DATABASE_URL names a PostgreSQL; leave one of them out.',
  zhHans: '--data-dir 指定内嵌数据库，而 DATABASE_URL 指定 PostgreSQL；请只保留其一。',
};

function complaint(error: unknown): string {
  if (error instanceof TrialRefused) return `${error.text.en}\n${error.text.zhHans}`;
  const isForReader = [ConfigurationFaults, PluginFaults, StartRefused, DatabaseError].some(
    (kind) => error instanceof kind,
  );
  if (isForReader) return (error as Error).message;
  throw error;
}

try {
  console.log(await run(process.argv.slice(2)));
} catch (error) {
  console.error(complaint(error));
  process.exitCode = 1;
}
