import { industriesOn } from '../plugins/plugins.queries.ts';
import { change } from '../shared/change.ts';
import { nullFaults } from '../shared/checks.ts';
import type { Context } from '../shared/context.ts';
import { notFound, refuseIf, refuseIfStale } from '../shared/errors.ts';
import { idOf } from '../shared/ids.ts';
import { asOutlet, type Outlet } from './network.loaders.ts';
import { industryFaults, namingFaults, placeFaults, searchText } from './network.rules.ts';
import { lockOutlet, type OutletRow, updateOutletRow } from './outlet.queries.ts';
import { territoryNamed } from './references.queries.ts';

type Changeable = Pick<OutletRow, 'name' | 'kind' | 'industries' | 'address' | 'latitude' | 'longitude'>;

export interface UpdateOutlet extends Partial<{ [Field in keyof Changeable]: Changeable[Field] | null | undefined }> {
  readonly id: string;
  readonly expectedVersion: number;
  readonly territory?: string | null | undefined;
}

/** What is given, or else what is kept; null is given too. */
const given = <T>(value: T | undefined, kept: T): T => (value === undefined ? kept : value);

/** An absent field keeps its value; null clears where there is something to clear. */
export async function updateOutlet(context: Context, input: UpdateOutlet): Promise<{ outlet: Outlet }> {
  const row = await change(context, 'updateOutlet', input, async (tx) => {
    const id = idOf(input.id, 'Outlet')?.id;
    const outlet = id && (await lockOutlet(tx, id));
    if (!outlet) throw notFound(['id']);
    refuseIfStale(input.expectedVersion, outlet.version);

    const territory = await territoryNamed(tx, input.territory, ['territory']);
    const place = {
      address: given(input.address, outlet.address),
      latitude: given(input.latitude, outlet.latitude),
      longitude: given(input.longitude, outlet.longitude),
    };
    refuseIf([
      ...nullFaults(input, 'name', 'kind', 'industries'),
      ...namingFaults(input),
      ...industryFaults(input.industries, await industriesOn(tx, context.plugins)),
      ...placeFaults(place),
      ...territory.faults,
    ]);

    const name = input.name ?? outlet.name;
    const values = {
      ...place,
      name,
      searchText: searchText(outlet.code, name),
      kind: input.kind ?? outlet.kind,
      industries: input.industries ?? outlet.industries,
      territoryId: given(territory.territoryId, outlet.territoryId),
    };
    return updateOutletRow(tx, outlet, values, context.now());
  });
  return { outlet: asOutlet(row) };
}
