import { type ItemDefinition, metric } from '../kit/index.ts';

export const excellentItems: Record<string, ItemDefinition> = {
  'warranty-claim': {
    tier: 'EXCELLENT',
    dimension: 'QUALITY',
    weight: 5,
    label: { en: 'Warranty-claim turnaround', zhHans: '保修索赔周转天数' },
    guidance: {
      en: 'Mean number of days from the finished warranty job to a complete claim, over the claims of the period, from the claim log.',
      zhHans: '评估期内的保修索赔，从保修完工到提交完整索赔资料的平均天数，以索赔台账为准。',
    },
    measure: metric({
      unit: 'd',
      better: 'LOWER',
      bands: [
        [7, 100],
        [15, 75],
        [30, 40],
      ],
    }),
  },
  'claim-reject': {
    tier: 'EXCELLENT',
    dimension: 'COMPLIANCE',
    weight: 4,
    label: { en: 'Claims rejected', zhHans: '索赔驳回率' },
    guidance: {
      en: 'Warranty claims that the brand rejected, as a percentage of all claims decided in the period, from the claim log.',
      zhHans: '评估期内审结的保修索赔中被品牌方驳回的百分比，以索赔台账为准。',
    },
    measure: metric({
      unit: '%',
      better: 'LOWER',
      bands: [
        [2, 100],
        [5, 70],
        [10, 30],
      ],
    }),
  },
  'demo-display': {
    tier: 'EXCELLENT',
    dimension: 'CONTENT',
    weight: 7,
    label: { en: 'Demo units on display', zhHans: '样机出样达标率' },
    guidance: {
      en: 'Demo units on display and switched on, as a percentage of the units on the brand’s display list, on the day of the visit; attach the photo audit.',
      zhHans: '巡店当日，已出样且通电演示的样机占品牌出样清单的百分比；须附照片核查记录。',
    },
    measure: metric({
      unit: '%',
      better: 'HIGHER',
      bands: [
        [95, 100],
        [85, 70],
        [70, 40],
      ],
    }),
    evidence: 'required',
  },
  'trade-in': {
    tier: 'EXCELLENT',
    dimension: 'COMPLIANCE',
    weight: 5,
    label: { en: 'Trade-in files in order', zhHans: '以旧换新办理合规率' },
    guidance: {
      en: 'Trade-in files of the period that are complete under the local rules (serial numbers, invoice, photos), as a percentage of all; attach the files that were drawn for checking.',
      zhHans: '评估期内以旧换新档案中，按当地细则资料齐全（序列号、发票、照片）的百分比；须附抽查档案。',
    },
    measure: metric({
      unit: '%',
      better: 'HIGHER',
      bands: [
        [99, 100],
        [97, 70],
        [95, 40],
      ],
    }),
    evidence: 'required',
  },
  'review-nps': {
    tier: 'EXCELLENT',
    dimension: 'FEEDBACK',
    weight: 5,
    label: { en: 'Recommendation score after installation', zhHans: '安装后净推荐值' },
    guidance: {
      en: 'Net promoter score, −100 to 100, of customers asked after an installation in the period; at least 30 answers, otherwise not applicable.',
      zhHans: '评估期内安装后短信回访得出的净推荐值（−100至100）；有效答复不少于30份，不足则按不适用处理。',
    },
    measure: metric({
      unit: 'NPS',
      better: 'HIGHER',
      bands: [
        [60, 100],
        [40, 75],
        [20, 50],
      ],
    }),
  },
  'rural-reach': {
    tier: 'EXCELLENT',
    dimension: 'CONTENT',
    weight: 3,
    label: { en: 'Townships within reach', zhHans: '乡镇服务覆盖率' },
    guidance: {
      en: 'Townships of the territory that lie within 30 km of a service point, as a percentage of all its townships, at the end of the period.',
      zhHans: '评估期末，辖区内30公里范围设有服务网点的乡镇占全部乡镇的百分比。',
    },
    measure: metric({
      unit: '%',
      better: 'HIGHER',
      bands: [
        [95, 100],
        [85, 70],
      ],
    }),
  },
};
