import { LRUCache } from 'lru-cache';
import type { Unit } from '../../db/database.ts';
import {
  compileRubric,
  contentHash,
  type ParameterSettings,
  type Rubric,
  type RubricContent,
  rubricContent,
} from '../../plugins/kit/grading/rubric.ts';
import type { LoadedPlugin } from '../../plugins/kit/loading.ts';
import type { InstalledPlugins } from '../shared/context.ts';
import { contentsOf, type EditionRow, editionsOfIds } from './rubric.queries.ts';

// Equal content has an equal hash and never changes, so one compiled rubric serves every organization that has it.
const compiled = new LRUCache<string, Rubric>({ max: 500 });

function compiledBy(hash: string, content: RubricContent): Rubric {
  const known = compiled.get(hash);
  if (known) return known;
  const rubric = compileRubric(content);
  compiled.set(hash, rubric);
  return rubric;
}

// What has been published asks the same for ever; a draft may still become another.
const frozen = new LRUCache<string, Rubric>({ max: 5000 });
const frozenKey = (organizationId: string, editionId: string): string => `${organizationId} ${editionId}`;

/** What an edition asks that was published and read before; undefined where it has to be looked for. */
export const frozenRubric = (organizationId: string, editionId: string): Rubric | undefined =>
  frozen.get(frozenKey(organizationId, editionId));

/** What each of several editions asks, ready to grade by. */
export async function rubricsOf(tx: Unit, editions: readonly EditionRow[]): Promise<Map<string, Rubric>> {
  const unknown = editions.filter(({ contentHash }) => !compiled.has(contentHash)).map(({ id }) => id);
  const contents = unknown.length > 0 ? await contentsOf(tx, unknown) : new Map<string, unknown>();
  const found = editions.map(({ id, contentHash, status }) => {
    const rubric = compiledBy(contentHash, contents.get(id) as RubricContent);
    if (status !== 'DRAFT') frozen.set(frozenKey(tx.organizationId, id), rubric);
    return [id, rubric] as const;
  });
  return new Map(found);
}

export async function rubricOf(tx: Unit, edition: EditionRow): Promise<Rubric> {
  return (await rubricsOf(tx, [edition])).get(edition.id) as Rubric;
}

/** What the edition of this key asks. */
export async function editionRubric(tx: Unit, editionId: string): Promise<Rubric> {
  const edition = (await editionsOfIds(tx, [editionId])).get(editionId);
  if (!edition) throw new Error(`The edition ${editionId} is missing.`);
  return rubricOf(tx, edition);
}

/** The rubric that the items loaded now make: the core's, and one plugin's beside them, with what an organization has set. */
export function loadedRubric(
  { core, ladder }: InstalledPlugins,
  plugin: LoadedPlugin | null,
  settings: ParameterSettings = {},
) {
  const content = rubricContent(core.definition, ladder, plugin?.definition ?? null, settings);
  const hash = contentHash(content);
  return { content, hash, rubric: compiledBy(hash, content) };
}
