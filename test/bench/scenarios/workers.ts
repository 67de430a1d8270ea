import type { Ground } from '../ground/ground.ts';
import { knows, start, tierwise } from '../line-up.ts';
import type { LoadGenerator } from '../load.ts';
import { type Pace, race } from '../race.ts';
import type { Section } from '../report.ts';
import { heatTable } from './http.ts';
import { listHeat } from './list.ts';

const counts = [1, 2];

/** The list of (a) from one worker and from two. */
export async function workers(ground: Ground, load: LoadGenerator, pace: Pace): Promise<Section> {
  const section = {
    letter: 'i',
    title: 'One worker and two',
    note: 'The list of (a). On two cores the database, the load generator and the workers share what one worker leaves.',
    marks: [],
  };
  if (!knows('workers')) return { ...section, tables: ['Left out: this Tierwise knows no WORKERS.'] };

  const contestants = [];
  for (const count of counts) {
    const name = `Tierwise, WORKERS=${count}`;
    contestants.push(await start({ ...tierwise, name, env: { WORKERS: String(count) } }, ground));
  }
  try {
    return { ...section, tables: [heatTable(await race([listHeat(ground)], contestants, load, pace))] };
  } finally {
    for (const { server } of contestants) await server.stop();
  }
}
