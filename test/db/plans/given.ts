import { globalId, type NodeType } from '../../../api/shared/ids.ts';
import { tierCodes } from '../../../plugins/kit/definition.ts';
import { dealerCode, nthId } from '../../bench/ground/ids.ts';
import type { Client } from '../../kit/client.ts';
import { expectData } from '../../kit/expect.ts';
import type { Given } from './asks.ts';
import { ownDealer } from './ground.ts';

const nth = (type: NodeType, kind: Parameters<typeof nthId>[0], n: number): string => globalId(type, nthId(kind, n));
const dealer = nth('Dealer', 'dealer', ownDealer);
const outlet = nth('Outlet', 'outlet', ownDealer * 3 + 1);
const [province, city] = [1, 31].map((n) => nth('Territory', 'territory', n));
export const given: Given = {
  'Query.node.id': [dealer],
  'Query.nodes.ids': [dealer],
  'Query.dealer.id': [dealer],
  'Query.outlet.id': [outlet],
  'Query.assessment.id': [nth('Assessment', 'assessment', ownDealer * 4)],
  'Query.conflictCase.id': [nth('ConflictCase', 'conflictCase', 7)],
  'Query.dealerByCode.code': [dealerCode(ownDealer)],
  'Query.outletByCode.code': ['S-1'],
  'Query.segment.code': ['RIDER'],
  ...{ segment: ['RIDER'], key: ['fmcg'], industry: ['fmcg'], rubric: ['fmcg'], source: ['core'], tier: ['GOOD'] },
  'DealerFilter.tier': [...tierCodes, 'BELOW_STANDARD', 'UNGRADED'],
  ...{ dealer: [dealer], subject: [dealer, outlet], territory: [city, province], period: ['2026-Q4', '2026-Q1'] },
  ...{ version: [1], search: ['000020', '商贸', 'd', 'nothing'], overdue: [true, false], first: [5] },
};

/** Fifteen objects of each type. */
export async function parentsFor(caller: Client): Promise<Readonly<Record<string, readonly string[]>>> {
  const document = '{ viewer { organization { id } } rubrics { id versions { id } } segments { id } }';
  const data = expectData(await caller.send(document)) as unknown as {
    viewer: { organization: { id: string } };
    rubrics: { id: string; versions: { id: string }[] }[];
    segments: { id: string }[];
  };
  const fifteen = (type: NodeType, kind: Parameters<typeof nthId>[0], step = 1) =>
    Array.from({ length: 15 }, (_, at) => nth(type, kind, (ownDealer - 7 + at) * step));
  return {
    Organization: [data.viewer.organization.id],
    Dealer: fifteen('Dealer', 'dealer'),
    Outlet: fifteen('Outlet', 'outlet', 3),
    Territory: fifteen('Territory', 'territory'),
    Rubric: data.rubrics.map(({ id }) => id),
    RubricVersion: data.rubrics.flatMap(({ versions }) => versions.map(({ id }) => id)),
    Assessment: fifteen('Assessment', 'assessment'),
    Grade: fifteen('Grade', 'grade', 4),
    CustomerSegment: data.segments.map(({ id }) => id),
    ConflictCase: fifteen('ConflictCase', 'conflictCase'),
  };
}
