import type { PluginDefinition } from './definition.ts';
import { lowered, mutated, unbounded, unsteady } from './testing/behaviour.ts';
import { formMisses, gradeMisses, type PluginCase, scoreMisses } from './testing/case.ts';
import { casesRepeated, itemsMissed, redLinesMissed } from './testing/coverage.ts';
import { languageMisses } from './testing/languages.ts';
import { type Miss, refuse } from './testing/miss.ts';
import { readmeMisses } from './testing/readme.ts';
import { type Runner, runner } from './testing/runner.ts';
import { faultsOf, refuseInvalid, type Subject, subjectOf } from './testing/subject.ts';

export type { CaseAnswer, CaseAnswers } from './testing/answers.ts';
export type { PluginCase } from './testing/case.ts';
export type { Runner } from './testing/runner.ts';

/** What every plugin owes beside its cases. */
const battery: Readonly<Record<string, (subject: Subject) => readonly Miss[]>> = {
  'speaks both languages everywhere': ({ definition }) => languageMisses(definition),
  'has a case for every item': itemsMissed,
  'has a case for every red line': redLinesMissed,
  'has no two equal cases': casesRepeated,
  'grades the same answers the same': unsteady,
  'changes nothing that it is given': mutated,
  'keeps all scores within 0 and 100': unbounded,
  'never lowers a grade for a better answer': lowered,
};

type Trial = {
  readonly cases: readonly PluginCase[];
  /** The address of the page whose table of items must agree with the definition. */
  readonly readme?: { readonly href: string };
};

/**
 * One test for each case, graded by the rules that the server grades by, and one for each thing that every plugin owes:
 * under vitest, under node:test, or under whatever runner brings `describe` and `it`.
 */
export function testPlugin(
  plugin: PluginDefinition,
  { cases, readme, describe = runner.describe, it = runner.it }: Trial & Partial<Runner>,
): void {
  describe(`plugin ${plugin?.name}`, () => {
    const isValid = faultsOf(plugin).length === 0;
    it('is valid', () => refuseInvalid(plugin));
    if (!isValid) return;
    for (const tested of cases) {
      it(`case: ${tested?.name}`, () => {
        const subject = subjectOf(plugin, []);
        for (const misses of [formMisses, scoreMisses, gradeMisses]) refuse(misses(subject, tested));
      });
    }
    for (const [duty, misses] of Object.entries(battery)) it(duty, () => refuse(misses(subjectOf(plugin, cases))));
    if (readme !== undefined) it('has its items in its README as they are', () => refuse(readmeMisses(plugin, readme)));
  });
}
