import { readFileSync } from 'node:fs';

const names = ['dealers', 'grade-explained', 'rubric', 'rubric-changes', 'segments', 'conflict-case', 'create-dealer'];

/** The queries of schema/examples, on which GraphiQL opens. */
export const examples = names.map((name) => ({
  query: readFileSync(new URL(`../schema/examples/${name}.graphql`, import.meta.url), 'utf8'),
}));
