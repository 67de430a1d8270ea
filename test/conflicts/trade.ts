import { definePlugin, type PluginDefinition, type Text, yesNo } from '../../plugins/kit/index.ts';

const text = (en: string, zhHans: string): Text => ({ en, zhHans });

const asked: PluginDefinition['items'] = {
  asked: {
    tier: 'GOOD',
    dimension: 'QUALITY',
    weight: 1,
    label: text('Asked', '已询问'),
    measure: yesNo(text('Was it asked?', '询问了吗？')),
  },
};

/** A trade of the tests' own, with finer names for causes and with ways to answer them. */
export const trade = definePlugin({
  name: 'trade',
  version: '1.0.0',
  host: '^1.0.0',
  label: text('Trade', '贸易'),
  description: text('Goods that change hands.', '货物流转。'),
  industry: { key: 'trade', label: text('Trade', '贸易') },
  items: asked,
  conflictTags: {
    undercut: { cause: 'COMPETITION', label: text('Undercutting', '低价倾销') },
    diversion: { cause: 'COMPETITION', label: text('Diversion', '窜货') },
    'late-briefing': { cause: 'POOR_COMMUNICATION', label: text('Late briefing', '通知过晚') },
  },
  conflictStrategies: {
    'sealed-codes': {
      label: text('Seal goods with codes', '一物一码'),
      measures: [text('Mark every case.', '逐箱赋码。')],
      answers: [],
      answersTags: ['trade/diversion'],
    },
    'price-floor': {
      label: text('Agree on a price floor', '约定底价'),
      measures: [text('Write the floor down.', '书面约定底价。'), text('Check it monthly.', '每月核查。')],
      answers: ['COMPETITION'],
      answersTags: ['trade/undercut', 'trade/diversion'],
    },
  },
});

/** Another, whose name comes first. */
export const barter = definePlugin({
  name: 'barter',
  version: '1.0.0',
  host: '^1.0.0',
  label: text('Barter', '易货'),
  description: text('Goods for goods.', '以货易货。'),
  industry: { key: 'barter', label: text('Barter', '易货') },
  items: asked,
  conflictTags: { worth: { cause: 'GOAL_MISALIGNMENT', label: text('Worth', '估值不一') } },
  conflictStrategies: {
    appraisal: {
      label: text('Appraise together', '共同估值'),
      measures: [text('Call an appraiser.', '聘请评估师。')],
      answers: ['GOAL_MISALIGNMENT', 'COMPETITION'],
    },
  },
});
