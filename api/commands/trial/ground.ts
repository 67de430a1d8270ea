import { v7 as uuid } from 'uuid';
import type { Database, Unit } from '../../../db/database.ts';
import type { RubricItemContent } from '../../../plugins/kit/grading/content.ts';
import { insertKey, insertOrganization, keysOfOrganization, organizationByCode } from '../../access/keys.queries.ts';
import { hashKey, newKey } from '../../access/keys.ts';
import type { Role, Viewer } from '../../access/viewer.ts';
import { rubricOf } from '../../grading/editions.loaders.ts';
import { publishedEdition, rubricByKey } from '../../grading/rubric.queries.ts';
import { syncRubrics } from '../../grading/syncRubrics.ts';
import { industriesOn } from '../../plugins/plugins.queries.ts';
import type { InstalledPlugins } from '../../shared/context.ts';
import { TrialRefused } from './refused.ts';
import { industry } from './round.rules.ts';

/** What a trial takes place on: an organization of its own, two persons in it, and what their assessments ask. */
export interface Ground {
  readonly organizationId: string;
  readonly assessor: Viewer;
  readonly manager: Viewer;
  readonly rubricId: string;
  readonly items: readonly RubricItemContent[];
}

export async function prepareGround(
  database: Database,
  plugins: InstalledPlugins,
  code: string,
  now: Date,
): Promise<Ground> {
  if (!plugins.byIndustry(industry)) throw new TrialRefused(notLoaded);
  const { organizationId, assessor, manager } = await database.asOwner((owner) => admitPersons(owner, code, now));
  return database.unit({ organizationId, mode: 'write' }, async (tx) => {
    await syncRubrics(tx, plugins, now);
    const isOn = (await industriesOn(tx, plugins)).has(industry);
    const rubric = await rubricByKey(tx, industry);
    const edition = rubric && (await publishedEdition(tx, rubric.id));
    if (!isOn || !rubric || !edition) throw new TrialRefused(turnedOff(code));
    const { items } = (await rubricOf(tx, edition)).content;
    return { organizationId, assessor, manager, rubricId: rubric.id, items };
  });
}

/** An organization that is there without the trial's two persons is somebody else's. */
async function admitPersons(owner: Unit, code: string, at: Date) {
  const made = await insertOrganization(owner, { code, name: 'Trial · 试验', defaultLocale: 'en', createdAt: at });
  const organization = made ?? (await organizationByCode(owner, code));
  if (!organization) throw new Error(`The organization ${code} cannot be read back.`);
  const { id: organizationId, defaultLocale } = organization;
  const known = await keysOfOrganization(owner, organizationId);

  const person = async (name: string, role: Role): Promise<Viewer> => {
    const key = known.find((each) => each.name === name && each.role === role && !each.revokedAt);
    if (!key && !made) throw new TrialRefused(taken(code));
    const keyId = key?.id ?? uuid();
    // Nobody ever learns the key itself: the trial acts as its holder, from within.
    const row = { organizationId, id: keyId, name, role, dealerId: null, hash: hashKey(newKey()), createdAt: at };
    if (!key) await insertKey(owner, row);
    return { organizationId, keyId, name, role, dealerId: null, trustedOnly: false, defaultLocale, writes: [] };
  };
  const assessor = await person('Trial assessor · 试验评估员', 'ASSESSOR');
  const manager = await person('Trial manager · 试验渠道经理', 'CHANNEL_MANAGER');
  return { organizationId, assessor, manager };
}

const taken = (code: string) => ({
  en: `The organization ${code} is there already and was not made by a trial; use another database.`,
  zhHans: `组织 ${code} 已存在，且并非由试验建立；请换用其他数据库。`,
});

const notLoaded = {
  en: `No plugin of the industry ${industry} is loaded; name it in PLUGINS, or leave PLUGINS out.`,
  zhHans: `未加载行业 ${industry} 的插件；请在 PLUGINS 中列出，或不设置 PLUGINS。`,
};

const turnedOff = (code: string) => ({
  en: `The industry ${industry} is turned off in the organization ${code}; turn its plugin on again.`,
  zhHans: `组织 ${code} 已停用行业 ${industry}；请重新启用其插件。`,
});
