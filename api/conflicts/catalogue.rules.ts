import type { FrozenStrategy, FrozenTag } from '../../db/tables/conflicts.ts';
import type { CoreData, PluginDefinition } from '../../plugins/kit/definition.ts';

/** A strategy of the catalogue; the last resort answers any cause and is suggested last. */
export type CatalogueStrategy = FrozenStrategy & { readonly lastResort: boolean };

export interface Catalogue {
  readonly strategies: readonly CatalogueStrategy[];
  readonly tags: readonly FrozenTag[];
}

/** What the core brings, then the plugins that are on, in their order. */
export function catalogueOf(
  { conflictStrategies: ofCore }: Pick<CoreData, 'conflictStrategies'>,
  on: readonly PluginDefinition[],
): Catalogue {
  const base = ofCore.map(({ code, label, measures, answers, answersTags = [], lastResort = false }) => ({
    ...{ code, source: 'core', label, measures: [...measures], answers: [...answers], answersTags: [...answersTags] },
    lastResort,
  }));
  const added = on.flatMap(({ name, conflictStrategies = {} }) =>
    Object.entries(conflictStrategies).map(([key, { label, measures, answers, answersTags = [] }]) => ({
      ...{ code: `${name}/${key}`, source: name, label, measures: [...measures], answers: [...answers] },
      ...{ answersTags: [...answersTags], lastResort: false },
    })),
  );
  const tags = on.flatMap(({ name, conflictTags = {} }) =>
    Object.entries(conflictTags).map(([key, { cause, label }]) => ({ key: `${name}/${key}`, cause, label })),
  );
  return { strategies: [...base, ...added], tags };
}

export interface Suggestion {
  readonly strategy: FrozenStrategy;
  readonly answers: FrozenStrategy['answers'];
  readonly answersTags: readonly string[];
}

const primaryCounts = 2;

/** Strategies that answer something in a case, the best first; equal ones as the catalogue has them, the last resort last. */
export function suggested(
  of: { readonly causes: FrozenStrategy['answers']; readonly tags: readonly FrozenTag[] },
  { strategies }: Catalogue,
): Suggestion[] {
  const [primary] = of.causes;
  const found = strategies.map((strategy) => {
    const answers = of.causes.filter((cause) => strategy.answers.includes(cause));
    const answersTags = of.tags.map(({ key }) => key).filter((key) => strategy.answersTags.includes(key));
    const causes = answers.reduce((sum, cause) => sum + (cause === primary ? primaryCounts : 1), 0);
    return { strategy, answers, answersTags, score: strategy.lastResort ? 0 : causes + answersTags.length };
  });
  return found
    .filter(({ answers, answersTags }) => answers.length + answersTags.length > 0)
    .sort((a, b) => b.score - a.score);
}
