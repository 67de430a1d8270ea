import { buildASTSchema } from 'graphql';
import { expect, test } from 'vitest';
import { schema } from '../api/schema.ts';
import { contractDocument, differences, shape, undescribed } from './kit/contract.ts';

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
