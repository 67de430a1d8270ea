import type { PlaybookText } from '../kit/index.ts';

export const playbook: Readonly<Record<string, PlaybookText>> = {
  'group-buyer-recommendation-action': {
    segment: 'GROUP_BUYER',
    stage: 'PRODUCT_RECOMMENDATION',
    detail: 'ACTION',
    text: {
      en: 'Work the number of cases back from headcount and shelf life, and let them taste first. The quotation names batch, delivery day and the shortest shelf life on arrival; stock for festival packs is reserved forty days ahead.',
      zhHans:
        '按人数和保质期倒推箱数，先送样品试吃；报价写明批次、送货日和到货时最短剩余保质期，节庆礼盒提前四十天锁货。',
    },
  },
  'group-buyer-close-script': {
    segment: 'GROUP_BUYER',
    stage: 'SERVICE_CLOSE',
    detail: 'SCRIPT',
    text: {
      en: 'All cases are of last month; the expiry date stands on the side, with at least two thirds of the shelf life to go. Please open one and look. Whatever is crushed I replace today, by the case.',
      zhHans:
        '这批都是上个月的货，到期日写在箱子侧面，保质期还剩三分之二以上。您先拆一箱看看，压坏的今天就给您换，按整箱换。',
    },
  },
  'mother-repair-action': {
    segment: 'MOTHER',
    stage: 'ON_SITE_REPAIR',
    detail: 'ACTION',
    text: {
      en: 'When a parent reports that food is off, ask her first not to give it to the child, and to see a doctor if the child is unwell. Take the batch off the shelf, keep a sample, note batch and time, refund before asking further, and pass on the producer’s answer within 24 hours.',
      zhHans:
        '家长反映食品有异常，先提醒别再给孩子吃，身体不适及时就医；同批次立即下架，留样并登记批号和购买时间，先退款再查原因，24小时内把厂家答复告诉她。',
    },
  },
  'mother-recommendation-script': {
    segment: 'MOTHER',
    stage: 'PRODUCT_RECOMMENDATION',
    detail: 'SCRIPT',
    text: {
      en: 'This one has four ingredients and no added sugar; that one comes in more flavours, but sugar is added, see here on the pack. Both are of this month. Try a small pack first.',
      zhHans:
        '这款配料表就四样，没额外加糖；那款口味多，但是加了糖，您看包装这里。日期都是这个月的，先拿小包装回去试试。',
    },
  },
  'rider-repair-script': {
    segment: 'RIDER',
    stage: 'ON_SITE_REPAIR',
    detail: 'SCRIPT',
    text: {
      en: 'The cap leaks? No receipt needed, take another bottle and be off. I photograph the batch number for the producer; you have nothing more to do with it.',
      zhHans: '瓶盖漏了是吧？不用小票，直接拿一瓶换，您忙您的。批号我拍下来报给厂家，后面的事不用您管。',
    },
  },
  'rider-close-image': {
    segment: 'RIDER',
    stage: 'SERVICE_CLOSE',
    detail: 'IMAGE',
    text: {
      en: 'On the rack by the door cold and warm drinks have a shelf each, rice balls and bread show the hour until which they keep; cutlery, napkins and straws lie in a slot of their own beside the till.',
      zhHans: '门口快取架分冰饮、常温两层，饭团面包标明几点前食用；餐具、纸巾、吸管单独一格，结账时顺手就能拿。',
    },
  },
  'office-worker-recommendation-image': {
    segment: 'OFFICE_WORKER',
    stage: 'PRODUCT_RECOMMENDATION',
    detail: 'IMAGE',
    text: {
      en: 'Before the morning rush sandwiches, rice balls and coffee stand as ready sets with total price and calories in front; in the evening light meals and small fruit take their place. What expires soon has its own slot with discount and date.',
      zhHans:
        '早高峰前把三明治、饭团和咖啡配成整套，正面标总价和热量；晚上换成轻食和小份水果。临期商品单独一格，写清折扣和到期日。',
    },
  },
  'office-worker-close-action': {
    segment: 'OFFICE_WORKER',
    stage: 'SERVICE_CLOSE',
    detail: 'ACTION',
    text: {
      en: 'Have online orders ready five minutes before pick-up, hot and cold in separate bags, lids sealed. Check the last figures of the order, and ask by message what to send instead of a missing article; never replace it unasked.',
      zhHans:
        '线上订单按取货时间提前五分钟配好，冷热分袋、杯盖封好；核对订单尾号再递出。缺货先发消息问换什么，不擅自替换。',
    },
  },
  'office-worker-revisit-image': {
    segment: 'OFFICE_WORKER',
    stage: 'AFTER_SALE_REVISIT',
    detail: 'IMAGE',
    text: {
      en: 'Feedback is asked on the order page of the app, not by message: the last purchase with picture and date, one row of stars, one tap to order again. The store’s answer appears there the same evening.',
      zhHans:
        '回访放在小程序订单页，不另发消息：上次买的有图有日期，一行星级，点一下就能再来一单；门店的答复当晚显示在同一页。',
    },
  },
  'senior-repair-image': {
    segment: 'SENIOR',
    stage: 'ON_SITE_REPAIR',
    detail: 'IMAGE',
    text: {
      en: 'At the service desk: a chair, a magnifying glass, a scale whose display faces the customer, and the rules of return in large print. What they bring is laid on a tray and looked at together.',
      zhHans:
        '服务台备椅子、放大镜，电子秤显示屏朝向顾客，退换说明用大字；老人拿来的东西放在托盘上，当面一起看日期、称重量。',
    },
  },
  'senior-revisit-script': {
    segment: 'SENIOR',
    stage: 'AFTER_SALE_REVISIT',
    detail: 'SCRIPT',
    text: {
      en: 'Good morning, I am the one who brings your groceries. Do you like the low-salt soy sauce? This week I come on Wednesday morning. Just tell me what you need; rice and oil I carry into the kitchen for you.',
      zhHans:
        '您好，我是给您送货的。上回的低盐酱油吃得惯吗？这周我周三上午来，要什么您在电话里说就行，米和油我给您拎进厨房。',
    },
  },
  'student-recommendation-image': {
    segment: 'STUDENT',
    stage: 'PRODUCT_RECOMMENDATION',
    detail: 'IMAGE',
    text: {
      en: 'Posts show real tastings, with flavour, size and price in one picture and a notice where there is caffeine or alcohol; alcohol is shown to adults only. The tasting stand has covers, small cups and bins beside it.',
      zhHans:
        '发布的内容用真实试吃画面，口味、规格、价格放在一张图里，含咖啡因、酒精的注明提示，酒类只面向成年人；试吃台有防尘罩和小杯，旁边摆分类垃圾桶。',
    },
  },
  'student-revisit-action': {
    segment: 'STUDENT',
    stage: 'AFTER_SALE_REVISIT',
    detail: 'ACTION',
    text: {
      en: 'Three days after a tasting send three questions on the taste and publish both the result and the producer’s answer. The flavour that wins is ordered first; shared orders state when they close, and money comes back by itself when too few join.',
      zhHans:
        '试吃三天后发三道口味题，结果和厂家答复一并公布；票数最高的口味优先进货。宿舍拼单写明截止时间，人数不够自动退款。',
    },
  },
};
