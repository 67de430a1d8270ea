import type { Text } from './definition.ts';

/** One mistake in one plugin: what was found where, what is expected, and the next step. */
export type Fault = {
  readonly code: FaultCode;
  /** The plugin's name, or its source where it has none. */
  readonly plugin: string;
  /** Where the plugin comes from: `box`, a path or a package, as it was asked for. */
  readonly source: string;
  /** Keys and list positions joined by dots; empty where the plugin as a whole is meant. */
  readonly path: string;
  readonly found: Text;
  readonly expected: Text;
  readonly remedy: Text;
};

export const faultCodes = [
  'PLUGIN_NOT_AN_OBJECT',
  'PLUGIN_NOT_PLAIN',
  'PLUGIN_TOO_LARGE',
  'PLUGIN_FIELD_MISSING',
  'PLUGIN_FIELD_UNKNOWN',
  'PLUGIN_FIELD_INVALID',
  'PLUGIN_NAME_INVALID',
  'PLUGIN_NAME_RESERVED',
  'PLUGIN_VERSION_INVALID',
  'PLUGIN_HOST_INVALID',
  'PLUGIN_HOST_MISMATCH',
  'PLUGIN_TRANSLATION_MISSING',
  'PLUGIN_TEXT_INVALID',
  'PLUGIN_TEXT_TOO_LONG',
  'PLUGIN_KEY_INVALID',
  'PLUGIN_KEY_DUPLICATE',
  'PLUGIN_INDUSTRY_MISSING',
  'PLUGIN_DIRECTION_UNKNOWN',
  'PLUGIN_ITEMS_TOO_MANY',
  'PLUGIN_TIER_UNKNOWN',
  'PLUGIN_DIMENSION_UNKNOWN',
  'PLUGIN_WEIGHT_INVALID',
  'PLUGIN_STEP_COST_INVALID',
  'PLUGIN_SCORE_INVALID',
  'PLUGIN_SCORE_MISSING',
  'PLUGIN_MESSAGES_TOO_MANY',
  'PLUGIN_MESSAGE_UNEVEN',
  'PLUGIN_PARAMETERS_TOO_MANY',
  'PLUGIN_PARAMETER_KIND_UNKNOWN',
  'PLUGIN_PARAMETER_NUMBER_INVALID',
  'PLUGIN_PARAMETER_DEFAULT_INVALID',
  'PLUGIN_EVIDENCE_INVALID',
  'PLUGIN_MEASURE_UNKNOWN',
  'PLUGIN_BETTER_UNKNOWN',
  'PLUGIN_BANDS_INVALID',
  'PLUGIN_BANDS_OUT_OF_ORDER',
  'PLUGIN_BAND_FROM_INVALID',
  'PLUGIN_BAND_EARNS_INVALID',
  'PLUGIN_ANCHORS_TOO_FEW',
  'PLUGIN_ANCHORS_TOO_MANY',
  'PLUGIN_RED_LINE_BELOW_INVALID',
  'PLUGIN_RED_LINE_TIER_UNKNOWN',
  'PLUGIN_RED_LINE_CAPS_NOTHING',
  'PLUGIN_CLASS_UNKNOWN',
  'PLUGIN_NEED_UNKNOWN',
  'PLUGIN_CHANNEL_UNKNOWN',
  'PLUGIN_PLAYBOOK_TEXTS_TOO_MANY',
  'PLUGIN_STAGE_UNKNOWN',
  'PLUGIN_DETAIL_UNKNOWN',
  'PLUGIN_CONFLICT_TAGS_TOO_MANY',
  'PLUGIN_CONFLICT_STRATEGIES_TOO_MANY',
  'PLUGIN_CAUSE_UNKNOWN',
  'PLUGIN_TAG_UNKNOWN',
  'PLUGIN_ANSWERS_NOTHING',
  'PLUGIN_LIST_INVALID',
  'PLUGIN_LIST_REPEATED',
  'PLUGIN_REFERENCE_INVALID',
  'PLUGIN_CORE_NAMED',
  'PLUGIN_NOT_FOUND',
  'PLUGIN_FILE_NOT_FOUND',
  'PLUGIN_FILE_KIND_UNKNOWN',
  'PLUGIN_FILE_UNREADABLE',
  'PLUGIN_JSON_INVALID',
  'PLUGIN_IMPORT_FAILED',
  'PLUGIN_IMPORT_ENDLESS',
  'PLUGIN_PRINTS',
  'PLUGIN_DEFAULT_MISSING',
  'PLUGIN_NAME_TAKEN',
  'PLUGIN_INDUSTRY_TAKEN',
] as const;
export type FaultCode = (typeof faultCodes)[number];

/** What the start prints: the code once, then a line in each language. */
export function formatFault({ code, plugin, source, path, found, expected, remedy }: Fault): string {
  const hasName = plugin !== source;
  const whoEn = `plugin ${plugin}${hasName ? ` (${source})` : ''}${path && `, ${path}`}`;
  const whoZh = `插件 ${plugin}${hasName ? `（${source}）` : ''}${path && `；位置：${path}`}`;
  return `${code}: ${whoEn}: found ${found.en}, expected ${expected.en}. ${remedy.en}
${whoZh}；实际：${found.zhHans}；应为：${expected.zhHans}。${remedy.zhHans}`;
}

/** Everything that is wrong with everything that was to be loaded. */
export class PluginFaults extends Error {
  override readonly name = 'PluginFaults';
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super(faults.map(formatFault).join('\n'));
    this.faults = faults;
  }
}
