import { type ItemDefinition, rating } from '../kit/index.ts';

export const outstandingItems: Record<string, ItemDefinition> = {
  'profit-advice': {
    tier: 'OUTSTANDING',
    dimension: 'CONTENT',
    weight: 2,
    label: { en: 'Proactive advice on product profit', zhHans: '主动产品盈利建议' },
    guidance: {
      en: 'Advice given unasked on how the customer earns more on the products, over the half-year: written proposals, and the margin before and after.',
      zhHans: '半年内主动为客户提出的产品盈利建议：查看书面建议以及实施前后的毛利率。',
    },
    measure: rating([
      { en: 'No advice on product profit is given.', zhHans: '不提供产品盈利建议。' },
      { en: 'Advice is given only when the customer asks.', zhHans: '客户询问时才给出建议。' },
      {
        en: 'Advice is offered unasked, but without the customer’s own figures.',
        zhHans: '能主动提出建议，但没有结合该客户自身的数据。',
      },
      {
        en: 'At least two written proposals in the half-year, worked out from the customer’s own sales and margin.',
        zhHans: '半年内至少提出两份书面建议，依据该客户自身的销量和毛利测算。',
      },
      {
        en: 'A proposal was carried out, and the customer’s margin rose by at least one percentage point through it.',
        zhHans: '建议已经落地，客户毛利率因此提高1个百分点以上。',
      },
    ]),
  },
  'second-tier-meeting': {
    tier: 'OUTSTANDING',
    dimension: 'FEEDBACK',
    weight: 2,
    label: { en: 'Second-tier meetings organised', zhHans: '组织二网会议' },
    guidance: {
      en: 'Meetings organised for the second tier in the quarter, from agenda and sign-in sheet; one counts when at least 60% of those invited came. Taking part in meetings of others is worth 2 at most.',
      zhHans: '本季度组织的二网会议，以议程和签到表为准；到会率达60%以上才计入。仅参加他人组织的会议最高评2分。',
    },
    measure: rating([
      { en: 'Second-tier meetings are neither organised nor attended.', zhHans: '既不组织也不参加二网会议。' },
      {
        en: 'Attends a second-tier meeting of others now and then, when called in.',
        zhHans: '接到通知时偶尔参加他人组织的二网会议。',
      },
      {
        en: 'Takes an active part in second-tier meetings, but organises none.',
        zhHans: '积极参与二网会议，但没有自行组织。',
      },
      {
        en: 'Organises at least one second-tier meeting a quarter, attended by at least 60% of those invited.',
        zhHans: '每季度至少组织一次二网会议，到会率在60%以上。',
      },
      {
        en: 'Organises at least three a quarter, and follows their decisions through to the result.',
        zhHans: '每季度至少组织三次二网会议，并跟进会议决议直至落实。',
      },
    ]),
  },
  'store-layout': {
    tier: 'OUTSTANDING',
    dimension: 'CONTENT',
    weight: 2,
    label: { en: 'Help with opening and laying out stores', zhHans: '协助店面开发布局' },
    guidance: {
      en: 'Stores opened or laid out anew with the dealer’s help in the year, for every 20 outlets (of fewer, for all of them): plan, and photos before and after.',
      zhHans: '一年内协助新开或重新布局的门店数，按每20家门店计（不足20家按全部门店计）：查看方案和前后对比照片。',
    },
    measure: rating([
      { en: 'No help with opening or laying out stores.', zhHans: '不协助店面开发和布局。' },
      { en: 'Gives spoken hints on the layout when asked.', zhHans: '客户询问时口头提些布局意见。' },
      {
        en: 'Visits the store or hands over a standard drawing, but makes no plan for it.',
        zhHans: '到店查看或提供标准图纸，但没有为该店制定方案。',
      },
      {
        en: 'At least one store a year for every 20 outlets is opened or laid out to a plan of its own.',
        zhHans: '每20家门店每年至少协助1家按专属方案新开或重新布局。',
      },
      {
        en: 'At least two stores a year for every 20 outlets, with the effect on sales compared before and after.',
        zhHans: '每20家门店每年至少协助2家，并对比实施前后的销售效果。',
      },
    ]),
  },
};
