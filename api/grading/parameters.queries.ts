import { eq, sql } from 'drizzle-orm';
import type { Unit } from '../../db/database.ts';
import { organization, statement } from '../../db/statement.ts';
import { scoreParameters } from '../../db/tables/plugins.ts';
import type { ParameterSettings } from '../../plugins/kit/grading/rubric.ts';

const settings = statement('scoreParameters', (db) =>
  db
    .select({ item: scoreParameters.item, values: scoreParameters.values })
    .from(scoreParameters)
    .where(eq(scoreParameters.organizationId, organization)),
);

/** What the organization has set about scores, by item. */
export const parameterSettings = async (tx: Unit): Promise<ParameterSettings> =>
  Object.fromEntries((await settings(tx)).map(({ item, values }) => [item, values]));

/** Sets some parameters of an item; the others keep their values. */
export const saveParameters = (
  tx: Unit,
  { item, ...setting }: Omit<typeof scoreParameters.$inferInsert, 'organizationId'>,
): Promise<unknown> =>
  tx.run((db) =>
    db
      .insert(scoreParameters)
      .values({ organizationId: tx.organizationId, item, ...setting })
      .onConflictDoUpdate({
        target: [scoreParameters.organizationId, scoreParameters.item],
        set: { ...setting, values: sql`${scoreParameters.values} || excluded.values` },
      }),
  );
