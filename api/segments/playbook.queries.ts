import { and, asc, eq, isNotNull, like, not, or, sql } from 'drizzle-orm';
import type { Unit } from '../../db/database.ts';
import { organization, statement } from '../../db/statement.ts';
import { playbookTexts } from '../../db/tables/segments.ts';
import { groupBy } from '../shared/loading.ts';

export type PlaybookRow = typeof playbookTexts.$inferSelect;

const isOwn = like(playbookTexts.key, 'organization/%');

const ofSegments = statement('playbookRowsOfSegments', (db) =>
  db
    .select()
    .from(playbookTexts)
    .where(
      and(
        eq(playbookTexts.organizationId, organization),
        sql`${playbookTexts.segmentCode} = any(${sql.placeholder('codes')})`,
        or(isNotNull(playbookTexts.text), not(isOwn)),
      ),
    )
    // The organization's texts are numbered in their keys: of two numbers the shorter is the lower.
    .orderBy(asc(playbookTexts.createdAt), sql`length(${playbookTexts.key})`, asc(playbookTexts.key)),
);

/** What the organization made of each of several playbooks, the oldest first; its own texts that it removed are left out. */
export const playbookRowsOf = async (tx: Unit, codes: readonly string[]): Promise<Map<string, PlaybookRow[]>> =>
  groupBy(await ofSegments(tx, { codes }), (row) => row.segmentCode);

/** Changes to one playbook follow one another, so that two of them cannot take one number or one version. */
export const lockPlaybook = (tx: Unit, code: string): Promise<unknown> =>
  tx.run((db) =>
    db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`playbook ${tx.organizationId} ${code}`}, 0))`),
  );

/** How many texts of its own the organization ever added to a playbook, and how many of them stand. */
export async function countOwnTexts(tx: Unit, code: string): Promise<{ ever: number; standing: number }> {
  const [counts] = await tx.run((db) =>
    db
      .select({ ever: sql<number>`count(*)::int`, standing: sql<number>`count(${playbookTexts.text})::int` })
      .from(playbookTexts)
      .where(and(eq(playbookTexts.organizationId, tx.organizationId), eq(playbookTexts.segmentCode, code), isOwn)),
  );
  return counts ?? { ever: 0, standing: 0 };
}

/** Writes what the organization makes of a text: its words, or null where it takes them back. */
export const savePlaybookText = (
  tx: Unit,
  segmentCode: string,
  { key, stage, detail, text, version }: Pick<PlaybookRow, 'key' | 'stage' | 'detail' | 'text' | 'version'>,
  at: Date,
): Promise<unknown> =>
  tx.run((db) =>
    db
      .insert(playbookTexts)
      .values({
        ...{ organizationId: tx.organizationId, segmentCode, key, stage, detail, text, version },
        createdAt: at,
        updatedAt: at,
      })
      .onConflictDoUpdate({
        target: [playbookTexts.organizationId, playbookTexts.segmentCode, playbookTexts.key],
        set: { text, version, updatedAt: at },
      }),
  );
