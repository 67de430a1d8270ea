import type { SegmentStrategy } from '../kit/index.ts';

export const segments: Record<string, readonly SegmentStrategy[]> = {
  GROUP_BUYER: [
    {
      text: {
        en: 'One contact person for the whole order: tiered prices for sets, and delivery and installation of a block booked floor by floor.',
        zhHans: '整单专人对接：套购阶梯优惠，整栋楼按楼层统一预约送装。',
      },
      needs: ['FUNCTIONAL', 'CONVENIENCE'],
      channels: ['PHYSICAL', 'PHONE'],
    },
  ],
  MOTHER: [
    {
      text: {
        en: 'Show washing, sterilising and air cleaning for families with infants, and install quietly at the hour she names, with safety of sockets and edges checked.',
        zhHans: '主推母婴洗护、除菌和空气净化场景，按宝妈指定的时段安静安装，并顺带检查插座和边角安全。',
      },
      needs: ['FUNCTIONAL', 'EMOTIONAL', 'CONVENIENCE'],
      channels: ['PHYSICAL', 'SOCIAL'],
    },
  ],
  RIDER: [
    {
      text: {
        en: 'Sturdy small appliances for rented rooms, picked up on the way, with repairs finished the same day before the evening shift.',
        zhHans: '主推适合出租房的耐用小家电，顺路自提，维修当日在晚高峰接单前完成。',
      },
      needs: ['FUNCTIONAL', 'CONVENIENCE'],
      channels: ['PHYSICAL', 'ECOMMERCE'],
    },
  ],
  OFFICE_WORKER: [
    {
      text: {
        en: 'Order online, install in the evening or at the weekend: one visit unpacks, installs, tests and takes the old unit away.',
        zhHans: '线上下单，晚间或周末送装，一次上门完成拆箱、安装、调试和旧机拖走。',
      },
      needs: ['CONVENIENCE', 'PERSONAL'],
      channels: ['ECOMMERCE', 'PHYSICAL'],
    },
  ],
  SENIOR: [
    {
      text: {
        en: 'Book by telephone, set the appliance up for simple use, leave a large-print card with the main steps, and call back within a week.',
        zhHans: '电话即可预约，上门调成简易模式，留下大字版操作卡，一周内回访使用情况。',
      },
      needs: ['FUNCTIONAL', 'EMOTIONAL'],
      channels: ['PHONE', 'PHYSICAL'],
    },
  ],
  STUDENT: [
    {
      text: {
        en: 'Dormitory-safe small appliances in autumn-term bundles, shown in short videos, with free take-back at graduation.',
        zhHans: '开学季推出符合宿舍用电规定的小家电组合，以短视频展示，毕业时免费回收。',
      },
      needs: ['SOCIAL', 'CONVENIENCE', 'PERSONAL'],
      channels: ['SOCIAL', 'ECOMMERCE'],
    },
  ],
};
