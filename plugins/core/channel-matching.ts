import type { ChannelMatching, CoreData } from '../kit/index.ts';

export const channelLabels: CoreData['channels'] = {
  PHYSICAL: { en: 'physical', zhHans: '实体渠道' },
  ECOMMERCE: { en: 'e-commerce', zhHans: '电子商务渠道' },
  PHONE: { en: 'telephone', zhHans: '电话渠道' },
  SOCIAL: { en: 'social media', zhHans: '社交媒体渠道' },
};

/** The advantages that the seeds state of each channel for a need; that each counts 1, and the strategy 1, is our default. */
export const channelMatching: ChannelMatching = {
  fits: [
    {
      need: 'FUNCTIONAL',
      channel: 'PHYSICAL',
      weight: 1,
      reason: { en: 'Products are shown, seen and tried on the spot.', zhHans: '直观的产品展示和体验。' },
    },
    {
      need: 'EMOTIONAL',
      channel: 'PHYSICAL',
      weight: 1,
      reason: {
        en: 'A comfortable place to shop, credible and reliable, that wins trust more easily.',
        zhHans: '舒适的购物环境，较高的可信度和可靠性，更容易产生信任感。',
      },
    },
    {
      need: 'PERSONAL',
      channel: 'PHYSICAL',
      weight: 1,
      reason: {
        en: 'Advice and service face to face, fitted to the person.',
        zhHans: '面对面的咨询和服务，满足个性化需求。',
      },
    },
    {
      need: 'FUNCTIONAL',
      channel: 'ECOMMERCE',
      weight: 1,
      reason: {
        en: 'A rich choice of products well described, at fairly open prices that can be compared.',
        zhHans: '丰富的产品信息和选择，价格相对较为透明，能够比较和选择。',
      },
    },
    {
      need: 'CONVENIENCE',
      channel: 'ECOMMERCE',
      weight: 1,
      reason: { en: 'Open 24 hours, to shop at any time from anywhere.', zhHans: '24小时开放，随时随地购物。' },
    },
    {
      need: 'EMOTIONAL',
      channel: 'PHONE',
      weight: 1,
      reason: { en: 'A good relationship with the customer can be built.', zhHans: '可以建立良好的客户关系。' },
    },
    {
      need: 'CONVENIENCE',
      channel: 'PHONE',
      weight: 1,
      reason: { en: 'Questions and problems get a fast answer.', zhHans: '快速响应咨询和问题。' },
    },
    {
      need: 'EMOTIONAL',
      channel: 'SOCIAL',
      weight: 1,
      reason: {
        en: 'Exchange and conversation, in which needs and feedback are heard.',
        zhHans: '互动和沟通，了解需求和反馈。',
      },
    },
    {
      need: 'SOCIAL',
      channel: 'SOCIAL',
      weight: 1,
      reason: {
        en: 'People share and talk, show their personality and taste, and make social ties.',
        zhHans: '分享和交流，展示自己的个性和品味，建立社交联系。',
      },
    },
  ],
  strategy: {
    weight: 1,
    reason: { en: 'The segment’s first strategy uses this channel.', zhHans: '该客群的首要策略使用此渠道。' },
  },
};
