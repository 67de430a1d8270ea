import { buildASTSchema, parse, validate } from 'graphql';
import { describe, expect, test } from 'vitest';
import { schema } from '../api/schema.ts';
import { contractDocument, differences, shape, undescribed } from './kit/contract.ts';
import { sources } from './kit/sources.ts';

const contract = buildASTSchema(contractDocument());

test('the code builds what schema/ says', () => {
  expect(differences(contract, schema)).toEqual([]);
  expect(shape(schema)).toBe(shape(contract));
});

test('everything in schema/ is described', () => {
  expect(undescribed(contractDocument())).toEqual([]);
});

test('the code serves the descriptions of schema/', () => {
  const described = (type: string) => schema.getType(type)?.description;
  expect(described('Dealer')).toBe(contract.getType('Dealer')?.description);
  expect(described('Dealer')).toBeTruthy();
});

describe('every example that people read', () => {
  const blocks = sources().flatMap(({ path, text }) => {
    if (/^schema\/examples\/.*\.graphql$/.test(path)) return [{ path, text }];
    const found = path.endsWith('.md') ? [...text.matchAll(/```graphql\n(.*?)```/gs)] : [];
    return found.map(([, block = '']) => ({ path, text: block }));
  });

  test.each(blocks)('fits the contract: $path', ({ text }) => {
    expect(validate(contract, parse(text))).toEqual([]);
  });
});
