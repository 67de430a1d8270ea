import type { Database, Unit } from '../../../db/database.ts';
import { publishGrade } from '../../grading/publishGrade.ts';
import { saveAnswers } from '../../grading/saveAnswers.ts';
import { startAssessment } from '../../grading/startAssessment.ts';
import { submitAssessment } from '../../grading/submitAssessment.ts';
import { createDealer } from '../../network/createDealer.ts';
import { createOutlet } from '../../network/createOutlet.ts';
import { dealersByCodes } from '../../network/dealer.queries.ts';
import type { Context, InstalledPlugins } from '../../shared/context.ts';
import { globalId } from '../../shared/ids.ts';
import { workWithin } from '../../shared/work.ts';
import { drawnAnswers } from './answers.rules.ts';
import { dealerCode } from './city.rules.ts';
import type { Ground } from './ground.ts';
import { industry, period } from './round.rules.ts';
import type { OutletEntry } from './rows.rules.ts';
import { assessedOutlets, outletIdsByCodes, takeTurn } from './trial.queries.ts';

/** What every batch of a trial is played with. */
export interface Stage extends Ground {
  readonly database: Database;
  readonly plugins: InstalledPlugins;
  readonly seed: string;
  readonly now: () => Date;
}

interface Persons {
  readonly assessor: Context;
  readonly manager: Context;
}

/** So many outlets at once send their statements to the server without waiting for each other's answers. */
const abreast = 8;

/** Brings in and grades outlets in one unit of work: all of them, or none. Says how many were not there before. */
export function gradeBatch(stage: Stage, entries: readonly OutletEntry[]): Promise<number> {
  const { database, organizationId } = stage;
  return database.unit({ organizationId, mode: 'write' }, async (tx) => {
    await takeTurn(tx);
    const codes = entries.map(({ code }) => code);
    const known = await outletIdsByCodes(tx, codes);
    const assessed = await assessedOutlets(tx, [...known.values()], { rubricId: stage.rubricId, period });
    const wanted = entries.filter(({ code }) => !assessed.has(known.get(code) ?? null));
    const persons = personsWithin(stage, tx);
    const dealers = await dealersOf(persons, tx, wanted);
    for (let at = 0; at < wanted.length; at += abreast) {
      await Promise.all(
        wanted.slice(at, at + abreast).map(async (entry) => {
          const outlet = known.get(entry.code) ?? (await openOutlet(persons, entry, dealers));
          await gradeOutlet(stage, persons, entry.code, globalId('Outlet', outlet));
        }),
      );
    }
    return wanted.length;
  });
}

function personsWithin({ plugins, now, assessor, manager }: Stage, tx: Unit): Persons {
  const context = { work: workWithin(tx), locale: 'en', plugins, now, requestId: 'trial' } as const;
  return { assessor: { ...context, viewer: assessor }, manager: { ...context, viewer: manager } };
}

/** The dealer of each city, by its code; it is named as the city is written first. */
async function dealersOf(
  { manager }: Persons,
  tx: Unit,
  entries: readonly OutletEntry[],
): Promise<Map<string, string>> {
  const cities = new Map(entries.toReversed().map(({ city }) => [dealerCode(city), city]));
  const known = await dealersByCodes(tx, [...cities.keys()]);
  const ids = new Map([...known].map(([code, { id }]) => [code, id]));
  for (const [code, name] of cities) {
    if (ids.has(code)) continue;
    const { dealer } = await createDealer(manager, {
      ...{ code, name, roles: ['AGENT'], status: 'ACTIVE', channel: 'PHYSICAL', industries: [industry] },
    });
    ids.set(code, dealer.id);
  }
  return ids;
}

async function openOutlet({ manager }: Persons, entry: OutletEntry, dealers: Map<string, string>): Promise<string> {
  const { city, ...about } = entry;
  const dealer = globalId('Dealer', dealers.get(dealerCode(city)) ?? '');
  const { outlet } = await createOutlet(manager, { ...about, dealer, kind: 'LOTTERY_OUTLET', industries: [industry] });
  return outlet.id;
}

async function gradeOutlet({ items, seed }: Stage, { assessor, manager }: Persons, code: string, subject: string) {
  const started = await startAssessment(assessor, { subject, kind: 'MANAGER', rubric: industry, period });
  const id = globalId('Assessment', started.assessment.id);
  const next = ({ assessment: { version } }: { assessment: { version: number } }) => ({ id, expectedVersion: version });
  const saved = await saveAnswers(assessor, { ...next(started), answers: drawnAnswers(items, seed, code) });
  const submitted = await submitAssessment(assessor, next(saved));
  const { expectedVersion } = next(submitted);
  await publishGrade(manager, { assessment: id, expectedVersion });
}
