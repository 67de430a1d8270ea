import type { PluginDefinition } from '../../definition.ts';
import { itemTable } from '../../testing/readme.ts';
import { asSource } from './source.ts';

/** A package of its own, or a folder in the box beside the kit. */
export type Place = 'package' | 'box';

type Files = Readonly<Record<string, string>>;

const imported = (name: string): string => name.replaceAll(/-+(.?)/g, (_, letter: string) => letter.toUpperCase());

function testOf({ name }: PluginDefinition, place: Place): string {
  const [testing, index] =
    place === 'box' ? ['../kit/testing.ts', './index.ts'] : ['tierwise/kit/testing', './index.js'];
  return `import { testPlugin } from '${testing}';
import ${imported(name)} from '${index}';

const best = { 'done-on-time': 95, 'licensed-staff': true, 'clear-advice': 2 };

testPlugin(${imported(name)}, {
  readme: new URL('README.md', import.meta.url),
  cases: [
    { name: 'the best of everything is outstanding', answers: best, expect: { tier: 'OUTSTANDING', score: 100 } },
    {
      name: 'staff without a licence leave no tier',
      answers: { ...best, 'licensed-staff': false },
      expect: { tier: null },
    },
    {
      name: 'work done late and without advice costs points alone',
      answers: { ...best, 'done-on-time': 80, 'clear-advice': 0 },
      expect: { tier: 'OUTSTANDING', score: 90.71 },
    },
  ],
});
`;
}

const howTo: Readonly<Record<Place, (name: string) => string>> = {
  package: (
    name,
  ) => `\`npm test\` runs its cases and what every plugin owes; \`npm run check\` says what a server would say of it. \`npm pack\` makes the package: install it beside
Tierwise and start that with \`PLUGINS=tierwise-${name}\`.

\`npm test\`运行用例和对每个插件的要求；\`npm run check\`给出与服务启动时相同的检查结果。用\`npm pack\`打包，安装到Tierwise旁，再以\`PLUGINS=tierwise-${name}\`启动。`,
  box: (
    name,
  ) => `\`npx vitest run plugins/${name}\` runs its cases and what every plugin owes. Add it to \`plugins/index.ts\` to ship it.

\`npx vitest run plugins/${name}\`运行用例和对每个插件的要求；加入\`plugins/index.ts\`即随产品发布。`,
};

const readmeOf = (plugin: PluginDefinition, place: Place): string => `# ${plugin.label.en} · ${plugin.label.zhHans}

${plugin.description.en}

${plugin.description.zhHans}

## Items · 项目

${itemTable(plugin)}

The test holds these rows to the definition. Keys are for ever: a new meaning gets a new key; with each change raise \`version\`.

测试会核对上表与定义一致。键一经使用不再改变，含义变化须另起新键；每次修改请提高\`version\`。

## How to try it · 如何试用

${howTo[place](plugin.name)}
`;

const manifestOf = ({ name, version, description }: PluginDefinition): string =>
  `${JSON.stringify(
    {
      name: `tierwise-${name}`,
      version,
      description: description.en,
      type: 'module',
      exports: './index.js',
      files: ['index.js'],
      scripts: { test: 'node --test', check: 'tierwise check-plugin .' },
    },
    null,
    2,
  )}\n`;

/** A folder that passes its own tests at once. */
export function filesFor(plugin: PluginDefinition, place: Place): Files {
  const { name } = plugin;
  const others = { 'README.md': readmeOf(plugin, place) };
  if (place === 'box') {
    const definition = `import { definePlugin } from '../kit/index.ts';\n\nexport default definePlugin(${asSource(plugin)});\n`;
    return { 'index.ts': definition, [`${name}.test.ts`]: testOf(plugin, place), ...others };
  }
  const definition = `/** @type {import('tierwise/kit').PluginDefinition} */\nexport default ${asSource(plugin)};\n`;
  return {
    'package.json': manifestOf(plugin),
    'index.js': definition,
    [`${name}.test.js`]: testOf(plugin, place),
    ...others,
  };
}
