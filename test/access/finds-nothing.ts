import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { schema } from '../../api/schema.ts';
import { globalId, nodeTypes, parseGlobalId } from '../../api/shared/ids.ts';
import type { Client, Result } from '../kit/client.ts';
import { type Opening, type Variables, valueAt, withValue } from './openings.ts';
import { documentFor } from './selection.ts';

/**
 * Tries ids at one place of an otherwise good request. Each is answered, byte for byte and by the same statements, as an id
 * that was never given out; how is told. Of types that are not looked up there one id stands for all; where the caller may
 * not ask at all, the type that is wanted stands for all.
 */
export async function findsNothing(
  client: Client,
  { field, path }: Opening,
  own: Variables,
  hidden: ReadonlyMap<string, string>,
): Promise<unknown> {
  const document = documentFor(schema, field, own);
  const ask = (id: string) => client.send(document, withValue(own, path, id));
  const wanted = parseGlobalId(String(valueAt(own, path)))?.type;
  const unreadable = await ask('no-id');
  const said = kindOf(unreadable);

  for (const type of said === 'FORBIDDEN' ? nodeTypes.filter((each) => each === wanted) : nodeTypes) {
    const nothing = await ask(globalId(type, randomUUID()));
    const isLookedUp = type === wanted || nothing.statements.length > unreadable.statements.length;
    const all = [...hidden.keys()].filter((id) => hidden.get(id) === type);
    for (const id of isLookedUp ? all : all.slice(0, 1)) {
      const answer = await ask(id);
      expect(answer.body, `${type} ${id}`).toBe(nothing.body);
      expect([answer.status, answer.statements]).toEqual([nothing.status, nothing.statements]);
    }
    expect(nothing.body).toBe(unreadable.body);
  }
  return said;
}

/** `nothing` where an answer says that nothing is there, in the way of its operation; else what it says. */
function kindOf({ data, errors }: Result<unknown>): unknown {
  if (errors.length > 0) {
    const codes = errors.map(({ extensions }) => extensions?.code);
    return codes.join() === 'NOT_FOUND' && data === null ? 'nothing' : codes.join();
  }
  const [value] = Object.values(data ?? {}).flat() as ({ __typename: string; code?: string } | null)[];
  if (value === null) return 'nothing';
  return value?.__typename === 'NotFoundError' && value.code === 'NOT_FOUND' ? 'nothing' : value;
}
