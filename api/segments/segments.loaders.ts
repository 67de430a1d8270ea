import type { PluginDefinition } from '../../plugins/kit/definition.ts';
import { loadPluginsOn } from '../plugins/plugins.loaders.ts';
import type { Context } from '../shared/context.ts';
import { issue, refuse } from '../shared/errors.ts';
import { batched } from '../shared/loading.ts';
import { playbookRowsOf } from './playbook.queries.ts';
import { type PlaybookText, playbookOf } from './playbook.rules.ts';
import { ownSegments } from './segment.queries.ts';
import { asSegment, coreSegments, type Segment } from './segment.rules.ts';

const ownRows = batched(async (tx, organizationIds) => {
  const rows = await ownSegments(tx);
  return new Map(organizationIds.map((id) => [id, rows]));
});

/** The six in their order, then the organization's own, hidden ones too. */
export async function loadSegments(context: Context): Promise<Segment[]> {
  const { organizationId } = context.viewer;
  const rows = (await ownRows(context, organizationId)) ?? [];
  return [...coreSegments(context.plugins, organizationId), ...rows.map(asSegment)];
}

export const loadSegmentByCode = async (context: Context, code: string): Promise<Segment | null> =>
  (await loadSegments(context)).find((segment) => segment.code === code) ?? null;

export const loadSegment = async (context: Context, id: string): Promise<Segment | null> =>
  (await loadSegments(context)).find((segment) => segment.id === id) ?? null;

/** The core and the plugins that are on, by name; of an industry its plugin alone beside the core. */
export async function loadSources(context: Context, industry?: string | null): Promise<PluginDefinition[]> {
  const on = await loadPluginsOn(context);
  if (industry == null) return on;
  const named =
    on.find((definition) => definition.industry?.key === industry) ?? refuse([issue('NOT_FOUND', ['industry'])]);
  return [context.plugins.core.definition, named];
}

const playbookRows = batched(playbookRowsOf);

export async function loadPlaybook(
  context: Context,
  code: string,
  sources: readonly PluginDefinition[],
): Promise<PlaybookText[]> {
  return playbookOf(code, sources, (await playbookRows(context, code)) ?? []);
}
