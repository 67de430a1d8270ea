import { writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { type BenchArguments, readArguments, usage } from './arguments.ts';
import { type Ground, makeGround } from './ground/ground.ts';
import { lineUp, type RunningContestant, start } from './line-up.ts';
import { type LoadGenerator, startLoad } from './load.ts';
import { machine, method } from './machine.ts';
import { buildTierwise, installContestants } from './programs.ts';
import { page, type Section, sectionText } from './report.ts';
import { deepPage } from './scenarios/deep-page.ts';
import { explained } from './scenarios/explained.ts';
import { grading } from './scenarios/grading.ts';
import { compare } from './scenarios/http.ts';
import { list } from './scenarios/list.ts';
import { saveAnswers } from './scenarios/save-answers.ts';
import { simulate } from './scenarios/simulate.ts';
import { startAndMemory } from './scenarios/start.ts';
import { typename } from './scenarios/typename.ts';
import { workers } from './scenarios/workers.ts';

const overHttp = [list, explained, typename, simulate, saveAnswers, deepPage];
const resultsFile = new URL('RESULTS.md', import.meta.url);

const say = (text: string): void => console.error(text);

async function run(asked: BenchArguments): Promise<void> {
  const loadBefore = loadavg();
  say('Installing the contestants …  正在安装对比对象……');
  installContestants();
  buildTierwise();
  say('Filling the database …  正在灌入数据……');
  const ground = await makeGround();
  const load = startLoad();
  try {
    const sections = await measure(asked, ground, load);
    const text = page(machine(ground.postgresVersion, loadBefore), method(asked), sections);
    if (asked.isWhole) await writeFile(resultsFile, text);
    console.log(text);
  } finally {
    await load.stop();
    await ground.close();
  }
}

/** Each section is shown as soon as it is known. */
async function measure(asked: BenchArguments, ground: Ground, load: LoadGenerator): Promise<Section[]> {
  const sections: Section[] = [];
  const wants = (letter: string) => asked.only.some((each) => each === letter);
  const add = (section: Section) => {
    sections.push(section);
    say(`\n${sectionText(section)}`);
  };

  const scenarios = overHttp.filter(({ letter }) => wants(letter));
  const contestants = scenarios.length > 0 ? await startAll(ground) : [];
  for (const scenario of scenarios) add(await compare(scenario, { ground, contestants }, load, asked));
  for (const { server } of contestants) await server.stop();

  if (wants('g')) add(await grading(ground, asked));
  if (wants('h')) add(await startAndMemory(ground, load, asked));
  if (wants('i')) add(await workers(ground, load, asked));
  return sections;
}

async function startAll(ground: Ground): Promise<RunningContestant[]> {
  const running = [];
  for (const contestant of lineUp()) running.push(await start(contestant, ground));
  return running;
}

const asked = readArguments(process.argv.slice(2));
if (asked) await run(asked);
else console.error(usage);
