import type { Need } from '../../plugins/kit/definition.ts';
import { setFaults } from '../shared/checks.ts';
import type { Context } from '../shared/context.ts';
import { issue, refuse, refuseIf } from '../shared/errors.ts';
import { type ChannelMatch, matchesOf } from './matching.rules.ts';
import { strategiesOf } from './segment.rules.ts';
import { loadSegmentByCode, loadSources } from './segments.loaders.ts';

export interface MatchChannels {
  readonly segment: string;
  readonly needs?: readonly Need[] | null | undefined;
}

/** Needs that are not told are those of the segment's first strategy. */
export async function matchChannels(
  context: Context,
  { segment: code, needs }: MatchChannels,
): Promise<ChannelMatch[]> {
  const segment = await loadSegmentByCode(context, code);
  if (!segment) refuse([issue('NOT_FOUND', ['segment']), ...(needs ? setFaults(needs, ['needs']) : [])]);
  const [first] = strategiesOf(segment, await loadSources(context));
  const asked = needs ?? first?.needs ?? [];
  refuseIf(setFaults(asked, ['needs']));
  return matchesOf(context.plugins.matching, asked, first?.channels ?? []);
}
