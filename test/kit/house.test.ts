import { buildSchema, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { differences, shape, undescribed } from './contract.ts';
import { wrongTurns } from './directions.ts';
import { circle, type Source } from './sources.ts';

const file = (path: string, ...imports: string[]): Source => ({ path, text: '', lines: 0, imports, packages: [] });

describe('an import', () => {
  test.each([
    ['plugins/fmcg/index.ts', 'plugins/kit/index.ts', true],
    ['plugins/fmcg/index.ts', 'plugins/fmcg/good-items.ts', true],
    ['plugins/fmcg/index.ts', 'plugins/lottery/index.ts', false],
    ['plugins/fmcg/index.ts', 'api/shared/locale.ts', false],
    ['plugins/kit/index.ts', 'plugins/core/index.ts', false],
    ['plugins/kit/ground.ts', 'plugins/core/index.ts', true],
    ['db/unit.ts', 'api/shared/work.ts', false],
    ['db/unit.ts', 'plugins/kit/index.ts', false],
    ['api/network/dealer.graph.ts', 'db/unit.ts', true],
    ['api/network/dealer.graph.ts', 'plugins/kit/index.ts', true],
    ['api/network/dealer.graph.ts', 'plugins/fmcg/index.ts', false],
    ['api/network/dealer.graph.ts', 'plugins/index.ts', false],
    ['api/network/dealer.graph.ts', 'api/network/createDealer.ts', true],
    ['api/network/dealer.graph.ts', 'api/grading/grade.queries.ts', true],
    ['api/network/dealer.graph.ts', 'api/grading/publishGrade.ts', false],
    ['api/network/dealer.graph.ts', 'api/server/limits.ts', false],
    ['api/network/dealer.graph.ts', 'api/schema.ts', false],
    ['api/shared/work.ts', 'api/network/dealer.queries.ts', false],
    ['api/server/http.ts', 'api/network/dealer.queries.ts', false],
    ['api/schema.ts', 'api/network/dealer.graph.ts', true],
    ['api/installed-plugins.ts', 'plugins/index.ts', true],
    ['api/main.ts', 'test/kit/api.ts', false],
    ['test/network/dealers.test.ts', 'api/network/dealer.graph.ts', true],
  ])('from %s of %s: %s', (path, target, allowed) => {
    expect(wrongTurns(file(path, target))).toEqual(allowed ? [] : [`${path} → ${target}`]);
  });
});

test('a circle of imports is told along its way', () => {
  const straight = [file('a.ts', 'b.ts', 'c.ts'), file('b.ts', 'c.ts'), file('c.ts')];
  expect(circle(straight)).toBeNull();
  expect(circle([...straight.slice(0, 2), file('c.ts', 'b.ts')])).toEqual(['b.ts', 'c.ts', 'b.ts']);
});

test('schemas that differ are told apart both ways, whatever their order and descriptions', () => {
  const [one, same, other] = [
    'type Query { "text" a: Int, b(c: Int): String }',
    'type Query { b(c: Int): String "other text" a: Int }',
    'type Query { a: Int!, b: String }',
  ].map((sdl) => buildSchema(sdl));
  if (!one || !same || !other) throw new Error('three schemas are compared');
  expect(shape(one)).toBe(shape(same));
  expect(differences(one, same)).toEqual([]);
  expect(differences(one, other)).toEqual([
    'from schema/ to the code: Query.b arg c was removed.',
    'from the code to schema/: Query.a changed type from Int! to Int.',
    'from the code to schema/: An optional arg c on Query.b was added.',
  ]);
});

test('what has no description is named by its coordinate', () => {
  const document = parse(`
    type A { "text" b: Int c(d: Int): Int }
    "text" enum E { F "text" G }
    extend type A { h: Int }
    input I { j: Int }
    "text" directive @k(l: Int) on FIELD
  `);
  expect(undescribed(document)).toEqual(['A', 'A.c', 'A.c(d:)', 'E.F', 'A.h', 'I', 'I.j']);
});
