import { beforeAll, describe, expect, test } from 'vitest';
import { parseGlobalId } from '../../api/shared/ids.ts';
import { createTestApi, type TestApi } from '../kit/api.ts';
import { audited } from '../kit/audit.ts';
import { expectData } from '../kit/expect.ts';
import { sceneOf } from './scene.ts';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});

/** Every mutation of a case as it succeeds, and as it is refused. */
async function mutations() {
  const { organization, claimant, respondent } = await sceneOf(api);
  const open = () => organization.conflictCase([claimant, respondent]);
  const at = ({ id, version }: { id: string; version: number }) => ({ id, expectedVersion: version });
  const reported = at(await open());
  const onRung = await open().reach('CONSULTATION').propose();
  const other = at(await open().reach('CONSULTATION'));
  const order = { kind: 'PENALTY', party: respondent.id, amount: '5', currency: 'CNY', due: '9999-12-31' } as const;
  const resolved = at(
    await open()
      .reach('CONSULTATION')
      .resolve({ orders: [order] }),
  );
  const remark = { note: '备注', visibility: 'BRAND' };
  const good = {
    openConflictCase: {
      ...{ title: '窜货', description: 'D', subject: 'TERRITORY', causes: ['OTHER'], tags: [] },
      impacts: [{ impact: 'BRAND_IMAGE', rating: 2 }],
      parties: [
        { dealer: claimant.id, role: 'CLAIMANT' },
        { dealer: respondent.id, role: 'RESPONDENT' },
      ],
    },
    advanceConflictCase: { ...reported, to: 'DISMISSED', ...remark },
    resolveConflictCase: { ...other, strategies: ['ALLIANCE'], outcome: 'They ally.', orders: [order], ...remark },
    addConflictEvidence: { id: onRung.id, evidence: [{ uri: 'urn:x:y', note: null }], ...remark },
    proposeConflictTerms: { id: onRung.id, expectedVersion: onRung.version + 1, terms: 'Other terms.' },
    answerConflictProposal: { id: onRung.id, proposal: 2, party: claimant.id, answer: 'REFUSE', ...remark },
    recordConflictOrder: { ...resolved, order: 1, fate: 'FULFILLED', ...remark },
  };
  const bad = {
    openConflictCase: { ...good.openConflictCase, title: '' },
    advanceConflictCase: { ...good.advanceConflictCase, expectedVersion: 9 },
    resolveConflictCase: { ...good.resolveConflictCase, outcome: '' },
    addConflictEvidence: { ...good.addConflictEvidence, evidence: [] },
    proposeConflictTerms: { ...good.proposeConflictTerms, ...reported },
    answerConflictProposal: { ...good.answerConflictProposal, proposal: 9 },
    recordConflictOrder: { ...good.recordConflictOrder, order: 9 },
  };
  const send = (name: keyof typeof good, input: object) => {
    const type = `${name[0]?.toUpperCase()}${name.slice(1)}`;
    const text = `mutation($input: ${type}Input!) {
      ${name}(input: $input) { ... on ${type}Payload { conflictCase { id } } }
    }`;
    return organization.manager.send(text, { input });
  };
  return { organization, good, bad, send, names: Object.keys(good) as (keyof typeof good)[] };
}

describe('a step of a conflict case', () => {
  test('is written down once, with who made it and what was sent', async () => {
    const { organization, good, send, names } = await mutations();
    for (const name of names) {
      let changed = '';
      const entries = await audited(api.database, organization.id, async () => {
        const [payload] = Object.values(expectData(await send(name, good[name]))) as {
          conflictCase: { id: string };
        }[];
        changed = parseGlobalId(payload?.conflictCase?.id ?? '')?.id ?? '';
      });
      expect(changed, name).toHaveLength(36);
      expect(entries).toEqual([{ action: name, actor: 'channel_manager 1', objectId: changed, input: good[name] }]);
    }
  });

  test('that is refused is not', async () => {
    const { organization, bad, send, names } = await mutations();
    const entries = await audited(api.database, organization.id, async () => {
      for (const name of names) expect(expectData(await send(name, bad[name]))).toEqual({ [name]: {} });
    });
    expect(entries).toEqual([]);
  });

  test('of a DEALER is written down as its own', async () => {
    const { organization, claimant, respondent } = await sceneOf(api);
    const entries = await audited(api.database, organization.id, async () => {
      const steps = organization.conflictCase([claimant, respondent]).reach('CONSULTATION').propose();
      await steps.evidence({ by: claimant.client }).answer({ by: respondent.client });
    });
    expect(entries.slice(-2).map(({ action, actor }) => [action, actor])).toEqual([
      ['addConflictEvidence', 'dealer 1'],
      ['answerConflictProposal', 'dealer 2'],
    ]);
  });
});
