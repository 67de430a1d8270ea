import type { PluginDefinition } from '../definition.ts';
import { type Fault, formatFault, PluginFaults } from '../faults.ts';
import { core } from '../ground.ts';
import { type LoadedPlugin, loadPlugins } from '../loading.ts';
import { type Answer, bothLanguages, misused } from './answer.ts';

export const usage = 'tierwise check-plugin PATH… [--json]';

type Outcome = { readonly plugins: readonly LoadedPlugin[] } | { readonly faults: readonly Fault[] };

/** Loads as a start does, with the same faults in the same words. */
async function outcomeOf(names: readonly string[], directory: string, deadline?: number): Promise<Outcome> {
  try {
    const { all } = await loadPlugins({ names, box: {}, core, directory, ...(deadline && { deadline }) });
    return { plugins: all.filter(({ definition }) => definition.name !== core.name) };
  } catch (error) {
    if (error instanceof PluginFaults) return { faults: error.faults };
    throw error;
  }
}

function summary({ name, version, items, industry }: PluginDefinition): string {
  const count = Object.keys(items).length;
  const scores = Object.values(items).filter(({ score }) => score !== undefined).length;
  const untried =
    scores === 0
      ? { en: '', zhHans: '' }
      : {
          en: ` Scores ${scores}, not called: the tester calls them.`,
          zhHans: `评分函数 ${scores}，未执行：由测试执行。`,
        };
  return bothLanguages({
    en: `${name} ${version} is sound: items ${count}, industry ${industry?.key ?? 'none'}.${untried.en}`,
    zhHans: `${name} ${version} 检查通过：项目 ${count}，行业 ${industry?.key ?? '无'}。${untried.zhHans}`,
  });
}

function asJson(outcome: Outcome): string {
  if ('faults' in outcome) return JSON.stringify({ sound: false, faults: outcome.faults }, null, 2);
  const plugins = outcome.plugins.map(({ source, definition: { name, version } }) => ({ name, version, source }));
  return JSON.stringify({ sound: true, plugins }, null, 2);
}

/** Validates plugins without a server: 0 where each can be loaded, and they beside each other. */
export async function checkPlugins(args: readonly string[], directory: string, deadline?: number): Promise<Answer> {
  const paths = args.filter((arg) => arg !== '--json');
  const unknown = paths.find((arg) => arg.startsWith('-'));
  if (unknown !== undefined)
    return misused(usage, { en: `${unknown} is no option of this command.`, zhHans: `${unknown} 不是此命令的选项。` });
  if (paths.length === 0) return misused(usage, { en: 'Name the plugin to check.', zhHans: '请写明要检查的插件。' });

  const outcome = await outcomeOf(paths, directory, deadline);
  const code = 'faults' in outcome ? 1 : 0;
  if (paths.length < args.length) return { said: asJson(outcome), code };
  if ('faults' in outcome) return { said: outcome.faults.map(formatFault).join('\n'), code };
  return { said: outcome.plugins.map(({ definition }) => summary(definition)).join('\n'), code };
}
