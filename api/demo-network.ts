import type { BrandSeed, DealerSeed } from '../db/seed/shape.ts';
import type { Role, Viewer } from './access/viewer.ts';
import { assignDealerClass } from './network/assignDealerClass.ts';
import { createDealer } from './network/createDealer.ts';
import { createOutlet } from './network/createOutlet.ts';
import { createTerritory } from './network/createTerritory.ts';
import { linkDealers } from './network/linkDealers.ts';
import type { Context, InstalledPlugins } from './shared/context.ts';
import { globalId } from './shared/ids.ts';

/** What a demo brand is played with: its people, and the day on which each of them does something. */
export interface DemoStage {
  readonly brand: BrandSeed;
  readonly plugins: InstalledPlugins;
  readonly people: Readonly<Record<Role, Viewer>>;
  on(day: string, viewer: Viewer, hours?: number): Context;
}

export interface DemoNetwork {
  /** The dealers whose industry is loaded, by code. */
  readonly dealers: ReadonlyMap<string, { readonly id: string; readonly name: string }>;
  /** Global ids of dealers and outlets as assessments name them: AP-102, AP-102/GQ. */
  readonly subjects: ReadonlyMap<string, string>;
}

const beginning = '2023-01-03';

export async function playNetwork(stage: DemoStage): Promise<DemoNetwork> {
  const { brand, people } = stage;
  const territories = new Map<string, string>();
  for (const [code, name, parent] of brand.territories) {
    const input = { code, name, parent: parent && territories.get(parent) };
    const { territory } = await createTerritory(stage.on(beginning, people.CHANNEL_MANAGER), input);
    territories.set(code, globalId('Territory', territory.id));
  }

  const dealers = new Map<string, { id: string; name: string }>();
  const subjects = new Map<string, string>();
  for (const seed of brand.dealers) {
    if (!stage.plugins.byIndustry(seed.industries[0] ?? '')) continue;
    const { dealer } = await playDealer(stage, seed, territories);
    dealers.set(seed.code, dealer);
    subjects.set(seed.code, globalId('Dealer', dealer.id));
    await playLinks(stage, seed, subjects);
    await playOutlets(stage, seed, territories, subjects);
  }
  return { dealers, subjects };
}

type Ids = ReadonlyMap<string, string>;

function playDealer({ plugins, people, on }: DemoStage, seed: DealerSeed, territories: Ids) {
  const { code, name, roles, channel, status = 'ACTIVE', territory, since } = seed;
  const industries = seed.industries.filter((key) => plugins.byIndustry(key));
  const input = { code, name, roles, channel, status, industries, territory: territories.get(territory) };
  return createDealer(on(since, people.CHANNEL_MANAGER), { ...input, class: seed.class });
}

/** Its upstream, and the classes that it was put into after the first. */
async function playLinks({ people, on }: DemoStage, seed: DealerSeed, subjects: Ids): Promise<void> {
  const dealer = subjects.get(seed.code) ?? '';
  const upstream = seed.upstream && subjects.get(seed.upstream);
  if (upstream) await linkDealers(on(seed.since, people.CHANNEL_MANAGER, 1), { upstream, downstream: dealer });
  for (const [to, validFrom, reason] of seed.reclassed ?? []) {
    await assignDealerClass(on(validFrom, people.CHANNEL_MANAGER), { dealer, class: to, validFrom, reason });
  }
}

async function playOutlets(
  { people, on }: DemoStage,
  { code: dealerCode, since, territory: dealersTerritory, outlets = [] }: DealerSeed,
  territories: Ids,
  subjects: Map<string, string>,
): Promise<void> {
  const dealer = subjects.get(dealerCode) ?? '';
  for (const [code, name, kind, address, latitude, longitude] of outlets) {
    const input = { dealer, code, name, kind, address, latitude, longitude };
    const territory = territories.get(dealersTerritory);
    const { outlet } = await createOutlet(on(since, people.CHANNEL_MANAGER, 2), { ...input, territory });
    subjects.set(`${dealerCode}/${code}`, globalId('Outlet', outlet.id));
  }
}
