import type { PlaybookText } from '../kit/index.ts';

export const playbook: Readonly<Record<string, PlaybookText>> = {
  'group-buyer-repair-action': {
    segment: 'GROUP_BUYER',
    stage: 'ON_SITE_REPAIR',
    detail: 'ACTION',
    text: {
      en: 'For faults across a building, get the wiring plan and the switch-off hours from the property manager first, then go floor by floor with the wearing parts of that model. Work at heights or on live circuits is for certified staff only; each unit gets a tag with date, fault and next service.',
      zhHans:
        '整栋报修先向物业要配电图和可停电时段，再按楼层排班，带齐该型号的易损件；登高、带电作业只派持证人员。每台修完贴检修标签，写明日期、故障和下次保养时间。',
    },
  },
  'group-buyer-close-image': {
    segment: 'GROUP_BUYER',
    stage: 'SERVICE_CLOSE',
    detail: 'IMAGE',
    text: {
      en: 'One place to unpack on each floor, on protective mats; foam and cartons leave the same day. Units stand level with energy label and room number, manuals and warranty cards are bound by room.',
      zhHans:
        '每层只设一处开箱区，铺好保护垫，泡沫和纸箱当天清运；机器摆正，贴好能效标识和房号，说明书、保修卡按房号装订成册。',
    },
  },
  'mother-repair-script': {
    segment: 'MOTHER',
    stage: 'ON_SITE_REPAIR',
    detail: 'SCRIPT',
    text: {
      en: 'Cleaning the air conditioner takes forty minutes; first I cover the cot and the toys. The filter goes back only when it is dry. Please feel the air yourself, no drops and no smell, and then I go.',
      zhHans: '空调清洗要四十分钟，我先把小床和玩具罩好。滤网晾干了才装回去，您自己试试出风，不滴水、没异味，我再走。',
    },
  },
  'mother-recommendation-image': {
    segment: 'MOTHER',
    stage: 'PRODUCT_RECOMMENDATION',
    detail: 'IMAGE',
    text: {
      en: 'Washing and drying, sterilising and air cleaning are set up as one small home from feeding to sleep. Display units run, child locks are marked where a hand would look for them, and noise in decibels stands on the tag.',
      zhHans:
        '洗烘、消毒、净化按喂养到睡眠的顺序布置成一个小家，样机通电可试；童锁和防夹位置贴出提示，价签上写明噪声分贝。',
    },
  },
  'rider-recommendation-script': {
    segment: 'RIDER',
    stage: 'PRODUCT_RECOMMENDATION',
    detail: 'SCRIPT',
    text: {
      en: 'Rented rooms have old wiring and few sockets, so stay with low wattage. This one is small, you carry it under one arm when you move. Should it fail, bring it in; if we cannot mend it the same day, we lend you another.',
      zhHans:
        '租的房子线路老、插座少，先别买大功率的。这台个头小，搬家一只手就拎走；坏了拿过来，当天修不好先借您一台用着。',
    },
  },
  'rider-revisit-action': {
    segment: 'RIDER',
    stage: 'AFTER_SALE_REVISIT',
    detail: 'ACTION',
    text: {
      en: 'Ask once, around three in the afternoon. For those who move, send the listed fee for taking down and setting up and the free hours; the warranty is found by telephone number, no invoice needed.',
      zhHans: '下午三点前后发消息问一次；要搬家的，把拆装公示价和可约时段发过去。保修凭手机号就能查，不用翻发票。',
    },
  },
  'office-worker-close-action': {
    segment: 'OFFICE_WORKER',
    stage: 'SERVICE_CLOSE',
    detail: 'ACTION',
    text: {
      en: 'Deliver and install in one visit: let it run for ten minutes, connect it to the telephone and set the usual mode together, take the old unit away against a recycling receipt, bill by the posted fees, and have it confirmed on the screen.',
      zhHans:
        '送装一次完成：通电试运行十分钟，当面连好手机、设好常用模式；旧机拖走并给回收凭证，按公示价目开单，客户在手机上确认。',
    },
  },
  'office-worker-revisit-script': {
    segment: 'OFFICE_WORKER',
    stage: 'AFTER_SALE_REVISIT',
    detail: 'SCRIPT',
    text: {
      en: 'A week with the new air conditioner: is it quiet enough to sleep? The filter wants washing every three months. We can do it at the weekend; the fee stands in the link, please look first and then decide.',
      zhHans:
        '您好，新空调用了一周，晚上睡觉吵不吵？滤网三个月洗一次就行。想让我们来洗可以约周末，价目在链接里，您看了再定。',
    },
  },
  'senior-close-script': {
    segment: 'SENIOR',
    stage: 'SERVICE_CLOSE',
    detail: 'SCRIPT',
    text: {
      en: 'I have put colours on the remote control: red switches on and off, green makes it warmer or colder, the others you can leave alone. Please press it once for me. And never pull the plug with wet hands.',
      zhHans:
        '遥控器上我给您贴了颜色：红的是开关，绿的调冷热，别的不用管。您按一遍我看看。还有，手湿的时候千万别拔插头。',
    },
  },
  'senior-revisit-image': {
    segment: 'SENIOR',
    stage: 'AFTER_SALE_REVISIT',
    detail: 'IMAGE',
    text: {
      en: 'The visitor brings a voltage tester, fresh batteries and the large-print card, wears shoe covers, and looks at socket, gas valve and drain before sitting down; no brochures of new models.',
      zhHans: '上门带测电笔、新电池和大字操作卡，穿鞋套，先看插座、燃气阀和排水管再坐下说话；不带新机宣传册。',
    },
  },
  'student-repair-image': {
    segment: 'STUDENT',
    stage: 'ON_SITE_REPAIR',
    detail: 'IMAGE',
    text: {
      en: 'At the stand below the dormitory hang the university’s list of permitted wattage and the prices; hair dryers and power strips are tested in front of their owners and get a green tag when they pass.',
      zhHans: '宿舍楼下的服务点挂出校方允许的功率清单和维修价目；吹风机、插线板当面检测，合格的贴绿色标签。',
    },
  },
  'student-recommendation-action': {
    segment: 'STUDENT',
    stage: 'PRODUCT_RECOMMENDATION',
    detail: 'ACTION',
    text: {
      en: 'Choose by the university’s wattage limit first and show wattage and certification mark on every piece. Bundles of the new term can be bought piece by piece; say now what is taken back at graduation and how to book it.',
      zhHans:
        '先按学校限用功率来挑，每件标出瓦数和3C认证标志；开学组合可以拆开单买，毕业时哪些能回收、怎么预约，卖的时候就讲清楚。',
    },
  },
};
