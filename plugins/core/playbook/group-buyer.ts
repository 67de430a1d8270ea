import type { PlaybookText } from '../../kit/index.ts';

export const groupBuyer: Readonly<Record<string, PlaybookText>> = {
  'group-buyer-repair-image': {
    segment: 'GROUP_BUYER',
    stage: 'ON_SITE_REPAIR',
    detail: 'IMAGE',
    text: {
      en: 'Come as a pair in uniform, with photo badges, and sign in at the gate; carry the organization’s own order list and a case of spares, and keep the work area off the passages that others use.',
      zhHans:
        '两人一组上门，统一工装、佩戴带照片的工牌，先到门卫处登记；随身带该单位的采购清单和备件箱，作业区不占公共通道。',
    },
  },
  'group-buyer-repair-action': {
    segment: 'GROUP_BUYER',
    stage: 'ON_SITE_REPAIR',
    detail: 'ACTION',
    text: {
      en: 'Go through the list of faults with the contact person first and begin with what most people wait for. Note number, fault and outcome of every piece, put a spare in place of what takes longer than today, and have each line signed before leaving.',
      zhHans:
        '先与对接人核对报修清单，影响人数多的先修；逐件登记编号、故障和处理结果，当天修不好的先上备用件，离场前请对接人逐项签字。',
    },
  },
  'group-buyer-repair-script': {
    segment: 'GROUP_BUYER',
    stage: 'ON_SITE_REPAIR',
    detail: 'SCRIPT',
    text: {
      en: 'Good morning, we are the team that looks after your organization. I start with what most of you are waiting for and post in the group chat each time one piece is done, so you need not stay with us.',
      zhHans:
        '您好，我们是负责贵单位的服务小组。我先处理影响大家最多的几处，每修好一处就在群里报一次进度，您忙您的，不用一直陪着。',
    },
  },
  'group-buyer-recommendation-image': {
    segment: 'GROUP_BUYER',
    stage: 'PRODUCT_RECOMMENDATION',
    detail: 'IMAGE',
    text: {
      en: 'Keep a quiet table with samples, a printed quotation and, with their consent, examples of what similar organizations ordered; nothing on it that has no bearing on this order.',
      zhHans:
        '洽谈区安静独立，备好样品、打印好的报价单和同类单位的交付案例（已征得对方同意），桌上只放与这次采购有关的东西。',
    },
  },
  'group-buyer-recommendation-action': {
    segment: 'GROUP_BUYER',
    stage: 'PRODUCT_RECOMMENDATION',
    detail: 'ACTION',
    text: {
      en: 'Ask for headcount, budget, purpose, delivery date and invoicing before proposing anything. Then offer three levels in writing on the same day, each with unit price, total, the next quantity step, the service response time and how long the offer stands.',
      zhHans:
        '先问清人数、预算、用途、到货日期和开票要求，再给出三档方案；当天发书面报价，每档写明单价、总价、下一档数量优惠、售后响应时间和报价有效期。',
    },
  },
  'group-buyer-recommendation-script': {
    segment: 'GROUP_BUYER',
    stage: 'PRODUCT_RECOMMENDATION',
    detail: 'SCRIPT',
    text: {
      en: 'How many people is it for, and by which day must it be there? I will work out three levels for you, unit price and total side by side. Contract and invoice we settle in one go.',
      zhHans:
        '您这次给多少人用、最晚哪天要到位？我按这个做三档方案，单价和总价都摆出来给您比，合同和发票一次办好，不让您来回跑。',
    },
  },
  'group-buyer-close-image': {
    segment: 'GROUP_BUYER',
    stage: 'SERVICE_CLOSE',
    detail: 'IMAGE',
    text: {
      en: 'Goods stand sorted by floor or department with a label on each stack; packaging is gone and the floor is swept. Hand-over sheet, invoice and warranty papers lie in one folder.',
      zhHans:
        '货品按楼层或部门分堆码放，每堆贴好标签；包装当场清走，地面扫净。交接单、发票和保修凭证放在同一个文件袋里。',
    },
  },
  'group-buyer-close-action': {
    segment: 'GROUP_BUYER',
    stage: 'SERVICE_CLOSE',
    detail: 'ACTION',
    text: {
      en: 'Count and sample the goods together with the contact person and sign both copies. Write the name and number of the one person in charge and the day of settlement on the first page, and agree on a summary of use after a week.',
      zhHans:
        '陪对接人按清单清点数量、抽查质量，双方签字各留一份；把专属负责人姓名电话和对账日写在首页，并约好一周后汇总使用情况。',
    },
  },
  'group-buyer-close-script': {
    segment: 'GROUP_BUYER',
    stage: 'SERVICE_CLOSE',
    detail: 'SCRIPT',
    text: {
      en: 'Everything agrees with the list; please sign here. The folder holds the invoice, the warranty papers and my number. Whoever has a question may call me directly, so you need not pass it on.',
      zhHans:
        '数量都和清单对上了，麻烦您在这里签个字。袋子里有发票、保修凭证和我的电话，以后谁有问题直接找我，不用您在中间传话。',
    },
  },
  'group-buyer-revisit-image': {
    segment: 'GROUP_BUYER',
    stage: 'AFTER_SALE_REVISIT',
    detail: 'IMAGE',
    text: {
      en: 'Arrive on the minute, in clean uniform, with one page on how the order has been used; no catalogue beyond what concerns them.',
      zhHans: '准时到访，工装干净；只带一页使用情况小结和与对方有关的资料，不带成摞的宣传册。',
    },
  },
  'group-buyer-revisit-action': {
    segment: 'GROUP_BUYER',
    stage: 'AFTER_SALE_REVISIT',
    detail: 'ACTION',
    text: {
      en: 'Visit or call the contact person on the seventh day and then every quarter; collect what the departments say and answer each point within two working days. Bring a proposal one month before the next occasion: a holiday, a new term, the yearly budget.',
      zhHans:
        '交付后第七天回访对接人，之后每季度一次；收集各部门意见，两个工作日内逐条答复。节日、开学、年度预算等采购节点前一个月，主动送上方案。',
    },
  },
  'group-buyer-revisit-script': {
    segment: 'GROUP_BUYER',
    stage: 'AFTER_SALE_REVISIT',
    detail: 'SCRIPT',
    text: {
      en: 'You have had it for a week. I have three remarks from your colleagues: two are settled, the third you hear about by Friday. When do you expect to buy next? I will set aside stock and price for you in good time.',
      zhHans:
        '大家用了一周，我收到三条意见，两条已经处理，剩下一条周五前给您答复。下次采购大概什么时候？我提前把货和价格给您留好。',
    },
  },
};
