import { everyone } from '../access/access.ts';
import { seesDealer } from '../access/visibility.rules.ts';
import { builder } from '../shared/builder.ts';
import { columnsAsked } from '../shared/columns.ts';
import { connection, emptyConnection, pageArguments } from '../shared/connections.ts';
import type { Context } from '../shared/context.ts';
import { issue, refuse } from '../shared/errors.ts';
import { idOf } from '../shared/ids.ts';
import { neededBy, windowOf } from '../shared/keyset.ts';
import { findNodesOf } from '../shared/nodes.ts';
import { DealerRef } from '../shared/refs.ts';
import { ConflictCaseConnection, ConflictCaseRef, ConflictStructureEnum, ConflictSubjectEnum } from './case.graph.ts';
import { type CaseListFilter, caseColumns, caseKeyset, casesPage, countCases } from './case-list.queries.ts';
import { asCase, loadCase, loadCaseCountOf, loadCasesOf } from './conflicts.loaders.ts';
import { dealersSeen } from './party.queries.ts';
import { ConflictStatusEnum } from './status.graph.ts';

const ConflictCaseFilter = builder.inputType('ConflictCaseFilter', {
  fields: (t) => ({
    structure: t.field({ type: [ConflictStructureEnum] }),
    subject: t.field({ type: [ConflictSubjectEnum] }),
    status: t.field({ type: [ConflictStatusEnum] }),
    dealer: t.id(),
    overdue: t.boolean(),
  }),
});

/** The dealer that a filter names; one that the caller does not see is refused. */
async function dealerNamed({ viewer, work }: Context, globalId: string): Promise<string> {
  const id = idOf(globalId, 'Dealer')?.id;
  const seen = id && (await dealersSeen(await work.read(), viewer, [id])).has(id);
  return seen ? id : refuse([issue('NOT_FOUND', ['filter', 'dealer'])]);
}

async function caseFilter(
  context: Context,
  filter: typeof ConflictCaseFilter.$inferInput | null | undefined,
): Promise<CaseListFilter> {
  const { dealer, ...criteria } = filter ?? {};
  const named = dealer == null ? {} : { dealerId: await dealerNamed(context, dealer) };
  return { ...criteria, ...named, only: context.viewer.dealerId, now: context.now() };
}

builder.queryFields((t) => ({
  conflictCase: t.field({
    access: everyone,
    type: ConflictCaseRef,
    nullable: true,
    args: { id: t.arg.id({ required: true }) },
    resolve: (_, { id }, context) => {
      const key = idOf(id, 'ConflictCase')?.id;
      return key ? loadCase(context, key) : null;
    },
  }),
  conflictCases: t.field({
    access: everyone,
    type: ConflictCaseConnection,
    args: { filter: t.arg({ type: ConflictCaseFilter }), ...pageArguments },
    resolve: async (_, { filter, ...page }, context, info) => {
      const asked = await caseFilter(context, filter);
      const window = windowOf(caseKeyset, page);
      const tx = await context.work.read();
      return connection({
        page: async () => {
          const columns = columnsAsked(info, caseColumns, neededBy(caseKeyset));
          return window.toPage(await casesPage(tx, asked, window, columns), asCase);
        },
        totalCount: () => countCases(tx, asked),
      });
    },
  }),
}));

builder.objectField(DealerRef, 'conflictCases', (t) =>
  t.field({
    access: { sees: (dealer, viewer) => seesDealer(viewer, dealer.id), otherwise: () => emptyConnection },
    reads: ['id'],
    type: ConflictCaseConnection,
    args: { status: t.arg({ type: [ConflictStatusEnum] }), ...pageArguments },
    resolve: ({ id }, { status, ...page }, context, info) => {
      const asked = { status, only: context.viewer.dealerId };
      return connection({
        page: async () => {
          const columns = columnsAsked(info, caseColumns, neededBy(caseKeyset));
          const rows = (await loadCasesOf(context, id, { ...asked, page, columns })) ?? [];
          return windowOf(caseKeyset, page).toPage(rows, asCase);
        },
        totalCount: async () => (await loadCaseCountOf(context, id, asked)) ?? 0,
      });
    },
  }),
);

findNodesOf('ConflictCase', loadCase);
