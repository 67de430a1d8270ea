import type { SegmentStrategy } from '../kit/index.ts';

export const segments: Record<string, readonly SegmentStrategy[]> = {
  GROUP_BUYER: [
    {
      text: {
        en: 'Instant tickets for company events of adults, ordered at the counter and paid in full, handed over with the odds and the public-welfare purpose explained.',
        zhHans: '为单位的成年员工活动提供即开票，到店预订、票款付清，交付时说明中奖概率和公益用途。',
      },
      needs: ['FUNCTIONAL', 'SOCIAL'],
      channels: ['PHYSICAL'],
    },
  ],
  MOTHER: [
    {
      text: {
        en: 'Payout and advice without queueing, and a word on what the public-welfare fund pays for; the offer speaks to the adult customer alone.',
        zhHans: '兑奖、咨询免排队，介绍彩票公益金的去向，服务与宣传只面向成年顾客本人。',
      },
      needs: ['CONVENIENCE', 'EMOTIONAL'],
      channels: ['PHYSICAL', 'SOCIAL'],
    },
  ],
  RIDER: [
    {
      text: {
        en: 'A rest point with hot water and charging; tickets checked and small prizes paid within a minute, with a reminder to stay within the day’s budget.',
        zhHans: '设置歇脚点，提供热水和充电；验票和小奖兑付一分钟内完成，并提醒量力而行。',
      },
      needs: ['FUNCTIONAL', 'CONVENIENCE'],
      channels: ['PHYSICAL'],
    },
  ],
  OFFICE_WORKER: [
    {
      text: {
        en: 'A quick counter at commuting hours, draw results by the official account, and a spending limit that the player sets for himself.',
        zhHans: '上下班时段开设快速窗口，官方公众号推送开奖结果，鼓励购彩者自设预算。',
      },
      needs: ['CONVENIENCE', 'PERSONAL'],
      channels: ['PHYSICAL', 'SOCIAL'],
    },
  ],
  SENIOR: [
    {
      text: {
        en: 'A seat, reading glasses and results in large print; staff help check tickets, warn of “sure win” swindles and speak up when spending grows.',
        zhHans: '备好座椅、老花镜和大字开奖公告，协助核对彩票，提醒防范“包中奖”骗局，发现投入过多及时劝阻。',
      },
      needs: ['EMOTIONAL', 'FUNCTIONAL'],
      channels: ['PHYSICAL', 'PHONE'],
    },
  ],
  STUDENT: [
    {
      text: {
        en: 'Adult students only, with age checked before any sale: talks on odds and moderate play and on public-welfare projects, nothing that urges them to buy.',
        zhHans: '仅面向已成年的大学生，售前核验年龄；宣讲中奖概率、理性购彩和公益项目，不作任何劝购。',
      },
      needs: ['SOCIAL', 'PERSONAL'],
      channels: ['SOCIAL', 'PHYSICAL'],
    },
  ],
};
