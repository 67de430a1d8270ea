import type { StructureReason } from '../../db/tables/conflicts.ts';
import type { CoreData } from '../../plugins/kit/definition.ts';
import type { Viewer } from '../access/viewer.ts';
import type { DealerRow } from '../network/dealer.queries.ts';
import type { Locale, Text } from '../shared/locale.ts';
import type { CaseRow } from './case.queries.ts';

export type PartyDealer = Pick<DealerRow, 'id' | 'code' | 'name' | 'channel'>;

/** One dealer that stands, directly or not, upstream of another. */
export interface Standing {
  readonly upstreamId: string;
  readonly downstreamId: string;
}

const nameOf = ({ id, code, name }: PartyDealer) => ({ id, code, name });

/** How parties stand to each other, and why: the first that holds of vertical, multi-channel and horizontal. */
export function structureOf(
  parties: readonly PartyDealer[],
  standings: readonly Standing[],
): Pick<CaseRow, 'structure' | 'structureReason'> {
  for (const upstream of parties) {
    const below = (party: PartyDealer) =>
      standings.some(({ upstreamId, downstreamId }) => upstreamId === upstream.id && downstreamId === party.id);
    const downstream = parties.find(below);
    if (downstream)
      return {
        structure: 'VERTICAL',
        structureReason: { upstream: nameOf(upstream), downstream: nameOf(downstream) },
      };
  }
  const channels = [...new Set(parties.map(({ channel }) => channel))];
  return { structure: channels.length > 1 ? 'MULTI_CHANNEL' : 'HORIZONTAL', structureReason: { channels } };
}

/** The reason in words, as of the day on which the case was opened; a card does not tell a dealer who buys through whom. */
export function reasonText(
  reason: StructureReason,
  { dealerId }: Pick<Viewer, 'dealerId'>,
  channels: CoreData['channels'],
  locale: Locale,
): string {
  if ('channels' in reason) return channelsText(reason.channels.map((channel) => channels[channel][locale]))[locale];
  const { upstream, downstream } = reason;
  if (dealerId !== null && dealerId !== upstream.id && dealerId !== downstream.id) return someLine[locale];
  return locale === 'en'
    ? `${upstream.name} (${upstream.code}) stood upstream of ${downstream.name} (${downstream.code}).`
    : `${upstream.name}（${upstream.code}）当时处于${downstream.name}（${downstream.code}）的上游。`;
}

const someLine: Text = {
  en: 'One party stood upstream of another.',
  zhHans: '其中一方当时处于另一方的上游。',
};

const channelsText = (labels: readonly string[]): Text =>
  labels.length > 1
    ? {
        en: `No party stood upstream of another, and they sold through different channels: ${labels.join(', ')}.`,
        zhHans: `各方当时没有上下游关系，且分属不同渠道：${labels.join('、')}。`,
      }
    : {
        en: `No party stood upstream of another, and all sold through one channel: ${labels.join()}.`,
        zhHans: `各方当时没有上下游关系，且同属一个渠道：${labels.join()}。`,
      };
