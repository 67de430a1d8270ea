import type { PlaybookText } from '../../kit/index.ts';

export const mother: Readonly<Record<string, PlaybookText>> = {
  'mother-repair-image': {
    segment: 'MOTHER',
    stage: 'ON_SITE_REPAIR',
    detail: 'IMAGE',
    text: {
      en: 'Shoe covers and a clean uniform without a trace of smoke; tools stay in a case that locks, never on the floor. At the counter there is room for a pram, edges are padded, and wipes are at hand.',
      zhHans:
        '进门穿鞋套，工装干净、身上无烟味，工具装在能扣紧的箱子里，不散放在地上；门店柜台旁留出婴儿车的位置，桌角包好，备有湿巾。',
    },
  },
  'mother-repair-action': {
    segment: 'MOTHER',
    stage: 'ON_SITE_REPAIR',
    detail: 'ACTION',
    text: {
      en: 'Ask first whether the child is asleep and leave the noisy part for later. Cut the power and fence off the place before starting, put every small part into the box at once, count them at the end, and wipe whatever a child can reach.',
      zhHans:
        '先问孩子是不是在睡觉，有响动的活放到后面做；动手前断电、围好作业区，小零件随手收进盒子，收工时清点一遍，孩子够得着的地方都擦干净。',
    },
  },
  'mother-repair-script': {
    segment: 'MOTHER',
    stage: 'ON_SITE_REPAIR',
    detail: 'SCRIPT',
    text: {
      en: 'Is the little one asleep? Then I do the quiet part first and tell you before I use the drill. All small parts go into this box, and I count them in front of you before I leave.',
      zhHans:
        '宝宝在睡觉吧？那我先做没声音的，要用电钻提前跟您说。小零件我都收在这个盒子里，走之前当着您的面数一遍，您放心。',
    },
  },
  'mother-recommendation-image': {
    segment: 'MOTHER',
    stage: 'PRODUCT_RECOMMENDATION',
    detail: 'IMAGE',
    text: {
      en: 'What families use stands together, with ingredients, age and production date facing outwards; a pram passes through every aisle, and samples are disinfected before the customer’s eyes.',
      zhHans: '家庭常用的商品集中陈列，成分、适用年龄和生产日期朝外；通道推得过婴儿车，试用品当面消毒。',
    },
  },
  'mother-recommendation-action': {
    segment: 'MOTHER',
    stage: 'PRODUCT_RECOMMENDATION',
    detail: 'ACTION',
    text: {
      en: 'Greet the child at its own height, then hear the mother out. Speak of safety, time saved and easy cleaning, show two choices at most, and put the test report or list of ingredients into her hands. Never win her over through the child.',
      zhHans:
        '先蹲下来跟孩子打个招呼，再听妈妈把话说完；围绕安全、省时间、好打理三点介绍，最多给两个选择，把检测报告或成分表递到她手上。不拿孩子当突破口。',
    },
  },
  'mother-recommendation-script': {
    segment: 'MOTHER',
    stage: 'PRODUCT_RECOMMENDATION',
    detail: 'SCRIPT',
    text: {
      en: 'What matters more to you, that it is safe or that it saves work? Both of these do the job; this one costs more and is easier to keep clean. Here is the test report. Read it first, there is no hurry.',
      zhHans: '您更看重安全，还是更想省事？这两款都够用，这款贵一点，但好打理。检测报告在这儿，您先看，不着急定。',
    },
  },
  'mother-close-image': {
    segment: 'MOTHER',
    stage: 'SERVICE_CLOSE',
    detail: 'IMAGE',
    text: {
      en: 'No sweets or toys at the till to tempt children. Bags are double with firm handles, and a member of staff has free hands to hold the door and the pram.',
      zhHans: '收银台边不摆逗孩子的零食玩具；袋子套两层、提手结实，店员腾得出手帮忙开门、推车。',
    },
  },
  'mother-close-action': {
    segment: 'MOTHER',
    stage: 'SERVICE_CLOSE',
    detail: 'ACTION',
    text: {
      en: 'Let her pay first. Put a card with the three steps of use into the bag, take sharp packaging off on the spot, carry heavy things to the car, and agree on a delivery time when the child is awake.',
      zhHans:
        '让她优先结账；把用法写成三步卡片放进袋里，尖硬的包装当场拆掉，重的送到车上；要送货的，约在孩子醒着的时候。',
    },
  },
  'mother-close-script': {
    segment: 'MOTHER',
    stage: 'SERVICE_CLOSE',
    detail: 'SCRIPT',
    text: {
      en: 'I have packed it in two bags; the heavy one I carry to the car for you. This card tells in three steps how to use it. If anything is wrong, send me a photo; until nine in the evening somebody answers.',
      zhHans: '我给您分两袋装，重的我送到车上。用法写在这张卡上，就三步。有问题拍张照发给我，晚上九点前都有人回。',
    },
  },
  'mother-revisit-image': {
    segment: 'MOTHER',
    stage: 'AFTER_SALE_REVISIT',
    detail: 'IMAGE',
    text: {
      en: 'Write from an account with a real name and face; one message, one subject, clear pictures. When she comes to the store, there is a quiet seat to nurse or rest.',
      zhHans:
        '用真实姓名和头像的账号回访，一次只说一件事，图片清楚，不群发；她到店来，有一处安静的座位可以喂奶、歇脚。',
    },
  },
  'mother-revisit-action': {
    segment: 'MOTHER',
    stage: 'AFTER_SALE_REVISIT',
    detail: 'ACTION',
    text: {
      en: 'Ask in writing on the third day, do not telephone; stay silent from noon to three and after eight in the evening. With her consent, note what she told you, and write again only with something useful for the season or the child’s next stage.',
      zhHans:
        '第三天发文字问一次，不打电话；中午十二点到三点、晚上八点以后不打扰。经她同意记下反馈，换季或孩子换阶段时，有用的提醒才发一条。',
    },
  },
  'mother-revisit-script': {
    segment: 'MOTHER',
    stage: 'AFTER_SALE_REVISIT',
    detail: 'SCRIPT',
    text: {
      en: 'Hello, does it suit you both so far? If you have no hand free, a smiley will do. Should anything not be right, send a photo and I see to it; you need not come in.',
      zhHans: '您好，上次拿的用着还顺手吗？腾不出手回个表情就行。哪里不合适，拍张照给我，我来处理，不用您跑一趟。',
    },
  },
};
