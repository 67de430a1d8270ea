import { change } from '../shared/change.ts';
import type { Context } from '../shared/context.ts';
import { issue, notFound, refuseIf } from '../shared/errors.ts';
import { asEdition, type Edition } from './grading.loaders.ts';
import { parameterSettings, saveParameters } from './parameters.queries.ts';
import { type ParameterInput, readParameters } from './parameters.rules.ts';
import { syncRubric } from './syncRubrics.ts';

export interface SetScoreParameters {
  readonly item: string;
  readonly values: readonly ParameterInput[];
}

const maxEditions = 500;

/** Sets what the score of an item goes by; it counts once the edition that has it is published. */
export async function setScoreParameters(
  context: Context,
  input: SetScoreParameters,
): Promise<{ rubricVersion: Edition }> {
  const { plugins, viewer, now } = context;
  const { item } = input;
  const [source = '', name = ''] = item.split('/');
  const plugin = plugins.byName(source);
  const industry = plugin?.definition.industry;
  const items = plugin?.definition.items ?? {};
  const parameters = Object.hasOwn(items, name) ? items[name]?.parameters : undefined;
  if (!plugin || !industry || !parameters || item !== `${source}/${name}`) throw notFound(['item']);
  const { values, faults } = readParameters(parameters, input.values);
  refuseIf(faults);
  const row = await change(context, 'setScoreParameters', input, async (tx) => {
    await saveParameters(tx, { item, values, changedAt: now(), changedBy: viewer.keyId });
    const settings = await parameterSettings(tx);
    const edition = await syncRubric(tx, { plugins, settings, at: now() }, plugin, industry);
    refuseIf(edition.number <= maxEditions ? [] : [issue('GRADING_EDITION_LIMIT', [], { max: maxEditions })]);
    return edition;
  });
  return { rubricVersion: asEdition(row) };
}
