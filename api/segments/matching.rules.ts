import { type Channel, type ChannelMatching, channels, type Need } from '../../plugins/kit/definition.ts';
import { decimalText, MILLION, millionths, rounded } from '../../plugins/kit/grading/decimals.ts';
import type { Text } from '../shared/locale.ts';

export interface ChannelMatch {
  readonly channel: Channel;
  /** Of 100, half up to two decimals. */
  readonly fit: number;
  readonly reasons: readonly MatchReason[];
}

export interface MatchReason {
  /** Null where the reason is that the segment's first strategy uses the channel. */
  readonly need: Need | null;
  readonly weight: number;
  readonly text: Text;
}

const exact = (weight: number): bigint => millionths(decimalText(weight)) ?? 0n;

/**
 * Every channel with its share of all that is asked for, each need counting 1 and the segment's first strategy its weight:
 * the best first, equal ones in the order of the channels.
 */
export function matchesOf(
  { fits, strategy }: ChannelMatching,
  needs: readonly Need[],
  usedByStrategy: readonly Channel[],
): ChannelMatch[] {
  const asked = BigInt(needs.length) * MILLION + exact(strategy.weight);
  return channels
    .map((channel) => {
      const reasons = [
        ...needs.flatMap((need) => fits.filter((fit) => fit.need === need && fit.channel === channel)),
        ...(usedByStrategy.includes(channel) ? [{ need: null, ...strategy }] : []),
      ].map(({ need, weight, reason }) => ({ need, weight, text: reason }));
      return { channel, reasons, met: reasons.reduce((sum, { weight }) => sum + exact(weight), 0n) };
    })
    .sort((one, other) => Number(other.met - one.met))
    .map(({ channel, reasons, met }) => ({ channel, fit: rounded(100n * met, asked), reasons }));
}
