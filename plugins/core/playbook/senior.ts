import type { PlaybookText } from '../../kit/index.ts';

export const senior: Readonly<Record<string, PlaybookText>> = {
  'senior-repair-image': {
    segment: 'SENIOR',
    stage: 'ON_SITE_REPAIR',
    detail: 'IMAGE',
    text: {
      en: 'Tidy, with a badge in large letters shown unasked at the door. The store has reading glasses, a chair with arms and the steps of a repair on the wall in large print; no cable and no wet spot on the floor.',
      zhHans: '穿戴整齐，工牌字大，进门主动出示；店里备有老花镜、带扶手的椅子和大字办事流程，地上没有电线和水渍。',
    },
  },
  'senior-repair-action': {
    segment: 'SENIOR',
    stage: 'ON_SITE_REPAIR',
    detail: 'ACTION',
    text: {
      en: 'Slowly and face to face, one step after the other. Before starting, write what will be done and what it costs on a large-print slip; afterwards let them use it twice by themselves while you stand by, and hand back the old part.',
      zhHans:
        '面对面、慢慢说，说完一步等一步；动手前把做什么、收多少钱写在大字单上请老人看过。修好后陪老人自己操作两遍，换下的旧件当面交还。',
    },
  },
  'senior-repair-script': {
    segment: 'SENIOR',
    stage: 'ON_SITE_REPAIR',
    detail: 'SCRIPT',
    text: {
      en: 'Please look at my badge, take your time; my name and number are on this card. The trouble is here, and this is what it costs altogether. I begin when you say so.',
      zhHans:
        '您先看看我的工牌，不急。我的名字和电话都写在这张卡上。毛病出在这儿，修好一共这么多钱，您点头了我再动手。',
    },
  },
  'senior-recommendation-image': {
    segment: 'SENIOR',
    stage: 'PRODUCT_RECOMMENDATION',
    detail: 'IMAGE',
    text: {
      en: 'Price tags in large figures with the one price that is paid; goods between hip and eye, good light, soft music, and one page of explanation in large print.',
      zhHans: '价签用大号字，只写一个到手价；商品放在腰到眼的高度，灯光足、音乐轻，介绍材料就一页纸、字要大。',
    },
  },
  'senior-recommendation-action': {
    segment: 'SENIOR',
    stage: 'PRODUCT_RECOMMENDATION',
    detail: 'ACTION',
    text: {
      en: 'Listen to the end, then ask how it is used at home and who helps. Explain the two points that matter and let them try. Promise no cures and press for no money; for larger sums suggest talking it over with the family and keep the goods for two days.',
      zhHans:
        '先听老人说完，再问平时怎么用、谁帮着用；只讲最要紧的两点，让老人亲手试。不夸大功效、不催付款，金额大的请老人先和家里人商量，货可以留两天。',
    },
  },
  'senior-recommendation-script': {
    segment: 'SENIOR',
    stage: 'PRODUCT_RECOMMENDATION',
    detail: 'SCRIPT',
    text: {
      en: 'Do sit down and have some water; we go through it slowly. This one is simple to use, try it yourself. There is no hurry about paying: talk it over at home, I keep it for you for two days.',
      zhHans:
        '您先坐，喝口水，咱们慢慢说。这个用起来简单，您自己试试。钱不着急付，回去跟家里人商量商量，我给您留两天。',
    },
  },
  'senior-close-image': {
    segment: 'SENIOR',
    stage: 'SERVICE_CLOSE',
    detail: 'IMAGE',
    text: {
      en: 'Receipt, instructions and warranty lie in one bag with its purpose written on it in large letters; staff walk along to the door, lend an arm on steps and in the rain, and carry what is heavy.',
      zhHans:
        '票据、说明和保修凭证装进一个袋子，袋上用大字写明是什么；店员送到门口，遇台阶、雨天搀一把，重东西不让老人自己提。',
    },
  },
  'senior-close-action': {
    segment: 'SENIOR',
    stage: 'SERVICE_CLOSE',
    detail: 'ACTION',
    text: {
      en: 'Count change and papers into their hands one by one. Write the three steps of use on a large-print card, note a relative’s number only if they wish, and write the days of delivery and of your call on the same card.',
      zhHans:
        '找零和票据一张一张当面点清；把用法三步写成大字卡。老人愿意的话记下一位家人的电话，送货和回访的日子也写在卡上。',
    },
  },
  'senior-close-script': {
    segment: 'SENIOR',
    stage: 'SERVICE_CLOSE',
    detail: 'SCRIPT',
    text: {
      en: 'Here is your change, please count it; the receipt is in this bag. The first line on the card says how to use it, the second is my number. Call me whenever you forget, as often as you like.',
      zhHans: '找您的钱您点点，票收在这个袋里。卡上第一行是怎么用，第二行是我的电话，记不住就打给我，打几回都没关系。',
    },
  },
  'senior-revisit-image': {
    segment: 'SENIOR',
    stage: 'AFTER_SALE_REVISIT',
    detail: 'IMAGE',
    text: {
      en: 'Always the same person from the same number, the store’s name first. At the door: uniform, badge, large-print card and reading glasses, and nothing to sell.',
      zhHans: '固定由同一个人、用同一个号码回访，先报店名；上门穿工装、戴工牌，带上大字卡和老花镜，不带推销资料。',
    },
  },
  'senior-revisit-action': {
    segment: 'SENIOR',
    stage: 'AFTER_SALE_REVISIT',
    detail: 'ACTION',
    text: {
      en: 'Call on the next day and once more within a week, between nine and eleven in the morning, and let it ring long. Repeat slowly what was not heard, call on them where talking is not enough, and warn each time that the store asks for no codes and no transfers.',
      zhHans:
        '第二天打一次电话，一周内再打一次，上午九点到十一点打，铃多响一会儿；没听清的放慢再说，电话里说不明白就上门。每次都提醒：本店不会要验证码、不会让您转账。',
    },
  },
  'senior-revisit-script': {
    segment: 'SENIOR',
    stage: 'AFTER_SALE_REVISIT',
    detail: 'SCRIPT',
    text: {
      en: 'Good morning, this is the store, the same person who served you. Are you getting on with it? Whichever step is hard, we do it together now on the telephone, and if that fails I come round tomorrow morning. And should anyone ask for money in our name, please do not pay.',
      zhHans:
        '您好，我是咱们店里的，上次就是我接待的您。东西用得惯吗？哪一步不会，我在电话里陪您一步一步来，还不行我明天上午过去。要是有人打着我们店的名义让您转钱，千万别转。',
    },
  },
};
