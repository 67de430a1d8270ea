import { expect, it } from 'vitest';
import { edgeCatalogue } from '../../api/server/refusals.ts';
import { catalogue } from '../../api/shared/error-catalogue.ts';

const blanks = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([blank]) => blank).sort();

it.each(Object.entries(edgeCatalogue))('%s says the same in both languages', (_, { en, zhHans }) => {
  expect(blanks(zhHans)).toEqual(blanks(en));
  expect(en).not.toMatch(/\p{Script=Han}/u);
  if (en !== '{detail}') expect(zhHans).toMatch(/\p{Script=Han}/u);
});

it('no code of the edge is a code of a domain', () => {
  expect(Object.keys(edgeCatalogue).filter((code) => code in catalogue)).toEqual([]);
});
