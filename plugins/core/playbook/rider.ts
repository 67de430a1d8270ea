import type { PlaybookText } from '../../kit/index.ts';

export const rider: Readonly<Record<string, PlaybookText>> = {
  'rider-repair-image': {
    segment: 'RIDER',
    stage: 'ON_SITE_REPAIR',
    detail: 'IMAGE',
    text: {
      en: 'A marked place for bikes right at the door and a sign that riders are served at once; the counter is clear, common spares are within reach, and there are sockets, hot water and a stool.',
      zhHans:
        '门口划出电动车临停位，挂“骑手随到随办”的牌子；柜台不堆东西，常用备件伸手就能拿到，有充电口、热水和凳子。',
    },
  },
  'rider-repair-action': {
    segment: 'RIDER',
    stage: 'ON_SITE_REPAIR',
    detail: 'ACTION',
    text: {
      en: 'Attend to riders within two minutes, helmet on and ahead of the queue. Say at once whether it can be done now, how long and how much; beyond ten minutes lend a spare or agree on a time after the shift, and send a message when it is done.',
      zhHans:
        '两分钟内接待，不用摘头盔、不用排队；当场说清能不能马上修、要多久、多少钱。超过十分钟的，先给备用的或约收工后再来，修好发消息通知。',
    },
  },
  'rider-repair-script': {
    segment: 'RIDER',
    stage: 'ON_SITE_REPAIR',
    detail: 'SCRIPT',
    text: {
      en: 'Leave the bike right there, that place is for you. This takes two minutes. If a part has to be changed, I lend you a spare, you go on with your orders, and I write when it is ready.',
      zhHans:
        '师傅，车停门口就行，那个位置就是给您留的。这个两分钟能弄好；要是得换件，先拿个备用的接着跑单，好了我给您发消息。',
    },
  },
  'rider-recommendation-image': {
    segment: 'RIDER',
    stage: 'PRODUCT_RECOMMENDATION',
    detail: 'IMAGE',
    text: {
      en: 'What riders need stands within three steps of the door, with the price in figures that can be read through a visor; no posters to study, nobody in the way.',
      zhHans: '骑手常买的东西放在进门三步以内，价格用大号数字，戴着头盔也看得清；不贴长篇海报，不拦着介绍。',
    },
  },
  'rider-recommendation-action': {
    segment: 'RIDER',
    stage: 'PRODUCT_RECOMMENDATION',
    detail: 'ACTION',
    text: {
      en: 'Ask one thing only: what is it for? Within half a minute name one that fits and one that costs less, with the one point that counts on the road. No membership, no codes to scan but the one for paying.',
      zhHans:
        '只问一句“干什么用”，半分钟内给一个合适的、一个更省钱的，各说一条跑单用得上的理由；不推会员，除了付款码不让扫别的码。',
    },
  },
  'rider-recommendation-script': {
    segment: 'RIDER',
    stage: 'PRODUCT_RECOMMENDATION',
    detail: 'SCRIPT',
    text: {
      en: 'You are in a hurry, so just two sentences: this one does the job; that one is cheaper and does as well on short days. The full price is on the tag. Scan here and go.',
      zhHans: '知道您赶时间，就说两句：这个够用、省心；那个便宜些，用得少的话也行。牌子上就是到手价，扫这里付完就走。',
    },
  },
  'rider-close-image': {
    segment: 'RIDER',
    stage: 'SERVICE_CLOSE',
    detail: 'IMAGE',
    text: {
      en: 'Paying and picking up are two places; packed goods wait in a numbered slot, tied so that they can hang on a handlebar or go into the box.',
      zhHans: '付款和取货分开，打包好的东西放在带号的格子里；袋口扎紧、提手结实，能直接挂车把、放餐箱。',
    },
  },
  'rider-close-action': {
    segment: 'RIDER',
    stage: 'SERVICE_CLOSE',
    detail: 'ACTION',
    text: {
      en: 'Pay, pack and hand over within one minute, with the receipt on the phone. Offer hot water and a charge, say a word on rain, heat or ice of the day, and ask for no survey.',
      zhHans:
        '付款、装袋、递到手一分钟内完成，票据发到手机上；问一句要不要接热水、充会儿电，按当天天气提醒一句，不拉着填问卷。',
    },
  },
  'rider-close-script': {
    segment: 'RIDER',
    stage: 'SERVICE_CLOSE',
    detail: 'SCRIPT',
    text: {
      en: 'All packed, it will not spill on the handlebar; the receipt is on your phone. The road is wet, so ride carefully. Hot water and a socket are here for you at any time.',
      zhHans: '都装好了，挂车把上不会洒，票发您手机了。下雨路滑，路上慢点。要接热水、给手机充电，什么时候来都行。',
    },
  },
  'rider-revisit-image': {
    segment: 'RIDER',
    stage: 'AFTER_SALE_REVISIT',
    detail: 'IMAGE',
    text: {
      en: 'A message of one line, with the way to the store and how long it is open; the rest corner is clean, and its board carries nothing but what concerns riders.',
      zhHans: '消息只有一行字，带门店位置和打烊时间；歇脚点保持干净，公告板上只贴跟骑手有关的事。',
    },
  },
  'rider-revisit-action': {
    segment: 'RIDER',
    stage: 'AFTER_SALE_REVISIT',
    detail: 'ACTION',
    text: {
      en: 'Neither call nor write in the rush hours, eleven to half past one and five to eight. Write one line around three in the afternoon that can be answered with a figure, and settle what is wrong on the same day, on the way or after the shift.',
      zhHans:
        '午高峰十一点到一点半、晚高峰五点到八点，不打电话、不发消息；下午三点前后发一条能回数字的短信，有问题的当天约在顺路或收工后解决。',
    },
  },
  'rider-revisit-script': {
    segment: 'RIDER',
    stage: 'AFTER_SALE_REVISIT',
    detail: 'SCRIPT',
    text: {
      en: 'Does it still hold up? Send 1 if all is well and 2 if not. For a 2 I find a time on your way: two minutes, and no order lost.',
      zhHans: '师傅，上回弄的还好用吧？好用回1，有毛病回2。回2的我约您顺路的时间，两分钟弄好，不耽误跑单。',
    },
  },
};
