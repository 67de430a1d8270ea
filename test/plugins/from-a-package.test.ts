import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newPlugin } from '../../plugins/kit/commands/new-plugin.ts';
import { core } from '../../plugins/kit/ground.ts';
import { type LoadedPlugin, loadPlugins } from '../../plugins/kit/loading.ts';
import { assess, publish } from '../grading/steps.ts';
import { createTestApi } from '../kit/api.ts';
import { emptyProject, packed, shell } from './npm.ts';

let folder: string;
let plugin: LoadedPlugin | undefined;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'tierwise-made-'));
  expect(await newPlugin(['opticians'], folder)).toMatchObject({ code: 0 });
  const project = emptyProject(path.join(folder, 'server'));
  const tarball = await packed(path.join(folder, 'opticians'), folder);
  await shell(project, 'npm', 'install', '--offline', '--no-audit', '--no-fund', tarball);
  const loaded = await loadPlugins({ names: ['tierwise-opticians'], box: {}, core, directory: project });
  plugin = loaded.byName('opticians');
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

test('a new plugin, packed and installed, is loaded by the name of its package and graded by', {
  timeout: 60_000,
}, async () => {
  expect(plugin?.source).toBe('tierwise-opticians');
  const api = await createTestApi({ plugins: [plugin?.definition ?? 'none'] });
  const { assessor, manager, ...organization } = await api.seed.organization({ industry: 'opticians' });
  const dealer = await organization.dealer();
  const coreAnswers = Object.keys(core.items).map((key) => ({ item: `core/${key}`, value: { rating: 4 } }));
  const evidence = [{ uri: 'https://example.org/orders.csv' }];
  const assessment = await assess(assessor, { subject: dealer.id }, [
    ...coreAnswers,
    { item: 'opticians/done-on-time', value: { metric: '90' }, evidence },
    { item: 'opticians/licensed-staff', value: { yes: true } },
    { item: 'opticians/clear-advice', value: { rating: 1 } },
  ]);
  expect((await publish(manager, assessment)).outcome).toEqual({ tierCode: 'OUTSTANDING', score: 95.86 });
});
