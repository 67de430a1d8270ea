import type { Unit } from '../../db/database.ts';
import { pluginsOn } from '../plugins/plugins.queries.ts';
import type { Context } from '../shared/context.ts';
import { notFound, refuseIfStale } from '../shared/errors.ts';
import { lockPlaybook, playbookRowsOf } from './playbook.queries.ts';
import { type PlaybookText, playbookOf } from './playbook.rules.ts';
import { ownSegments } from './segment.queries.ts';
import { asSegment, coreSegments, type Segment } from './segment.rules.ts';

/** The segment that a code names, hidden or not. */
export async function segmentNamed({ plugins }: Context, tx: Unit, code: string): Promise<Segment | undefined> {
  const six = coreSegments(plugins, tx.organizationId);
  return [...six, ...(await ownSegments(tx)).map(asSegment)].find((segment) => segment.code === code);
}

/** The text that a step is asked for, its playbook held for it: it stands there, and is as the caller read it. */
export async function takeUp(
  context: Context,
  tx: Unit,
  input: { readonly segment: string; readonly key: string; readonly expectedVersion: number },
): Promise<{ segment: Segment; text: PlaybookText }> {
  const segment = await segmentNamed(context, tx, input.segment);
  if (!segment) throw notFound(['segment']);
  const { code } = segment;
  await lockPlaybook(tx, code);
  const on = await pluginsOn(tx, context.plugins);
  const texts = playbookOf(code, on, (await playbookRowsOf(tx, [code])).get(code) ?? []);
  const text = texts.find(({ key }) => key === input.key);
  if (!text) throw notFound(['key']);
  refuseIfStale(input.expectedVersion, text.version);
  return { segment, text };
}
