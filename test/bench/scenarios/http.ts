import { median } from '../figures.ts';
import type { LoadGenerator } from '../load.ts';
import { amount, atMost, type Mark } from '../marks.ts';
import { profile } from '../profile/profile.ts';
import { medianOf, type Pace, type Run, race, ratio } from '../race.ts';
import { type Section, table } from '../report.ts';
import type { Scenario, Stage } from './scenario.ts';

const spread = ({ rounds }: Run): number => median(rounds.map(({ p50, p99 }) => p99 / p50));

function rows(runs: readonly Run[]): string[][] {
  const [ours] = runs;
  return runs.map((run) => [
    run.contestant.name,
    `${run.contestant.node}`,
    amount(medianOf(run, 'perSecond')),
    amount(medianOf(run, 'p50')),
    amount(medianOf(run, 'p99')),
    amount(medianOf(run, 'processorMs')),
    ours && ours !== run ? amount(ratio(ours, run)) : '',
  ]);
}

const head = ['Contestant', 'Node', 'Requests/s', 'p50 ms', 'p99 ms', 'Processor ms', 'Tierwise ÷ it'];

/** The contestants beside each other in one heat. */
export const heatTable = (runs: readonly Run[]): string => table(head, rows(runs));

const steady = (run: Run): Mark => atMost(`p99 ÷ median, ${run.heat.title}`, 4, spread(run));

/** Puts a scenario's questions to all, and says who was how fast; where a mark is missed, also what the time went into. */
export async function compare(scenario: Scenario, stage: Stage, load: LoadGenerator, pace: Pace): Promise<Section> {
  const { letter, title, note, heats, marks } = scenario;
  const asked = await heats(stage);
  const runs = await race(asked, stage.contestants, load, pace);
  const ofHeat = asked.map((heat) => runs.filter((run) => run.heat === heat));
  const ours = ofHeat.flatMap(([first]) => (first ? [first] : []));
  const found = [...marks(runs), ...ours.map(steady)];
  const [heat] = asked;
  const isShort = heat && found.some(({ reached }) => !reached);
  const why = isShort ? [await profile(heat, stage.ground, load, pace.seconds)] : [];
  return {
    ...{ letter, title, note },
    tables: [
      ...asked.flatMap(({ title: of }, index) => [
        ...(asked.length > 1 ? [`**${of}**`] : []),
        heatTable(ofHeat[index] ?? []),
      ]),
      ...why,
    ],
    marks: found,
  };
}
