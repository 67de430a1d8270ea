import type { PlaybookText } from '../kit/index.ts';

export const playbook: Readonly<Record<string, PlaybookText>> = {
  'group-buyer-recommendation-action': {
    segment: 'GROUP_BUYER',
    stage: 'PRODUCT_RECOMMENDATION',
    detail: 'ACTION',
    text: {
      en: 'For instant tickets at a staff event, note who orders and what for, and make sure that everyone taking part is an adult. Explain odds, payout share and where the public-welfare money goes; take payment before handing over, give no credit, and never suggest a larger order.',
      zhHans:
        '单位为职工活动订即开票，先登记经办人和用途，确认参加者都已成年；讲清中奖概率、返奖比例和公益金去向，先收款后交票，不赊不垫，不劝加量。',
    },
  },
  'group-buyer-close-script': {
    segment: 'GROUP_BUYER',
    stage: 'SERVICE_CLOSE',
    detail: 'SCRIPT',
    text: {
      en: 'This is the number ordered and paid for; please count them here. Hand them to adult colleagues only, and let it stay a pastime. How and until when prizes are paid stands on the back and on this sheet.',
      zhHans:
        '一共这么多张，票款已经付清，请您当面点一点。只发给成年的同事，图个乐就好。怎么兑奖、兑到哪天，票背面和这张说明上都有。',
    },
  },
  'mother-repair-image': {
    segment: 'MOTHER',
    stage: 'ON_SITE_REPAIR',
    detail: 'IMAGE',
    text: {
      en: 'Nothing at the counter looks like a toy, the notice “No sale and no payout to minors” hangs where everyone sees it, nobody smokes, and there is a place for the pram in sight of the counter.',
      zhHans:
        '柜台不摆玩具样的装饰，“不得向未成年人售彩、兑奖”的警示挂在显眼处；店内禁烟，婴儿车停放的位置从柜台看得见。',
    },
  },
  'mother-close-action': {
    segment: 'MOTHER',
    stage: 'SERVICE_CLOSE',
    detail: 'ACTION',
    text: {
      en: 'Serve a customer with a child first. Ticket and money pass between adults only: a child neither scratches, nor picks numbers, nor carries the ticket. Keep the paid ticket as the rules ask.',
      zhHans: '带孩子来兑奖的优先办理；票和钱只在成年人之间交接，不让孩子刮票、选号、递票。兑付后的彩票按规定收存。',
    },
  },
  'rider-repair-script': {
    segment: 'RIDER',
    stage: 'ON_SITE_REPAIR',
    detail: 'SCRIPT',
    text: {
      en: 'Let me check your tickets, half a minute. This one has not won; that one has a small prize, here it is, please count. You need not buy anything; come in for hot water or a charge whenever you like.',
      zhHans:
        '师傅，票我给您验一下，半分钟。这张没中，那张有个小奖，现在兑给您，您点点。不买也没关系，随时进来接水、充电。',
    },
  },
  'rider-close-image': {
    segment: 'RIDER',
    stage: 'SERVICE_CLOSE',
    detail: 'IMAGE',
    text: {
      en: 'The express window says what it does, checking and small prizes, with the odds and the warning right above it. At the rest corner there is water and a socket, no trend charts and no advertising of prizes.',
      zhHans:
        '快速窗口写明只办验票和小奖兑付，上方就是中奖概率和警示语；歇脚处只有饮水和充电，不贴走势图、不放大奖宣传。',
    },
  },
  'office-worker-recommendation-script': {
    segment: 'OFFICE_WORKER',
    stage: 'PRODUCT_RECOMMENDATION',
    detail: 'SCRIPT',
    text: {
      en: 'You asked how it works: the odds are on this sheet, every draw starts anew, and what came last time changes nothing. Set yourself an amount first and stop there; if you wish, I remind you.',
      zhHans:
        '您问怎么玩，我说两句：概率都在这张表上，每一期都是重新开始，上期开什么和这期没关系。先给自己定个数，到数就停，需要的话我提醒您。',
    },
  },
  'office-worker-revisit-image': {
    segment: 'OFFICE_WORKER',
    stage: 'AFTER_SALE_REVISIT',
    detail: 'IMAGE',
    text: {
      en: 'The official account posts draw results, uses of the public-welfare fund and responsible play; no pictures of luxury, no parade of winners. The group is for adults, may be left at any time, and is silent after ten at night.',
      zhHans:
        '公众号只发开奖公告、公益金用途和责任彩票知识，不用豪车豪宅配图、不渲染大奖；社群仅限成年人、随时可退，晚上十点后不发消息。',
    },
  },
  'senior-repair-action': {
    segment: 'SENIOR',
    stage: 'ON_SITE_REPAIR',
    detail: 'ACTION',
    text: {
      en: 'Offer a seat and go through the tickets against the large-print results, line by line; let them read the terminal’s answer on the screen themselves. Write the prize on paper before paying it and never say it aloud.',
      zhHans:
        '请老人坐下，拿大字开奖公告一注一注核对，终端验票结果让老人自己看屏幕；中奖金额写在纸上确认后再兑付，不当众念出来。',
    },
  },
  'senior-revisit-script': {
    segment: 'SENIOR',
    stage: 'AFTER_SALE_REVISIT',
    detail: 'SCRIPT',
    text: {
      en: 'Good morning, this is the lottery shop, and I have nothing to sell. People pretend to be us and offer “inside numbers” or “sure wins”: it is a swindle, please send no money. And if you feel that you spend too much, tell me; I help you keep to a limit.',
      zhHans:
        '您好，我是体彩店的，今天不是让您买票。最近有人冒充我们说有“内部号码”“包中奖”，都是骗人的，千万别转钱。要是觉得自己买多了，跟我说一声，我帮您一起管住。',
    },
  },
  'student-recommendation-image': {
    segment: 'STUDENT',
    stage: 'PRODUCT_RECOMMENDATION',
    detail: 'IMAGE',
    text: {
      en: '“Under 18: no sale” stands at the entrance; at the counter age is read from the identity card, a student card does not do. The board shows odds, public-welfare projects and a number to call for help, no prizes.',
      zhHans:
        '入口写明“未满18周岁谢绝购彩”，柜台以身份证核验年龄，学生证不能代替；宣传栏只放中奖概率、公益项目和求助电话，不宣传大奖。',
    },
  },
  'student-revisit-action': {
    segment: 'STUDENT',
    stage: 'AFTER_SALE_REVISIT',
    detail: 'ACTION',
    text: {
      en: 'Write only to adults whose age was checked and who agreed. Ask whether service and explanations were clear, never about buying; send neither offers nor numbers. Where someone plays on borrowed money, advise to stop and name a place that helps.',
      zhHans:
        '只回访已核验成年并经本人同意的；问服务好不好、规则讲得清不清，不问买不买，不发优惠、不荐号码。发现借钱购彩的，劝其停下并告知求助渠道。',
    },
  },
};
