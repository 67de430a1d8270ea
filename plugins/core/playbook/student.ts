import type { PlaybookText } from '../../kit/index.ts';

export const student: Readonly<Record<string, PlaybookText>> = {
  'student-repair-image': {
    segment: 'STUDENT',
    stage: 'ON_SITE_REPAIR',
    detail: 'IMAGE',
    text: {
      en: 'A fixed stand at the gate or below the dormitory, with days and hours on a sign, an open price list and sockets. Relaxed dress, but a badge; things are handed over downstairs, nobody enters the rooms.',
      zhHans:
        '在校门口或宿舍楼下设固定服务点，写明日期和时段，价目表公开，有充电口；店员穿着随意但戴工牌，东西在楼下交接，不进寝室。',
    },
  },
  'student-repair-action': {
    segment: 'STUDENT',
    stage: 'ON_SITE_REPAIR',
    detail: 'ACTION',
    text: {
      en: 'Take things in on fixed evenings, with a code to register and a photo for the record, and quote before touching them. Keep to the rules of the dormitory on power and access: say openly what may not be altered there. A code fetches the finished piece.',
      zhHans:
        '每周固定两个晚上收件，扫码登记、拍照留底，先报价再动手；遵守宿舍用电和进出规定，不合规的改装如实说明不做。修好发取件码，凭码自取。',
    },
  },
  'student-repair-script': {
    segment: 'STUDENT',
    stage: 'ON_SITE_REPAIR',
    detail: 'SCRIPT',
    text: {
      en: 'Scan here and we take a photo, so that nothing gets mixed up. I send you the price first and start when you agree. What the dormitory forbids I cannot alter for you, but I will find you another way.',
      zhHans:
        '同学，先扫码登记、拍个照，省得弄混。价格先发给你，你同意了我再动手。宿舍不让用的我不能帮你改，换个合规的办法，我来想。',
    },
  },
  'student-recommendation-image': {
    segment: 'STUDENT',
    stage: 'PRODUCT_RECOMMENDATION',
    detail: 'IMAGE',
    text: {
      en: 'Everything can be touched and tried; prices are plain and the terms of the student price stand beside it. Pictures and words are the same online and in the store, bad reviews stay, and no credit is advertised.',
      zhHans: '商品能摸能试，价格透明，学生价的条件写在旁边；线上线下同一套图文，差评不删，不贴分期借贷的广告。',
    },
  },
  'student-recommendation-action': {
    segment: 'STUDENT',
    stage: 'PRODUCT_RECOMMENDATION',
    detail: 'ACTION',
    text: {
      en: 'Let them compare and try by themselves, and name the weak points too. Keep to the budget, suggest no loans and no buying to make up a group. Check the dormitory’s rules, and the age where goods are for adults only.',
      zhHans:
        '让同学自己比、自己试，优点缺点都说；按预算推荐，不劝贷款分期，不怂恿凑单。先查宿舍允不允许用，限成年人购买的要核验年龄。',
    },
  },
  'student-recommendation-script': {
    segment: 'STUDENT',
    stage: 'PRODUCT_RECOMMENDATION',
    detail: 'SCRIPT',
    text: {
      en: 'Just tell me your budget and I choose within it. What the reviews praise is true, and it has a weak side too; let me show you. I check first whether your dormitory allows it. If not, I will not sell it to you.',
      zhHans:
        '预算多少直说，我就在里面挑。测评夸的是真的，短板也有，我当面试给你看。宿舍能不能用我先帮你查，不让用的不卖给你。',
    },
  },
  'student-close-image': {
    segment: 'STUDENT',
    stage: 'SERVICE_CLOSE',
    detail: 'IMAGE',
    text: {
      en: 'The pick-up point lies on the way to class and opens with a code; packaging is spare and recyclable, and nothing on it begs for a post.',
      zhHans: '取货点设在上课顺路的地方，扫码就开；包装简单、可回收，不印求晒单的话。',
    },
  },
  'student-close-action': {
    segment: 'STUDENT',
    stage: 'SERVICE_CLOSE',
    detail: 'ACTION',
    text: {
      en: 'Self-checkout, receipt on the phone, delivery to the locker below the dormitory. Say until when and how things can be returned, also over the holidays, and what is taken back at graduation. Pay for no good reviews.',
      zhHans:
        '自助付款，电子票据，送到宿舍楼下的柜子；讲清退换期限和办法，放假期间怎么办、毕业时哪些能回收也说明白。不拿返现换好评。',
    },
  },
  'student-close-script': {
    segment: 'STUDENT',
    stage: 'SERVICE_CLOSE',
    detail: 'SCRIPT',
    text: {
      en: 'The code is on your phone; the locker opens day and night. How long you can return it stands in the order, and you can do that on your own. If you like it, tell others; if not, tell us first.',
      zhHans: '取件码发你了，楼下柜子随时能取。退换期限写在订单里，自己就能办。好用就跟同学说说，不好用先跟我们说。',
    },
  },
  'student-revisit-image': {
    segment: 'STUDENT',
    stage: 'AFTER_SALE_REVISIT',
    detail: 'IMAGE',
    text: {
      en: 'A message from the store’s account, under a real name, as among equals: no feigned friendship, no posts in class groups. Questions are answered the same day.',
      zhHans: '用门店账号私信回访，真名真人，平等说话、不装熟，不往班级群里发；有问必答，当天回复。',
    },
  },
  'student-revisit-action': {
    segment: 'STUDENT',
    stage: 'AFTER_SALE_REVISIT',
    detail: 'ACTION',
    text: {
      en: 'Ask one multiple-choice question after a week, never in the weeks of examinations. Answer the remarks in public on the store’s account once a month; at the start of term and at graduation send a useful list, and invite to hands-on events that anyone may skip.',
      zhHans:
        '一周后私信一道选择题，考试周不打扰；每月在门店账号上公开答复大家的意见。开学季、毕业季发一份实用清单，体验活动自愿报名。',
    },
  },
  'student-revisit-script': {
    segment: 'STUDENT',
    stage: 'AFTER_SALE_REVISIT',
    detail: 'SCRIPT',
    text: {
      en: 'A week on, how is it? 1 good, 2 so-so, 3 let-down; at a 3 I am on it today. Next week we have a hands-on evening at the store. Come if you like, nobody has to buy.',
      zhHans:
        '用了一周，感觉怎么样？1好用，2一般，3踩坑。选3的我今天就来解决。下周店里有体验活动，想来就报名，不买东西也欢迎。',
    },
  },
};
