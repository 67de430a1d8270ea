import { and, eq } from 'drizzle-orm';
import type { Unit } from '../../db/database.ts';
import { dealers } from '../../db/tables/network.ts';
import { gradesInForceOf } from './grade.queries.ts';

/** Tier and score that a dealer's row repeats to be filtered and ordered by. */
export interface Standing {
  readonly tierCode: string | null;
  readonly score: number | null;
}

/** The grade in force under the main industry's own rubric, as a dealer's row repeats it. */
export async function standingOf(tx: Unit, dealerId: string, mainIndustry: string): Promise<Standing> {
  const inForce = (await gradesInForceOf(tx, [dealerId], 'Dealer')).get(dealerId) ?? [];
  const grade = inForce.find(({ rubricKey }) => rubricKey === mainIndustry);
  return { tierCode: grade?.tierCode ?? null, score: grade ? Number(grade.score) : null };
}

/** Not a change of the dealer's record, so its version stays. */
export const saveStanding = (tx: Unit, dealerId: string, { tierCode, score }: Standing): Promise<unknown> =>
  tx.run((db) =>
    db
      .update(dealers)
      .set({ tierCode, score })
      .where(and(eq(dealers.organizationId, tx.organizationId), eq(dealers.id, dealerId))),
  );
