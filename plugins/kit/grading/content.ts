import { createHash } from 'node:crypto';
import type {
  DealerClass,
  Dimension,
  ItemDefinition,
  Ladder,
  Measure,
  PluginDefinition,
  Text,
  TierCode,
  TierRequirement,
} from '../definition.ts';
import { decimalText } from './decimals.ts';
import { type ParameterContent, type ParameterValues, parametersOf } from './parameters.ts';

export type RubricItemContent = {
  /** `source/name`, such as core/parts-delivery. */
  readonly key: string;
  readonly source: string;
  readonly tier: TierCode;
  readonly dimension: Dimension;
  readonly label: Text;
  readonly guidance: Text | null;
  readonly weight: string;
  readonly measure: Measure;
  readonly redLine: { readonly below: string; readonly capsAt: TierCode | null } | null;
  readonly evidenceRequired: boolean;
  readonly stepCost: number;
  /** Where a function of the plugin says what an answer earns: code is no data, so that its version stands for it. Absent where there is none. */
  readonly score?: { readonly version: string; readonly messages: Readonly<Record<string, Text>> };
  /** What its score goes by, as the edition sets it; absent where there is nothing to set. */
  readonly parameters?: Readonly<Record<string, ParameterContent>>;
};

/** What an organization has set about scores, by item key. */
export type ParameterSettings = Readonly<Record<string, ParameterValues>>;

export type RubricTierContent = {
  readonly code: TierCode;
  readonly label: Text;
  readonly threshold: string;
  readonly mix: string;
};

/** What a rubric version freezes: plain JSON, numbers as decimal text, every default resolved. */
export type RubricContent = {
  readonly ladder: {
    readonly tiers: readonly RubricTierContent[];
    readonly coreFloor: string;
    readonly maxNotApplicable: string;
    readonly evidenceCap: string;
    readonly mark: string;
  };
  readonly requirements: Readonly<Record<DealerClass, TierRequirement>>;
  /** Core first, then the plugin's, each as declared. */
  readonly items: readonly RubricItemContent[];
};

const textOf = ({ en, zhHans }: Text): Text => ({ en, zhHans });

function measureOf(measure: Measure): Measure {
  switch (measure.kind) {
    case 'rating':
      return { kind: 'rating', anchors: measure.anchors.map(textOf) };
    case 'yesNo':
      return { kind: 'yesNo', question: textOf(measure.question) };
    case 'metric':
      return {
        kind: 'metric',
        unit: measure.unit,
        better: measure.better,
        bands: measure.bands.map(([from, earns]) => [decimalText(from), decimalText(earns)] as const),
      };
  }
}

/** A red line that names no cap leaves the tier below the item's own. */
function redLineOf({ redLine, tier }: ItemDefinition, ladder: Ladder): RubricItemContent['redLine'] {
  if (redLine === undefined) return null;
  const below = ladder.tiers[ladder.tiers.findIndex(({ code }) => code === tier) - 1];
  const capsAt = redLine.capsAt === undefined ? (below?.code ?? null) : redLine.capsAt;
  return { below: decimalText(redLine.below), capsAt };
}

const scoreOf = ({ score, messages = {} }: ItemDefinition, version: string): Pick<RubricItemContent, 'score'> =>
  score === undefined
    ? {}
    : {
        score: {
          version,
          messages: Object.fromEntries(Object.entries(messages).map(([id, message]) => [id, textOf(message)])),
        },
      };

const itemsOf = (
  { name: source, version, items }: PluginDefinition,
  ladder: Ladder,
  settings: ParameterSettings,
): RubricItemContent[] =>
  Object.entries(items).map(([name, item]) => ({
    key: `${source}/${name}`,
    source,
    tier: item.tier,
    dimension: item.dimension,
    label: textOf(item.label),
    guidance: item.guidance === undefined ? null : textOf(item.guidance),
    weight: decimalText(item.weight),
    measure: measureOf(item.measure),
    redLine: redLineOf(item, ladder),
    evidenceRequired: item.evidence === 'required',
    stepCost: item.stepCost ?? 1,
    ...scoreOf(item, version),
    ...parametersOf(item, settings[`${source}/${name}`]),
  }));

function requirementOf(
  dealerClass: DealerClass,
  core: PluginDefinition,
  plugin: PluginDefinition | null,
): TierRequirement {
  const requirement = plugin?.tierRequirements?.[dealerClass] ?? core.tierRequirements?.[dealerClass];
  if (requirement === undefined) throw new Error(`No tier is required of class ${dealerClass}.`);
  return { tier: requirement.tier, duties: requirement.duties.map(textOf) };
}

/** Core's items and the plugin's as one rubric; what the plugin requires of a class stands before what core requires. */
export function rubricContent(
  core: PluginDefinition,
  ladder: Ladder,
  plugin: PluginDefinition | null,
  settings: ParameterSettings = {},
): RubricContent {
  const requirement = (dealerClass: DealerClass) => requirementOf(dealerClass, core, plugin);
  return {
    ladder: {
      tiers: ladder.tiers.map(({ code, label, threshold, mix }) => ({
        code,
        label: textOf(label),
        threshold: decimalText(threshold),
        mix: decimalText(mix),
      })),
      coreFloor: decimalText(ladder.coreFloor),
      maxNotApplicable: decimalText(ladder.maxNotApplicable),
      evidenceCap: decimalText(ladder.evidenceCap),
      mark: decimalText(ladder.mark),
    },
    requirements: { A: requirement('A'), B: requirement('B'), C: requirement('C') },
    items: [core, ...(plugin === null ? [] : [plugin])].flatMap((definition) => itemsOf(definition, ladder, settings)),
  };
}

const sortKeys = (_: string, value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** Equal for equal content, whatever order a database gave its object keys. */
export const contentHash = (content: RubricContent): string =>
  createHash('sha256').update(JSON.stringify(content, sortKeys)).digest('hex');
