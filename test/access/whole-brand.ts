import type { Role } from '../../api/access/viewer.ts';
import { syncRubrics } from '../../api/grading/syncRubrics.ts';
import { box, core, coreData } from '../../plugins/index.ts';
import type { PluginDefinition } from '../../plugins/kit/index.ts';
import { loadPlugins } from '../../plugins/kit/loading.ts';
import type { TestApi } from '../kit/api.ts';
import type { Client } from '../kit/client.ts';
import { expectData } from '../kit/expect.ts';
import type { Dealer, Outlet } from '../kit/seed/dealer.ts';
import type { Organization } from '../kit/seed/organization.ts';

/** A brand that has at least one of everything, in every state. */
export type WholeBrand = {
  readonly organization: Organization;
  /** One caller of each role; the DEALER speaks for the dealer in the middle. */
  readonly callers: Readonly<Record<Role, Client>>;
  readonly region: { readonly id: string };
  readonly top: Dealer;
  readonly middle: Dealer;
  readonly low: Dealer;
  readonly topOutlet: Outlet;
  readonly outlet: Outlet;
  readonly lowOutlet: Outlet;
  /** The one published on `middle` that another took the place of, and the one in force. */
  readonly submitted: string;
  /** Conflict cases: one that `middle` is a party to, and one that it is not. */
  readonly dispute: { readonly id: string };
  readonly otherDispute: { readonly id: string };
  /** A draft edition of the rubric of lotteries, of its own each time, as its publication names it. */
  readonly draft: () => Promise<{ readonly id: string; readonly expectedVersion: number }>;
};

/** The industry of a plugin that was loaded once and is no more: its rubric stays with those who had it. */
export const formerIndustry = 'former-trade';
export const formerPlugin = 'former';
export const formerItem = 'former/asked';

const text = { en: 'Former', zhHans: '旧' };
/** A trade with something to set about a score, beside those of the box. */
const tuned: PluginDefinition = {
  ...{ name: 'tuned', version: '1.0.0', host: '^1.0.0', label: text, description: text },
  industry: { key: 'tuned-trade', label: text },
  items: {
    scored: {
      ...{ tier: 'GOOD', dimension: 'QUALITY', weight: 1, label: text, measure: { kind: 'yesNo', question: text } },
      score: ({ earns }) => earns,
      parameters: { pace: { kind: 'number', label: text, min: 0, max: 1000, default: 0 } },
    },
  },
};

export const brandPlugins = [...Object.keys(box), tuned];

const asked: PluginDefinition['items'][string] = {
  ...{ tier: 'GOOD', dimension: 'QUALITY', weight: 1, label: text },
  measure: { kind: 'yesNo', question: text },
};
const former: PluginDefinition = {
  name: formerPlugin,
  version: '1.0.0',
  host: '^1.0.0',
  label: text,
  description: text,
  industry: { key: formerIndustry, label: text },
  items: { asked },
};

/** What a start of a server with this plugin alone leaves a brand with. */
async function startWith({ database }: TestApi, organizationId: string, plugin: PluginDefinition): Promise<void> {
  const { name } = plugin;
  const loaded = await loadPlugins({ names: [name], box: { [name]: plugin }, core, directory: '.' });
  await database.unit({ organizationId, mode: 'write' }, (tx) =>
    syncRubrics(tx, { ...loaded, ...coreData }, new Date()),
  );
}

const grown = (name: 'appliances' | 'lottery', items: PluginDefinition['items']) =>
  ({ ...box[name], items: { ...box[name]?.items, ...items } }) as PluginDefinition;

/** As start-up leaves a brand whose server once had other plugins: a rubric of a former trade, and a draft edition. */
async function haveHistory(api: TestApi, organizationId: string): Promise<void> {
  for (const plugin of [former, grown('appliances', former.items)]) await startWith(api, organizationId, plugin);
}

let drafts = 0;
async function draftEdition(api: TestApi, { id, admin }: Organization) {
  drafts += 1;
  await startWith(api, id, grown('lottery', { asked: { ...asked, weight: drafts + 1 } }));
  const { rubric } = expectData(
    await admin.send('{ rubric(key: "lottery") { current { number } versions { id status } } }'),
  ) as { rubric: { current: { number: number }; versions: { id: string; status: string }[] } };
  const draft = rubric.versions.find(({ status }) => status === 'DRAFT');
  if (!draft) throw new Error('The start made no draft.');
  return { id: draft.id, expectedVersion: rubric.current.number };
}

const link = async (manager: Client, upstream: Dealer, downstream: Dealer) =>
  manager.send('mutation ($input: LinkDealersInput!) { linkDealers(input: $input) { __typename } }', {
    input: { upstream: upstream.id, downstream: downstream.id },
  });

const classify = async (manager: Client, dealer: Dealer) =>
  manager.send('mutation ($input: AssignDealerClassInput!) { assignDealerClass(input: $input) { __typename } }', {
    input: { dealer: dealer.id, class: 'B', validFrom: '2026-01-01', reason: 'Turnover.' },
  });

/** A segment of the brand's own, with a text in its playbook. */
async function serve(manager: Client, code: string): Promise<void> {
  const text = { en: 'Ours', zhHans: '自有' };
  const segment = { code, label: text, description: text };
  const words = { segment: code, stage: 'SERVICE_CLOSE', detail: 'SCRIPT', text };
  const document = `mutation ($segment: CreateSegmentInput!, $words: AddPlaybookTextInput!) {
    createSegment(input: $segment) { __typename } addPlaybookText(input: $words) { __typename }
  }`;
  await manager.send(document, { segment, words });
}

/** `own` is a code that no other brand has; with a history come the traces of plugins that the server once had. */
export async function wholeBrand(
  api: TestApi,
  { own, hasHistory = false }: { own: string; hasHistory?: boolean },
): Promise<WholeBrand> {
  const organization = await api.seed.organization();
  if (hasHistory) await haveHistory(api, organization.id);
  const { admin, manager, assessor, auditor } = organization;
  const country = await organization.territory();
  const region = await organization.territory({ parent: country.id });
  const give = { territory: region.id };
  const [top, middle, low] = [
    await organization.dealer(give),
    await organization.dealer(give),
    await organization.dealer({ ...give, code: own }),
  ];
  await link(manager, top, middle);
  await link(manager, middle, low);
  for (const dealer of [top, middle, low]) await classify(manager, dealer);
  await serve(manager, own);

  const outlets = [
    await top.outlet(give),
    await middle.outlet(give),
    await low.outlet({ ...give, code: own }),
  ] as const;
  for (const subject of [top, low, ...outlets]) {
    await subject.assessment({ period: '2026-Q1' }).answer('best').submit().publish();
    await subject.assessment({ period: '2026-Q2' });
    await subject.assessment({ kind: 'SELF', period: '2026-Q1' });
  }
  await everyState(middle);
  const otherDispute = await disputeOf(organization, [top, low]);
  const dispute = await disputes(organization, [middle, top, low]);
  const [topOutlet, outlet, lowOutlet] = outlets;
  return {
    organization,
    callers: { ADMIN: admin, CHANNEL_MANAGER: manager, ASSESSOR: assessor, DEALER: middle.client, AUDITOR: auditor },
    ...{ region, top, middle, low, topOutlet, outlet, lowOutlet },
    submitted: (await middle.assessment({ period: '2025-Q4' }).answer('best').submit()).id,
    ...{ dispute, otherDispute },
    draft: () => draftEdition(api, organization),
  };
}

/** A case with something in every part of it, on the way to its settlement. */
function disputeOf(organization: Organization, [claimant, respondent]: readonly [Dealer, Dealer]) {
  return organization
    .conflictCase([claimant, respondent], { tags: ['fmcg/diversion'] })
    .evidence({ by: claimant.client, note: 'Ours alone.', visibility: 'BRAND' })
    .reach('CONSULTATION')
    .propose()
    .answer({ by: respondent.client, answer: 'REFUSE' });
}

/** Cases of a dealer in every state that one can end in, two of them alike and settled; gives one that goes on. */
async function disputes(organization: Organization, [own, upstream, below]: readonly [Dealer, Dealer, Dealer]) {
  const order = {
    ...{ kind: 'RESTITUTION' as const, party: upstream.id, beneficiary: own.id },
    ...{ amount: '10', due: '9999-12-31' },
  };
  await organization.conflictCase([upstream, own]);
  await organization.conflictCase([own, below]).reach('DISMISSED');
  await disputeOf(organization, [own, upstream])
    .resolve({ orders: [order] })
    .record('FULFILLED');
  for (const other of [upstream, below]) await disputeOf(organization, [other, own]).resolve().advance('CLOSED');
  return disputeOf(organization, [own, below]);
}

async function everyState(dealer: Dealer): Promise<void> {
  await dealer.assessment({ period: '2026-Q1' }).answer('worst').submit().publish();
  await dealer.assessment({ period: '2026-Q2' }).answer('best').submit().publish();
  for (const kind of ['SELF', 'MANAGER'] as const) {
    await dealer.assessment({ kind, period: '2025-Q1' });
    await dealer.assessment({ kind, period: '2025-Q2' }).answer('best').submit();
    await dealer.assessment({ kind, period: '2025-Q3' }).withdraw();
  }
}
