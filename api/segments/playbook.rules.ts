import type { PlaybookDetail, PluginDefinition, StoreServiceStage } from '../../plugins/kit/definition.ts';
import { indexBy } from '../shared/loading.ts';
import type { Text } from '../shared/locale.ts';
import type { PlaybookRow } from './playbook.queries.ts';

export interface PlaybookText {
  readonly key: string;
  readonly source: string;
  readonly stage: StoreServiceStage;
  readonly detail: PlaybookDetail;
  /** The words that show. */
  readonly text: Text;
  /** The core's or the plugin's words beneath the organization's; null where theirs show. */
  readonly original: Text | null;
  readonly version: number;
}

export const isOwn = ({ source }: PlaybookText): boolean => source === 'organization';

const contributedBy = ({ name, playbook = {} }: PluginDefinition, code: string): PlaybookText[] =>
  Object.entries(playbook)
    .filter(([, { segment }]) => segment === code)
    .map(([key, { stage, detail, text }]) => ({
      ...{ key: `${name}/${key}`, source: name, stage, detail, text },
      original: null,
      version: 0,
    }));

/** The text in the organization's words; those of the core or the plugin stay beneath them. */
export const reworded = (text: PlaybookText, words: Text, version: number): PlaybookText => ({
  ...text,
  text: words,
  original: isOwn(text) ? null : (text.original ?? text.text),
  version,
});

/** A text as the organization left it: in its words, or in those that came back. */
const leftAs = (text: PlaybookText, row: PlaybookRow | undefined): PlaybookText =>
  row?.text ? reworded(text, row.text, row.version) : { ...text, version: row?.version ?? 0 };

type OwnText = Pick<PlaybookText, 'key' | 'stage' | 'detail' | 'text' | 'version'>;

export const ownText = ({ key, stage, detail, text, version }: OwnText): PlaybookText => ({
  ...{ key, source: 'organization', stage, detail, text, original: null, version },
});

/** All texts of a segment's playbook: those of the core and of the plugins in their order, then the organization's own. */
export function playbookOf(
  code: string,
  sources: readonly PluginDefinition[],
  rows: readonly PlaybookRow[],
): PlaybookText[] {
  const rowOf = indexBy(rows, ({ key }) => key);
  return [
    ...sources.flatMap((source) => contributedBy(source, code)).map((text) => leftAs(text, rowOf.get(text.key))),
    ...rows.flatMap(({ text, ...row }) =>
      text && row.key.startsWith('organization/') ? [ownText({ ...row, text })] : [],
    ),
  ];
}
