import type { Query, Session } from '../../../db/driver.ts';

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Plan Rows': number;
  readonly Plans?: readonly Plan[];
}

/** More than a contract lets an organization have of territories, which are the most of what is bounded. */
export const bigTable = 2_000;

/** The tables that hold more rows than any organization has of what is bounded. */
export async function bigTables(unit: Session): Promise<ReadonlySet<string>> {
  const sql = `select relname as name from pg_class
    where relkind = 'r' and relnamespace = 'public'::regnamespace and reltuples > ${bigTable}`;
  const rows = await unit.execute({ sql, params: [], rows: 'object' });
  return new Set((rows as { name: string }[]).map(({ name }) => name));
}

/** How a statement runs with its values; and, where connections keep it by a name, how it runs with any. */
async function plansOf(unit: Session, { sql, params, name }: Query): Promise<Plan[]> {
  const asked = [
    { sql: `explain (format json) ${sql}`, params, rows: 'object' as const },
    ...(name === undefined
      ? []
      : [{ sql: `explain (generic_plan, format json) ${sql}`, params: [], rows: 'object' as const }]),
  ];
  const plans: Plan[] = [];
  for (const each of asked) {
    const [row] = (await unit.execute(each)) as { 'QUERY PLAN': { Plan: Plan }[] }[];
    plans.push(...(row?.['QUERY PLAN'] ?? []).map(({ Plan }) => Plan));
  }
  return plans;
}

const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

/** What in the plans of a statement grows with the table where it need not: a table read whole, and for a page of a whole list, rows of a table sorted. */
export async function faultsOf(
  unit: Session,
  query: Query,
  { big, isWhole }: { readonly big: ReadonlySet<string>; readonly isWhole: boolean },
): Promise<string[]> {
  const nodes = (await plansOf(unit, query)).flatMap(nodesOf);
  return nodes.flatMap((node) => {
    if (node['Node Type'] === 'Seq Scan' && big.has(node['Relation Name'] ?? ''))
      return [`reads all of ${node['Relation Name']}`];
    const sorted = node.Plans?.[0]?.['Plan Rows'] ?? 0;
    return isWhole && node['Node Type'] === 'Sort' && sorted > bigTable / 2 ? [`sorts ${sorted} rows`] : [];
  });
}
