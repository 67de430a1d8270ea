import { and, asc, eq, sql } from 'drizzle-orm';
import type { Unit } from '../../db/database.ts';
import { organization, statement } from '../../db/statement.ts';
import { conflictParties } from '../../db/tables/conflicts.ts';
import type { Viewer } from '../access/viewer.ts';
import { type DealerRow, dealersByIds } from '../network/dealer.queries.ts';
import { groupBy } from '../shared/loading.ts';
import type { Standing } from './structure.rules.ts';

export type PartyRow = typeof conflictParties.$inferSelect;

const byCases = statement('conflictPartiesOf', (db) =>
  db
    .select()
    .from(conflictParties)
    .where(
      and(
        eq(conflictParties.organizationId, organization),
        sql`${conflictParties.caseId} = any(${sql.placeholder('ids')})`,
      ),
    )
    .orderBy(asc(conflictParties.caseId), asc(conflictParties.position)),
);

/** The parties of each of several cases, in the order given. */
export const partiesOf = async (tx: Unit, caseIds: readonly string[]): Promise<Map<string, PartyRow[]>> =>
  groupBy(await byCases(tx, { ids: caseIds }), (row) => row.caseId);

export const partyIdsOf = async (tx: Unit, caseId: string): Promise<string[]> =>
  ((await partiesOf(tx, [caseId])).get(caseId) ?? []).map(({ dealerId }) => dealerId);

export const insertParties = (tx: Unit, rows: (typeof conflictParties.$inferInsert)[]): Promise<unknown> =>
  tx.run((db) => db.insert(conflictParties).values(rows));

/** Which of several dealers stand, directly or not, upstream of which others of them. */
export async function standingsAmong(tx: Unit, dealerIds: readonly string[]): Promise<Standing[]> {
  const ids = sql`${sql.param([...dealerIds])}::uuid[]`;
  const rows = await tx.run((db) =>
    db.execute<{ upstream: string; downstream: string }>(sql`
      with recursive above(start, id) as (
        select d.id, d.upstream_id from dealers d
        where d.organization_id = ${tx.organizationId} and d.id = any(${ids})
        union
        select above.start, d.upstream_id from above
        join dealers d on d.organization_id = ${tx.organizationId} and d.id = above.id
      )
      select id as upstream, start as downstream from above where id = any(${ids})`),
  );
  return [...rows].map(({ upstream, downstream }) => ({ upstreamId: upstream, downstreamId: downstream }));
}

/** Of several dealers those that a dealer meets: itself, its upstream, its second tier, and the parties to its cases that the brand opened. */
async function dealersMet(tx: Unit, dealerId: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { organizationId } = tx;
  const rows = await tx.run((db) =>
    db.execute<{ id: string }>(sql`
      select d.id from dealers d
      where d.organization_id = ${organizationId} and d.id = any(${sql.param([...ids])}::uuid[]) and (
        d.id = ${dealerId} or d.upstream_id = ${dealerId}
        or d.id = (select upstream_id from dealers where organization_id = ${organizationId} and id = ${dealerId})
        or exists (
          select from conflict_parties own
          join conflict_parties other on other.organization_id = own.organization_id and other.case_id = own.case_id
          join conflict_events opening on opening.organization_id = own.organization_id
            and opening.case_id = own.case_id and opening.number = 1 and opening.actor_dealer_id is null
          where own.organization_id = ${organizationId} and own.dealer_id = ${dealerId} and other.dealer_id = d.id
        )
      )`),
  );
  return new Set([...rows].map(({ id }) => id));
}

/** The dealers of these ids that a caller may name in a case. */
export async function dealersSeen(
  tx: Unit,
  { dealerId }: Viewer,
  ids: readonly string[],
): Promise<ReadonlyMap<string, DealerRow>> {
  const found = await dealersByIds(tx, ids);
  if (dealerId === null) return found;
  const met = await dealersMet(tx, dealerId, ids);
  return new Map([...found].filter(([id]) => met.has(id)));
}
