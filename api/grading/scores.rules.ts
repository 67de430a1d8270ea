import type { Answer, Answers } from '../../plugins/kit/grading/earned.ts';
import type { Rubric, RubricItem } from '../../plugins/kit/grading/rubric.ts';
import { runScores, type Scoring } from '../../plugins/kit/grading/scores.ts';
import type { LoadedPlugins } from '../../plugins/kit/loading.ts';
import { type Issue, issue } from '../shared/errors.ts';

type Path = readonly (string | number)[];
type Asked = { readonly item: RubricItem; readonly version: string; readonly answer: Answer; readonly path: Path };

/** The answers to items with a score, each with its place among all; what does not apply is not scored. */
const asked = ({ scored }: Rubric, answers: Answers): Asked[] => {
  if (scored.length === 0) return [];
  const keys = Object.keys(answers);
  return scored.flatMap((item) => {
    const { key, score } = item.content;
    const answer = answers[key];
    if (!answer || !score || answer.notApplicable !== undefined) return [];
    return [{ item, version: score.version, answer, path: ['answers', keys.indexOf(key)] }];
  });
};

/** The function of the very version that the edition names: another might judge otherwise. */
function scoreOf(plugins: LoadedPlugins, { item: { content }, version }: Asked) {
  const loaded = plugins.byName(content.source)?.definition;
  return loaded?.version === version ? loaded.items[content.key.slice(content.source.length + 1)]?.score : undefined;
}

/** The same answers with what the items' own scores say of them, or every fault; answers without fault, in the order of the caller's list. */
export function scoreAnswers(
  plugins: LoadedPlugins,
  rubric: Rubric,
  answers: Answers,
): { answers: Answers; faults: Issue[] } {
  const faults: Issue[] = [];
  const ready: (Asked & Scoring)[] = [];
  for (const one of asked(rubric, answers)) {
    const { key: item, source: plugin } = one.item.content;
    const score = scoreOf(plugins, one);
    const found = plugins.byName(plugin)?.definition.version ?? '–';
    if (score) ready.push({ ...one, score });
    else faults.push(issue('PLUGIN_SCORE_NOT_LOADED', one.path, { item, plugin, version: one.version, found }));
  }

  const scored: Record<string, Answer> = { ...answers };
  runScores(rubric, ready).forEach((said, at) => {
    const { item, answer, path, version } = ready[at] as Asked;
    const { key, source: plugin } = item.content;
    if ('earned' in said) scored[key] = { ...answer, scored: said };
    else faults.push(issue('PLUGIN_SCORE_FAILED', path, { item: key, plugin, version, ...said }));
  });
  return { answers: scored, faults };
}
