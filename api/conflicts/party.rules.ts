import { idOf } from '../shared/ids.ts';

/** The party of a case that a global id names; undefined where it is none. */
export function partyNamed(globalId: string, partyIds: readonly string[]): string | undefined {
  const id = idOf(globalId, 'Dealer')?.id;
  return partyIds.find((partyId) => partyId === id);
}
