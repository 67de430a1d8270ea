import { definePlugin, type PluginDefinition, type Text, yesNo } from '../../plugins/kit/index.ts';

const text = (en: string, zhHans: string): Text => ({ en, zhHans });
const common: Pick<PluginDefinition, 'version' | 'host' | 'description' | 'items'> = {
  version: '1.0.0',
  host: '^1.0.0',
  description: text('A trade of the tests.', '测试用行业。'),
  items: {
    clean: {
      ...{ tier: 'GOOD', dimension: 'QUALITY', weight: 1, label: text('Clean', '整洁') },
      measure: yesNo(text('Is it clean?', '是否整洁？')),
    },
  },
};

/** Two trades of the tests' own, asked for in the order that is not theirs by name; their industries bear other names. */
export const teahouses = definePlugin({
  ...common,
  name: 'teahouses',
  label: text('Teahouses', '茶馆'),
  industry: { key: 'tea', label: text('Tea', '茶') },
  segments: {
    STUDENT: [
      { text: text('Tea to take away.', '外带茶饮。'), needs: ['CONVENIENCE'], channels: ['ECOMMERCE'] },
      { text: text('Tables for eight.', '八人桌。'), needs: ['SOCIAL'], channels: ['PHYSICAL'] },
    ],
    NIGHT_OWL: [{ text: text('Open till two.', '营业至两点。'), needs: ['EMOTIONAL'], channels: ['PHONE'] }],
  },
  playbook: {
    welcome: {
      ...{ segment: 'STUDENT', stage: 'PRODUCT_RECOMMENDATION', detail: 'SCRIPT' },
      text: text('What are you studying?', '你学什么专业？'),
    },
    apron: {
      ...{ segment: 'STUDENT', stage: 'ON_SITE_REPAIR', detail: 'IMAGE' },
      text: text('A clean apron.', '围裙整洁。'),
    },
    candles: {
      ...{ segment: 'NIGHT_OWL', stage: 'ON_SITE_REPAIR', detail: 'ACTION' },
      text: text('Light candles.', '点上蜡烛。'),
    },
  },
});

export const bakeries = definePlugin({
  ...common,
  name: 'bakeries',
  label: text('Bakeries', '面包店'),
  industry: { key: 'bread', label: text('Bread', '面包') },
  segments: {
    STUDENT: [{ text: text('Half price after six.', '六点后半价。'), needs: ['FUNCTIONAL'], channels: ['PHYSICAL'] }],
  },
  playbook: {
    taste: {
      ...{ segment: 'STUDENT', stage: 'PRODUCT_RECOMMENDATION', detail: 'ACTION' },
      text: text('Let them taste.', '请顾客试吃。'),
    },
  },
});

export const trades = [teahouses, bakeries];
