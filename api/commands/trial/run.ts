import type { Database } from '../../../db/database.ts';
import { DatabaseError } from '../../../db/errors.ts';
import type { InstalledPlugins } from '../../shared/context.ts';
import type { Text } from '../../shared/locale.ts';
import { gradeBatch } from './batch.ts';
import { prepareGround } from './ground.ts';
import type { Row } from './outlet-file.ts';
import type { OutletEntry } from './rows.rules.ts';
import { countTables, outletsByTier } from './trial.queries.ts';

export interface Trial {
  readonly database: Database;
  readonly plugins: InstalledPlugins;
  readonly organization: string;
  readonly rows: AsyncIterable<Row>;
  readonly seed: string;
  readonly now: () => Date;
  /** Outlets in one unit of work, kept or lost together. */
  readonly batchSize: number;
  /** Told of each row that stays out. */
  readonly refused: (line: number, reason: Text) => void;
  /** Told after each batch. */
  readonly progressed: (soFar: Tally) => void;
}

/** Every row that was read is refused, graded now, or was there already. */
export interface Tally {
  readonly read: number;
  readonly refused: number;
  readonly graded: number;
  readonly present: number;
  readonly seconds: number;
}

export interface Figures extends Tally {
  /** All outlets of the organization by the tier in force, not only those of this run. */
  readonly tiers: readonly { readonly tierCode: string; readonly outlets: number }[];
}

/** Brings the outlets of a file into an organization and grades them; what is there already stays as it is. */
export async function runTrial(trial: Trial): Promise<Figures> {
  const { database, plugins, organization, rows, seed, now } = trial;
  const ground = await prepareGround(database, plugins, organization, now());
  const stage = { ...ground, database, plugins, seed, now };
  const began = performance.now();
  const tally = { read: 0, refused: 0, graded: 0, present: 0, seconds: 0 };
  let batch: OutletEntry[] = [];
  let countAt = 1;

  const finishBatch = async () => {
    const graded = await patiently(() => gradeBatch(stage, batch));
    tally.graded += graded;
    tally.present += batch.length - graded;
    tally.seconds = (performance.now() - began) / 1000;
    batch = [];
    if (tally.graded >= countAt) {
      await patiently(() => database.asOwner(countTables));
      countAt = 2 * tally.graded;
    }
    trial.progressed(tally);
  };

  for await (const row of rows) {
    tally.read += 1;
    if ('entry' in row) {
      batch.push(row.entry);
      if (batch.length === trial.batchSize) await finishBatch();
    } else {
      tally.refused += 1;
      trial.refused(row.line, row.reason);
    }
  }
  if (batch.length > 0) await finishBatch();

  const scope = { organizationId: ground.organizationId, mode: 'read' } as const;
  return { ...tally, tiers: await database.unit(scope, (tx) => outletsByTier(tx, ground.rubricId)) };
}

/** A machine with much else to do answers late; then nothing of a batch is kept, and it may be done again. */
async function patiently<T>(run: () => Promise<T>, left = 5): Promise<T> {
  try {
    return await run();
  } catch (error) {
    const isLate = error instanceof DatabaseError && error.kind === 'TIMEOUT';
    if (!isLate || left === 0) throw error;
    return patiently(run, left - 1);
  }
}
