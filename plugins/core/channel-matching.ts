import type { ChannelMatching } from '../kit/index.ts';

/** The seeds' stated advantages of each channel for a need; that each counts 1 is our default. */
export const channelMatching: ChannelMatching = {
  fits: [
    {
      need: 'FUNCTIONAL',
      channel: 'PHYSICAL',
      weight: 1,
      reason: { en: 'Goods can be seen and tried on the spot.', zhHans: '直观的产品展示和体验。' },
    },
    {
      need: 'EMOTIONAL',
      channel: 'PHYSICAL',
      weight: 1,
      reason: { en: 'A pleasant place that one trusts.', zhHans: '环境舒适、可信度高，更容易产生信任感。' },
    },
    {
      need: 'PERSONAL',
      channel: 'PHYSICAL',
      weight: 1,
      reason: { en: 'Advice and service face to face.', zhHans: '面对面的咨询和服务，满足个性化需求。' },
    },
    {
      need: 'FUNCTIONAL',
      channel: 'ECOMMERCE',
      weight: 1,
      reason: {
        en: 'A rich choice with open prices that can be compared.',
        zhHans: '产品信息和选择丰富，价格透明，便于比较。',
      },
    },
    {
      need: 'CONVENIENCE',
      channel: 'ECOMMERCE',
      weight: 1,
      reason: { en: 'Open day and night, from anywhere.', zhHans: '24小时开放，随时随地购物。' },
    },
    {
      need: 'EMOTIONAL',
      channel: 'PHONE',
      weight: 1,
      reason: { en: 'A voice builds a good relationship.', zhHans: '可以建立良好的客户关系。' },
    },
    {
      need: 'CONVENIENCE',
      channel: 'PHONE',
      weight: 1,
      reason: { en: 'Questions and problems are answered fast.', zhHans: '快速响应咨询和问题。' },
    },
    {
      need: 'EMOTIONAL',
      channel: 'SOCIAL',
      weight: 1,
      reason: { en: 'A talk in which needs are heard.', zhHans: '互动和沟通，了解需求和反馈。' },
    },
    {
      need: 'SOCIAL',
      channel: 'SOCIAL',
      weight: 1,
      reason: { en: 'People share, talk and show who they are.', zhHans: '分享和交流，展示个性和品味，建立社交联系。' },
    },
  ],
  strategy: {
    weight: 1,
    reason: { en: 'The segment’s first strategy uses this channel.', zhHans: '该客群的首要策略使用此渠道。' },
  },
};
