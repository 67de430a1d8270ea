import { expect } from 'vitest';
import type { Client } from '../kit/client.ts';
import { expectData } from '../kit/expect.ts';

interface Connection {
  readonly edges: readonly { cursor: string; node: { id: string } }[];
  readonly nodes: readonly { id: string }[];
  readonly pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
}

interface Asked {
  readonly first?: number;
  readonly after?: string | null;
  readonly last?: number;
  readonly before?: string | null;
}

type Read = (asked: Asked) => Promise<Connection>;

/** Reads a list by pages; PAGE and ROWS stand where it takes its arguments and what is selected of it. */
export function reading(client: Client, list: string, row = 'id'): Read {
  const pageInfo = 'pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';
  const rows = `{ edges { cursor node { ${row} } } nodes { ${row} } ${pageInfo} }`;
  return async (asked) => {
    const page = Object.entries({ after: null, ...asked }).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
    const text = list.replace('PAGE', page.join(', ')).replace('ROWS', rows);
    let found: unknown = expectData(await client.send(`{ ${text} }`));
    while (!(found as Connection).edges) found = Object.values(found as object)[0];
    return found as Connection;
  };
}

/** Every page from one end to the other, with what each must say of itself on the way. */
export async function walk(read: Read, step: number, backwards: boolean, total: number): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  for (;;) {
    const asked: Asked = backwards
      ? { last: step, ...(cursor && { before: cursor }) }
      : { first: step, ...(cursor && { after: cursor }) };
    const { edges, nodes, pageInfo } = await read(asked);
    const page = edges.map(({ node }) => node.id);
    expect(nodes.map(({ id }) => id)).toEqual(page);
    expect(page).toHaveLength(Math.min(step, total - ids.length));
    expect([pageInfo.startCursor, pageInfo.endCursor]).toEqual([edges[0]?.cursor, edges.at(-1)?.cursor]);
    ids[backwards ? 'unshift' : 'push'](...page);
    const more = ids.length < total;
    const begun = cursor !== null;
    expect([pageInfo.hasNextPage, pageInfo.hasPreviousPage]).toEqual(backwards ? [begun, more] : [more, begun]);
    cursor = backwards ? pageInfo.startCursor : pageInfo.endCursor;
    if (!more) return ids;
  }
}
