import type { SegmentCode, SegmentStrategy } from '../kit/index.ts';

/** The seeds' core strategy for each segment, with the needs that it meets and the channels that it uses. */
export const segments: Readonly<Record<SegmentCode, readonly SegmentStrategy[]>> = {
  GROUP_BUYER: [
    {
      text: {
        en: 'Offer group buyers preferential terms and a service of their own.',
        zhHans: '针对团购客户，应提供优惠政策和专属服务',
      },
      needs: ['FUNCTIONAL', 'PERSONAL'],
      channels: ['PHYSICAL', 'PHONE'],
    },
  ],
  MOTHER: [
    {
      text: {
        en: 'Join online and offline to offer convenient shopping.',
        zhHans: '可以通过线上线下结合的方式，提供便捷的购物体验',
      },
      needs: ['CONVENIENCE', 'EMOTIONAL'],
      channels: ['PHYSICAL', 'ECOMMERCE'],
    },
  ],
  RIDER: [
    {
      text: { en: 'Serve fast, so that it fits their work.', zhHans: '提供快速的服务，以满足其工作需求' },
      needs: ['CONVENIENCE', 'FUNCTIONAL'],
      channels: ['PHYSICAL', 'PHONE'],
    },
  ],
  OFFICE_WORKER: [
    {
      text: {
        en: 'Offer an efficient place and service to shop, and make buying easier.',
        zhHans: '提供高效的购物环境和服务，提升购买便利性',
      },
      needs: ['CONVENIENCE', 'FUNCTIONAL'],
      channels: ['PHYSICAL', 'ECOMMERCE'],
    },
  ],
  SENIOR: [
    {
      text: {
        en: 'Give their shopping experience special attention: more help, more care.',
        zhHans: '需要特别关注其购物体验，提供更多的帮助和关怀',
      },
      needs: ['EMOTIONAL', 'FUNCTIONAL'],
      channels: ['PHYSICAL', 'PHONE'],
    },
  ],
  STUDENT: [
    {
      text: {
        en: 'Attract young consumers by online marketing and events.',
        zhHans: '通过线上营销和活动吸引年轻消费群体',
      },
      needs: ['SOCIAL', 'PERSONAL'],
      channels: ['SOCIAL', 'ECOMMERCE'],
    },
  ],
};
