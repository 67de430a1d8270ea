import type { Client } from '../kit/client.ts';
import { expectData } from '../kit/expect.ts';
import type { CreateDealerInput, CreateOutletInput, LinkDealersInput } from '../kit/gen/graphql.ts';

interface Inputs {
  readonly createDealer: CreateDealerInput;
  readonly createOutlet: CreateOutletInput;
  readonly linkDealers: LinkDealersInput;
}

const mutationsPerRequest = 10;
const inputTypes = {
  createDealer: 'CreateDealerInput',
  createOutlet: 'CreateOutletInput',
  linkDealers: 'LinkDealersInput',
} as const;
const payloads = {
  createDealer: '... on CreateDealerPayload { dealer { id } }',
  createOutlet: '... on CreateOutletPayload { outlet { id } }',
  linkDealers: '... on LinkDealersPayload { dealer { id } }',
} as const;

/** The same mutation many times in few requests; gives the ids of what was made, in the order of the inputs. */
export async function inBulk<Name extends keyof Inputs>(
  client: Client,
  name: Name,
  inputs: readonly Inputs[Name][],
): Promise<string[]> {
  const ids: string[] = [];
  for (let from = 0; from < inputs.length; from += mutationsPerRequest) {
    const some = inputs.slice(from, from + mutationsPerRequest).map((input, at) => [`m${at}`, input] as const);
    const variables = some.map(([key]) => `$${key}: ${inputTypes[name]}!`).join(', ');
    const fields = some.map(([key]) => `${key}: ${name}(input: $${key}) { ${payloads[name]} }`).join('\n');
    const answer = expectData(await client.send(`mutation(${variables}) { ${fields} }`, Object.fromEntries(some)));
    const made = Object.values(answer) as { dealer?: { id: string }; outlet?: { id: string } }[];
    ids.push(...made.map(({ dealer, outlet }) => (dealer ?? outlet)?.id ?? 'refused'));
  }
  if (ids.includes('refused')) throw new Error(`One of many ${name} was refused.`);
  return ids;
}

/** `count` dealers that differ by code only: D01, D02, … */
export function equalDealers(client: Client, count: number, given: Partial<CreateDealerInput> = {}): Promise<string[]> {
  const codes = Array.from({ length: count }, (_, at) => `D${String(at + 1).padStart(2, '0')}`);
  const basics = { name: 'Same name 同名', industries: ['appliances'], ...given };
  return inBulk(
    client,
    'createDealer',
    codes.map((code) => ({ ...basics, code })),
  );
}
