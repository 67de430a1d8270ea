import { sql } from 'drizzle-orm';
import type { Unit } from '../../db/database.ts';
import type { ConflictTerms } from '../../plugins/kit/definition.ts';
import { groupBy } from '../shared/loading.ts';

/** A closed case that is like another, by the other's id, and its points of likeness. */
export interface PrecedentRow {
  readonly likeId: string;
  readonly caseId: string;
  readonly likeness: number;
}

const mostLookedAt = 5000;

/** Of each of several cases the closed ones most like it; where `only` names a dealer, among those that it is a party to. */
export async function precedentsOf(
  tx: Unit,
  caseIds: readonly string[],
  { only, first, likeness }: { only: string | null; first: number; likeness: ConflictTerms['likeness'] },
): Promise<Map<string, PrecedentRow[]>> {
  const { organizationId } = tx;
  const seen = only
    ? sql`and exists (select from conflict_parties p
        where p.organization_id = ${organizationId} and p.case_id = c.id and p.dealer_id = ${only})`
    : sql``;
  const rows = await tx.run((db) =>
    db.execute<{ like_id: string; case_id: string; likeness: number }>(sql`
      with closed as materialized (
        select c.id, c.subject, c.structure, c.causes, c.closed_at from conflict_cases c
        where c.organization_id = ${organizationId} and c.status = 'CLOSED' ${seen}
        order by c.closed_at desc, c.id desc limit ${mostLookedAt}
      )
      select own.id as like_id, best.id as case_id, best.likeness
      from conflict_cases own cross join lateral (
        select closed.id, closed.closed_at, points.likeness
        from closed cross join lateral (
          select (case when closed.subject = own.subject then ${likeness.subject}::float8 else 0 end)
            + (case when closed.structure = own.structure then ${likeness.structure}::float8 else 0 end)
            + ${likeness.causes}::float8
              * (select count(*) from unnest(closed.causes) cause where cause = any(own.causes))
              / (select count(distinct cause) from unnest(closed.causes || own.causes) cause) as likeness
        ) points
        where closed.id <> own.id and points.likeness > 0
        order by points.likeness desc, closed.closed_at desc, closed.id desc limit ${first}
      ) best
      where own.organization_id = ${organizationId} and own.id = any(${sql.param([...caseIds])}::uuid[])
      order by best.likeness desc, best.closed_at desc, best.id desc`),
  );
  const found = [...rows].map((row) => ({
    likeId: row.like_id,
    caseId: row.case_id,
    likeness: Math.round(row.likeness * 100) / 100,
  }));
  return groupBy(found, (row) => row.likeId);
}
