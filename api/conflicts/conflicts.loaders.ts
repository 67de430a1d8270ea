import { loadPluginsOn } from '../plugins/plugins.loaders.ts';
import type { Context } from '../shared/context.ts';
import { type PageArguments, windowOf } from '../shared/keyset.ts';
import { batched } from '../shared/loading.ts';
import { tag } from '../shared/nodes.ts';
import { type CaseRow, type CaseTraits, casesByIds, closedCases } from './case.queries.ts';
import { type CaseColumn, caseKeyset, casesOf, countCasesOf } from './case-list.queries.ts';
import { type Catalogue, catalogueOf } from './catalogue.rules.ts';
import { countEventsOf, eventKeyset, eventsOf, proceedingsOf } from './event.queries.ts';
import { type PartyRow, partiesOf } from './party.queries.ts';
import { mostAlike } from './precedents.rules.ts';
import { noProceedings, type Proceedings, proceedingsFrom, type Resolution } from './proceedings.rules.ts';

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

const proceedings = batched(async (tx, ids) => {
  const events = await proceedingsOf(tx, ids);
  return new Map([...events].map(([id, ofCase]) => [id, proceedingsFrom(ofCase)]));
});

/** The proposals and resolutions of a case, read from its events once. */
export const loadProceedings = async (context: Context, caseId: string): Promise<Proceedings> =>
  (await proceedings(context, caseId)) ?? noProceedings;

/** The resolution that an event of a case is; null where it is none. */
export const loadResolution = async (
  context: Context,
  caseId: string,
  number: number | null,
): Promise<Resolution | null> =>
  number === null ? null : ((await loadProceedings(context, caseId)).resolutions.get(number) ?? null);

interface EventsAsked {
  readonly only: string | null;
  readonly page: PageArguments;
}

export const loadEvents = batched((tx, ids, { only, page }: EventsAsked) =>
  eventsOf(tx, ids, only, windowOf(eventKeyset, page)),
);
export const loadEventCount = batched((tx, ids, only: string | null) => countEventsOf(tx, ids, only));

const closedOnes = batched(async (tx, organizationIds, only: string | null) => {
  const found = await closedCases(tx, only);
  return new Map(organizationIds.map((id) => [id, found]));
});

/** The closed cases most like a case, within what the caller may see. */
export async function loadPrecedents(context: Context, of: CaseTraits, first: number) {
  const { organizationId, dealerId } = context.viewer;
  const closed = (await closedOnes(context, organizationId, dealerId)) ?? [];
  const alike = mostAlike(of, closed, first, context.plugins.conflictTerms.likeness);
  const cases = await Promise.all(alike.map(({ id }) => loadCase(context, id)));
  return alike.flatMap(({ likeness }, at) => {
    const conflictCase = cases[at];
    return conflictCase ? [{ conflictCase, likeness }] : [];
  });
}

interface CasesAsked {
  readonly status: readonly string[] | null | undefined;
  readonly only: string | null;
}

interface CasesPage extends CasesAsked {
  readonly page: PageArguments;
  readonly columns: readonly CaseColumn[];
}

export const loadCasesOf = batched((tx, ids, { page, columns, ...asked }: CasesPage) =>
  casesOf(tx, ids, asked, windowOf(caseKeyset, page), columns),
);
export const loadCaseCountOf = batched((tx, ids, asked: CasesAsked) => countCasesOf(tx, ids, asked));

/** The catalogue that the caller's organization uses. */
export const loadCatalogue = async (context: Context): Promise<Catalogue> =>
  catalogueOf(context.plugins, await loadPluginsOn(context));
