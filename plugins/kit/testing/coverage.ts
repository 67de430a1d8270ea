import type { Answers } from '../grading/earned.ts';
import { earned } from '../grading/earned.ts';
import type { Rubric, RubricItem } from '../grading/rubric.ts';
import { inside } from '../validation/wording.ts';
import { completed, fullKey } from './answers.ts';
import type { Miss } from './miss.ts';
import { scored } from './scored.ts';
import type { Subject } from './subject.ts';

const own = ({ rubric, name }: Subject): readonly RubricItem[] =>
  rubric.items.filter(({ content }) => content.source === name);

const nameOf = ({ content: { key, source } }: RubricItem): string => key.slice(source.length + 1);

/** Items that no case answers with a value. */
export function itemsMissed(subject: Subject): Miss[] {
  const { name, written } = subject;
  const reached = new Set(
    written.flatMap(({ answers }) => {
      const all = completed(subject, answers);
      return Object.keys(answers)
        .map((key) => fullKey(name, key))
        .filter((key) => all[key]?.notApplicable === undefined);
    }),
  );
  return own(subject)
    .filter(({ content }) => !reached.has(content.key))
    .map((item) => ({
      path: inside('items', nameOf(item)),
      found: { en: 'no case that answers it', zhHans: '没有用例作答' },
      expected: { en: 'one case at least', zhHans: '至少一个用例' },
      remedy: {
        en: `Add "${nameOf(item)}" to the answers of a case.`,
        zhHans: `请在某个用例的 answers 中加入 "${nameOf(item)}"。`,
      },
    }));
}

const breaks = (rubric: Rubric, { content: { key, redLine } }: RubricItem, answers: Answers): boolean => {
  const points = earned(rubric, key, answers[key] ?? {});
  return redLine !== null && points !== null && points < Number(redLine.below);
};

/** Red lines that no case breaks. */
export function redLinesMissed(subject: Subject): Miss[] {
  const { rubric, cases, written } = subject;
  // A case that cannot be graded yet may be the one.
  if (cases.length < written.length) return [];
  const graded = cases.map(({ answers }) => scored(subject, completed(subject, answers)).answers);
  return own(subject)
    .filter((item) => item.redLine !== null && !graded.some((answers) => breaks(rubric, item, answers)))
    .map((item) => ({
      path: `${inside('items', nameOf(item))}.redLine`,
      found: { en: 'no case that breaks it', zhHans: '没有用例触碰' },
      expected: { en: 'one case at least', zhHans: '至少一个用例' },
      remedy: {
        en: `Add a case in which "${nameOf(item)}" earns less than ${item.content.redLine?.below}, and the tier that it leaves.`,
        zhHans: `请添加一个用例，使 "${nameOf(item)}" 得分低于 ${item.content.redLine?.below}，并写明所余等级。`,
      },
    }));
}

/** Cases that answer the same, whatever their names and the order of their keys. */
export function casesRepeated(subject: Subject): Miss[] {
  const first = new Map<string, string>();
  return subject.cases.flatMap((tested): Miss[] => {
    const answers = Object.entries(completed(subject, tested.answers)).sort(([a], [b]) => (a < b ? -1 : 1));
    const same = JSON.stringify(answers);
    const earlier = first.get(same);
    if (earlier === undefined) first.set(same, tested.name);
    if (earlier === undefined) return [];
    return [
      {
        path: tested.name,
        found: { en: `the answers of "${earlier}" again`, zhHans: `与“${earlier}”相同的答案` },
        expected: { en: 'no two cases that answer the same', zhHans: '各用例答案互不相同' },
        remedy: { en: 'Remove one of the two.', zhHans: '请删除其中一个。' },
      },
    ];
  });
}
