import type { SegmentStrategy } from '../kit/index.ts';

export const segments: Record<string, readonly SegmentStrategy[]> = {
  GROUP_BUYER: [
    {
      text: {
        en: 'Holiday and canteen packs by the case at agreed prices, ordered from a named contact, delivered on the promised day with long shelf life left.',
        zhHans: '按箱供应节庆福利装和食堂装，协议价、专人接单，按约定日期送达并保证剩余保质期充足。',
      },
      needs: ['FUNCTIONAL', 'CONVENIENCE'],
      channels: ['PHYSICAL', 'PHONE'],
    },
  ],
  MOTHER: [
    {
      text: {
        en: 'Keep baby and family food together on one shelf with batch dates easy to read, and offer community-group orders for pick-up at the shop.',
        zhHans: '母婴和家庭食品集中陈列，生产日期一目了然，支持社区群下单、到店自提。',
      },
      needs: ['FUNCTIONAL', 'EMOTIONAL', 'CONVENIENCE'],
      channels: ['PHYSICAL', 'SOCIAL'],
    },
  ],
  RIDER: [
    {
      text: {
        en: 'A grab-and-go shelf by the door: water, energy drinks and hot meals paid in under a minute, with charging and hot water at meal times.',
        zhHans: '门口设快取货架，饮用水、功能饮料和热食一分钟内结账，饭点提供充电和热水。',
      },
      needs: ['FUNCTIONAL', 'CONVENIENCE'],
      channels: ['PHYSICAL'],
    },
  ],
  OFFICE_WORKER: [
    {
      text: {
        en: 'Breakfast and coffee bundles before nine, light meals in the evening; ordered by app and handed over without queueing.',
        zhHans: '早九点前主推早餐咖啡组合，晚间主推轻食，小程序下单、到店免排队取货。',
      },
      needs: ['CONVENIENCE', 'PERSONAL'],
      channels: ['ECOMMERCE', 'PHYSICAL'],
    },
  ],
  SENIOR: [
    {
      text: {
        en: 'Large price tags, low-sugar and low-salt products at eye level, small packs, and neighbourhood delivery by telephone order.',
        zhHans: '使用大字价签，低糖低盐产品放在视线高度，提供小包装，支持电话订货、送货到家。',
      },
      needs: ['FUNCTIONAL', 'EMOTIONAL', 'CONVENIENCE'],
      channels: ['PHYSICAL', 'PHONE'],
    },
  ],
  STUDENT: [
    {
      text: {
        en: 'Tasting of new products on campus, shared offers for dormitories, and topics to post about on social media.',
        zhHans: '新品校园试吃，宿舍拼单优惠，配合社交媒体话题互动。',
      },
      needs: ['SOCIAL', 'PERSONAL'],
      channels: ['SOCIAL', 'ECOMMERCE'],
    },
  ],
};
