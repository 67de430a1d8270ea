import { v7 as uuid } from 'uuid';
import type { Unit } from '../../db/database.ts';
import { forbiddenKind } from '../access/access.ts';
import { seesDealer } from '../access/visibility.rules.ts';
import { dealersByIds } from '../network/dealer.queries.ts';
import { outletsByIds } from '../network/outlet.queries.ts';
import { pluginsOff } from '../plugins/plugins.queries.ts';
import { change } from '../shared/change.ts';
import type { Context } from '../shared/context.ts';
import { invalidState, issue, refuseIf } from '../shared/errors.ts';
import { idOf } from '../shared/ids.ts';
import { type AssessmentKind, assessmentInPlaceOf, insertAssessment } from './assessment.queries.ts';
import { mayAssess } from './assessor.rules.ts';
import { type Assessment, asAssessment } from './grading.loaders.ts';
import { periodFaults } from './period.rules.ts';
import { publishedEdition, type RubricRow, rubricByKey } from './rubric.queries.ts';

export interface StartAssessment {
  readonly subject: string;
  readonly kind: AssessmentKind;
  readonly rubric?: string | null | undefined;
  readonly period: string;
}

/** The dealer or outlet that a global id names, where the caller sees it. */
async function subjectNamed({ viewer }: Context, tx: Unit, globalId: string) {
  const named = idOf(globalId, 'Dealer', 'Outlet');
  if (!named) return undefined;
  const outlet = named.type === 'Outlet' ? (await outletsByIds(tx, [named.id])).get(named.id) : undefined;
  const dealer = named.type === 'Dealer' ? (await dealersByIds(tx, [named.id])).get(named.id) : undefined;
  const subject = outlet ?? dealer;
  const dealerId = outlet?.dealerId ?? named.id;
  if (!subject || !seesDealer(viewer, dealerId)) return undefined;
  return { dealerId, outletId: outlet?.id ?? null, industries: subject.industries };
}

/** Nothing new starts under a rubric whose plugin is turned off or not loaded. */
async function refuseIfOff({ plugins }: Context, tx: Unit, { key }: RubricRow): Promise<void> {
  const plugin = plugins.byIndustry(key);
  const off = !plugin || (await pluginsOff(tx)).has(plugin.definition.name);
  if (off) throw invalidState('GRADING_PLUGIN_OFF', plugin ? 'OFF' : 'NOT_LOADED', ['rubric'], { value: key });
}

export async function startAssessment(context: Context, input: StartAssessment): Promise<{ assessment: Assessment }> {
  const { viewer } = context;
  if (!mayAssess(viewer.role, input.kind)) throw forbiddenKind(context, input.kind);
  const row = await change(context, 'startAssessment', input, async (tx) => {
    const subject = await subjectNamed(context, tx, input.subject);
    const key = input.rubric ?? subject?.industries[0];
    const rubric = key === undefined ? undefined : await rubricByKey(tx, key);
    const edition = rubric && (await publishedEdition(tx, rubric.id));
    const ofSubject = subject && rubric && subject.industries.includes(rubric.key);
    refuseIf([
      ...(subject ? [] : [issue('NOT_FOUND', ['subject'])]),
      ...(edition || (!subject && input.rubric == null) ? [] : [issue('NOT_FOUND', ['rubric'])]),
      ...(!subject || !rubric || ofSubject
        ? []
        : [issue('GRADING_RUBRIC_NOT_OF_SUBJECT', ['rubric'], { value: rubric.key })]),
      ...periodFaults(input.period, ['period']),
    ]);
    if (!subject || !rubric || !edition) throw new Error('A subject without a rubric passed its checks.');
    await refuseIfOff(context, tx, rubric);

    const { dealerId, outletId } = subject;
    const place = { dealerId, outletId, rubricId: rubric.id, kind: input.kind, period: input.period };
    const started = await insertAssessment(tx, {
      ...{ organizationId: tx.organizationId, id: uuid(), ...place, rubricVersionId: edition.id },
      status: 'DRAFT',
      assessor: viewer.name,
      hands: [viewer.keyId],
      answers: {},
      startedAt: context.now(),
      version: 1,
    });
    if (started) return started;
    const known = await assessmentInPlaceOf(tx, place);
    throw invalidState('GRADING_ASSESSMENT_EXISTS', known?.status ?? 'WITHDRAWN', ['period']);
  });
  return { assessment: asAssessment(row) };
}
