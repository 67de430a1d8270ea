import { v5 as uuid } from 'uuid';
import type { CoreData, PluginDefinition, SegmentStrategy } from '../../plugins/kit/definition.ts';
import { nameFaults, setFaults, textFaults } from '../shared/checks.ts';
import { type Issue, issue } from '../shared/errors.ts';
import { locales, type Text } from '../shared/locale.ts';
import { type Tagged, tag } from '../shared/nodes.ts';
import type { SegmentRow } from './segment.queries.ts';

type Path = readonly (string | number)[];

export type Segment = Tagged<
  'CustomerSegment',
  {
    readonly code: string;
    readonly source: 'core' | 'organization';
    readonly label: Text;
    readonly description: Text;
    /** Those of the organization's own; the core's and the plugins' are theirs to tell. */
    readonly strategies: readonly SegmentStrategy[];
    readonly hidden: boolean;
    readonly version: number | null;
  }
>;

export const asSegment = (row: SegmentRow): Segment =>
  tag('CustomerSegment', {
    ...row,
    source: 'organization',
    strategies: row.strategies as readonly SegmentStrategy[],
  });

/** The six, which have no rows: an id is made of the organization's and the code, so that it is nothing to another brand. */
export const coreSegments = ({ segments }: Pick<CoreData, 'segments'>, organizationId: string): Segment[] =>
  segments.map(({ code, label, description }) =>
    tag('CustomerSegment', {
      id: uuid(code, organizationId),
      ...{ code, source: 'core', label, description, strategies: [], hidden: false, version: null },
    }),
  );

/** The key of the row that a segment has; null for one of the six. */
export const rowIdOf = ({ source, id }: Segment): string | null => (source === 'organization' ? id : null);

export type SourcedStrategy = SegmentStrategy & { readonly source: string };

/** The organization's strategies for a segment of its own, then those of the core and of the plugins in their order. */
export const strategiesOf = (segment: Segment, sources: readonly PluginDefinition[]): SourcedStrategy[] => [
  ...segment.strategies.map((strategy) => ({ ...strategy, source: 'organization' })),
  ...sources.flatMap(({ name, segments }) =>
    (segments?.[segment.code] ?? []).map((strategy) => ({ ...strategy, source: name })),
  ),
];

const code = /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/;

export function segmentCodeFaults(value: string, path: Path): Issue[] {
  const faults = textFaults(value, path, 64);
  return faults.length === 0 && !code.test(value) ? [issue('SEGMENT_CODE_INVALID', path)] : faults;
}

/** Faults of a text in both languages, 1 to 2,000 characters in each. */
export const bilingualFaults = (text: Text, path: Path): Issue[] =>
  locales.flatMap((locale) => textFaults(text[locale], [...path, locale], 2000));

const maxStrategies = 20;

interface Content {
  readonly label: Text;
  readonly description: Text;
  readonly strategies: readonly { readonly text: Text; readonly needs: string[]; readonly channels: string[] }[];
}

export const contentFaults = ({ label, description, strategies }: Content): Issue[] => [
  ...locales.flatMap((locale) => nameFaults(label[locale], ['label', locale])),
  ...bilingualFaults(description, ['description']),
  ...(strategies.length <= maxStrategies
    ? []
    : [issue('LIST_TOO_LONG', ['strategies'], { length: strategies.length, max: maxStrategies })]),
  ...strategies.flatMap(({ text, needs, channels }, at) => [
    ...bilingualFaults(text, ['strategies', at, 'text']),
    ...setFaults(needs, ['strategies', at, 'needs']),
    ...setFaults(channels, ['strategies', at, 'channels']),
  ]),
];
