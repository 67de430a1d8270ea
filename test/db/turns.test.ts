import { expect, test } from 'vitest';
import { turns } from '../../db/turns.ts';

test('the next one enters when the one before leaves, in the order of asking', async () => {
  const turn = turns(1000);
  const entered: string[] = [];
  const first = await turn();
  const second = turn().then((done) => {
    entered.push('second');
    return done;
  });
  const third = turn().then((done) => {
    entered.push('third');
    return done;
  });
  await Promise.resolve();
  expect(entered).toEqual([]);
  first();
  (await second)();
  (await third)();
  expect(entered).toEqual(['second', 'third']);
});

test('who waits longer than the deadline is refused, and the others still get their turn', async () => {
  const turn = turns(20);
  const first = await turn();
  await expect(turn()).rejects.toMatchObject({ name: 'DatabaseError', kind: 'BUSY' });
  const last = turn();
  first();
  (await last)();
  (await turn())();
});

test('leaving twice lets only one other in', async () => {
  const turn = turns(20);
  const first = await turn();
  const second = turn();
  first();
  first();
  await second;
  await expect(turn()).rejects.toMatchObject({ kind: 'BUSY' });
});
