import type { CoreData } from '../kit/index.ts';

/** The store sales-service process (门店销售服务流程): from on-site repair round to the revisit. */
export const stages: CoreData['stages'] = {
  ON_SITE_REPAIR: { en: 'On-site repair', zhHans: '现场维修' },
  PRODUCT_RECOMMENDATION: { en: 'Product recommendation', zhHans: '产品推荐' },
  SERVICE_CLOSE: { en: 'Service close', zhHans: '服务结束' },
  AFTER_SALE_REVISIT: { en: 'After-sale revisit', zhHans: '售后回访' },
};

/** The seeds name six-step closing (6步成交法) and its count; the steps are those common in the trade. */
export const closingSteps: CoreData['closingSteps'] = [
  { en: 'Greet and receive', zhHans: '迎宾接待' },
  { en: 'Find out what is needed', zhHans: '需求挖掘' },
  { en: 'Recommend: feature, advantage, benefit, evidence', zhHans: '产品推介（FABE）' },
  { en: 'Handle objections', zhHans: '异议处理' },
  { en: 'Close the sale', zhHans: '成交促成' },
  { en: 'Serve after the sale', zhHans: '售后服务' },
];
