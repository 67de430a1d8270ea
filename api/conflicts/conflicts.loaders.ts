import { viewPlugins } from '../plugins/plugins.loaders.ts';
import type { Context } from '../shared/context.ts';
import { type PageArguments, windowOf } from '../shared/keyset.ts';
import { batched } from '../shared/loading.ts';
import { tag } from '../shared/nodes.ts';
import { type CaseRow, casesByIds } from './case.queries.ts';
import { casesOf, countCasesOf } from './case-list.queries.ts';
import { type Catalogue, catalogueOf } from './catalogue.rules.ts';
import { countEventsOf, eventKeyset, eventsOf, proceedingsOf } from './event.queries.ts';
import { type PartyRow, partiesOf } from './party.queries.ts';
import { precedentsOf } from './precedent.queries.ts';
import { type Proposal, proposalsFrom, type Resolution, resolutionFrom } from './proceedings.rules.ts';

export const asCase = (row: CaseRow) => tag('ConflictCase', row);
export type ConflictCase = ReturnType<typeof asCase>;

const caseRow = batched((tx, ids, only: string | null) => casesByIds(tx, ids, only));

/** A case that the caller may see. */
export async function loadCase(context: Context, id: string): Promise<ConflictCase | null> {
  const row = await caseRow(context, id, context.viewer.dealerId);
  return row && asCase(row);
}

const parties = batched(partiesOf);
export const loadParties = async (context: Context, caseId: string): Promise<readonly PartyRow[]> =>
  (await parties(context, caseId)) ?? [];

const proceedings = batched(proceedingsOf);

export const loadProposals = async (context: Context, of: CaseRow): Promise<readonly Proposal[]> =>
  proposalsFrom((await proceedings(context, of.id)) ?? [], of);

export const loadResolution = async (context: Context, of: CaseRow): Promise<Resolution | null> =>
  of.resolutionNumber === null ? null : resolutionFrom((await proceedings(context, of.id)) ?? [], of);

interface EventsAsked {
  readonly only: string | null;
  readonly page: PageArguments;
}

export const loadEvents = batched((tx, ids, { only, page }: EventsAsked) =>
  eventsOf(tx, ids, only, windowOf(eventKeyset, page)),
);
export const loadEventCount = batched((tx, ids, only: string | null) => countEventsOf(tx, ids, only));

const precedents = batched((tx, ids, { only, first }: { only: string | null; first: number }, { plugins }) =>
  precedentsOf(tx, ids, { only, first, likeness: plugins.conflictTerms.likeness }),
);

/** The closed cases most like a case, within what the caller may see. */
export async function loadPrecedents(context: Context, caseId: string, first: number) {
  const found = (await precedents(context, caseId, { only: context.viewer.dealerId, first })) ?? [];
  const cases = await Promise.all(found.map((row) => loadCase(context, row.caseId)));
  return found.flatMap(({ likeness }, at) => {
    const conflictCase = cases[at];
    return conflictCase ? [{ conflictCase, likeness }] : [];
  });
}

interface CasesAsked {
  readonly status: readonly string[] | null | undefined;
  readonly only: string | null;
}

export const loadCasesOf = batched((tx, ids, { page, ...asked }: CasesAsked & { page: PageArguments }) =>
  casesOf(tx, ids, asked, page),
);
export const loadCaseCountOf = batched((tx, ids, asked: CasesAsked) => countCasesOf(tx, ids, asked));

/** The catalogue that the caller's organization uses. */
export async function loadCatalogue(context: Context): Promise<Catalogue> {
  const views = await viewPlugins(context);
  const off = views.filter(({ enabled }) => !enabled).map(({ definition }) => definition.name);
  return catalogueOf(context.plugins, new Set(off));
}
