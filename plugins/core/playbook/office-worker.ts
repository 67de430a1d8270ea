import type { PlaybookText } from '../../kit/index.ts';

export const officeWorker: Readonly<Record<string, PlaybookText>> = {
  'office-worker-repair-image': {
    segment: 'OFFICE_WORKER',
    stage: 'ON_SITE_REPAIR',
    detail: 'IMAGE',
    text: {
      en: 'On time to the minute, tidy, with shoe covers of one’s own; the tool bag never touches furniture. At the store a locker hands out finished repairs until late in the evening.',
      zhHans: '准点上门，着装利落，自带鞋套，工具包不挨家具；门店设取件柜，修好的东西晚上也能取。',
    },
  },
  'office-worker-repair-action': {
    segment: 'OFFICE_WORKER',
    stage: 'ON_SITE_REPAIR',
    detail: 'ACTION',
    text: {
      en: 'Offer times before eight, at noon, after seven and at the weekend. Send your position half an hour ahead, bring the usual spares to finish in one visit, quote before starting, and send photos and the receipt when done.',
      zhHans:
        '可约早八点前、午休、晚七点后和周末；出发前半小时发定位，常用备件一次带齐，争取一趟修好。先报价再动手，完工发照片和电子单据。',
    },
  },
  'office-worker-repair-script': {
    segment: 'OFFICE_WORKER',
    stage: 'ON_SITE_REPAIR',
    detail: 'SCRIPT',
    text: {
      en: 'We said seven to half past; I am setting off now and shall be there in twenty minutes. If you are still on your way home, I wait downstairs for a quarter of an hour. No need to run.',
      zhHans: '您好，我约的是七点到七点半，现在出发，二十分钟左右到。您要是还在下班路上，我在楼下等您一刻钟，不用赶。',
    },
  },
  'office-worker-recommendation-image': {
    segment: 'OFFICE_WORKER',
    stage: 'PRODUCT_RECOMMENDATION',
    detail: 'IMAGE',
    text: {
      en: 'One more till is open at noon and after work; shelves are sorted by use, tags show price, the figures that matter and stock, and a code leads to reviews. No loudspeaker.',
      zhHans:
        '午间和下班时段多开一个收银口；货架按用途分区，价签写清价格、关键参数和库存，扫码能看评价，店里不放喇叭叫卖。',
    },
  },
  'office-worker-recommendation-action': {
    segment: 'OFFICE_WORKER',
    stage: 'PRODUCT_RECOMMENDATION',
    detail: 'ACTION',
    text: {
      en: 'Ask for use and budget, then compare a first and a second choice within two minutes: price, difference, when it can be had. Offer to send the link instead of pressing for an answer, at the same price as in the store.',
      zhHans:
        '先问用途和预算，两分钟内讲清一个首选、一个备选：价格、差别、什么时候能拿到。拿不定主意就发链接，线上线下一个价，不追着要答复。',
    },
  },
  'office-worker-recommendation-script': {
    segment: 'OFFICE_WORKER',
    stage: 'PRODUCT_RECOMMENDATION',
    detail: 'SCRIPT',
    text: {
      en: 'Tell me what it is for and what it may cost, and I show you two. This one does everything well, that one costs less and lacks one thing. Take it now, or I send you the link and you decide at home, at the same price.',
      zhHans:
        '您说说用在哪儿、预算多少，我直接给您挑两款。这款样样均衡，那款便宜些、少一项功能。现在拿走也行，我发您链接回去再定也行，价格一样。',
    },
  },
  'office-worker-close-image': {
    segment: 'OFFICE_WORKER',
    stage: 'SERVICE_CLOSE',
    detail: 'IMAGE',
    text: {
      en: 'Locker and express pick-up are plainly marked, order numbers in large figures; the bag can be carried in one hand on the underground.',
      zhHans: '自提柜和快速取货口标识清楚，订单号用大字显示；打包利落，一只手就能提着上地铁。',
    },
  },
  'office-worker-close-action': {
    segment: 'OFFICE_WORKER',
    stage: 'SERVICE_CLOSE',
    detail: 'ACTION',
    text: {
      en: 'Done in three minutes: payment, e-invoice and warranty with one scan. Offer delivery in a two-hour window after work, write down whom to ask outside office hours, and keep the empty packaging here.',
      zhHans:
        '三分钟办完：付款、电子发票、保修登记扫一次码全搞定；送货可选下班后的两小时时段，写明非工作时间找谁，空包装留在店里处理。',
    },
  },
  'office-worker-close-script': {
    segment: 'OFFICE_WORKER',
    stage: 'SERVICE_CLOSE',
    detail: 'SCRIPT',
    text: {
      en: 'The invoice is in your mailbox and the warranty is registered, all with that one scan. Delivery is on Thursday between seven and nine in the evening; you get a message beforehand, not a call.',
      zhHans:
        '发票发到您邮箱了，保修也登记好了，就刚才扫的那一下。送货排在周四晚上七点到九点，到之前给您发消息，不打电话。',
    },
  },
  'office-worker-revisit-image': {
    segment: 'OFFICE_WORKER',
    stage: 'AFTER_SALE_REVISIT',
    detail: 'IMAGE',
    text: {
      en: 'In writing only, always in one form: a greeting, one question, one link; signed with a real name. No voice messages and no calls in working hours.',
      zhHans: '只用文字回访，格式固定：一句问候、一个问题、一个链接，落款写真实姓名；上班时间不发语音、不打电话。',
    },
  },
  'office-worker-revisit-action': {
    segment: 'OFFICE_WORKER',
    stage: 'AFTER_SALE_REVISIT',
    detail: 'ACTION',
    text: {
      en: 'Write at noon on the third day, one question that takes ten seconds. What is wrong gets a time for its remedy the same evening. Those who agreed to it receive at most one suggestion a month, chosen by what they bought.',
      zhHans:
        '第三天午休时发一道十秒能答的题；有问题的，当晚给出处理时间。同意接收的顾客，每月最多推荐一次，按其买过的东西来选。',
    },
  },
  'office-worker-revisit-script': {
    segment: 'OFFICE_WORKER',
    stage: 'AFTER_SALE_REVISIT',
    detail: 'SCRIPT',
    text: {
      en: 'Ten seconds, please: are you content with what you took home? Send 1 for yes, or tell me in a word what is wrong and you have an answer by eight tonight. To hear no more from us, send STOP.',
      zhHans: '耽误您十秒：上次买的还满意吗？满意回1，有问题说一声，今晚八点前答复您。不想再收到消息，回T退订就行。',
    },
  },
};
