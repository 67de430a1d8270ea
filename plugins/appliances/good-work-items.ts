import { type ItemDefinition, metric, yesNo } from '../kit/index.ts';

export const goodWorkItems: Record<string, ItemDefinition> = {
  'install-24h': {
    tier: 'GOOD',
    dimension: 'QUALITY',
    weight: 10,
    label: { en: 'Installed within 24 hours', zhHans: '24小时安装及时率' },
    guidance: {
      en: 'Installations finished within 24 hours of delivery or of the booked time, as a percentage of all finished in the period; attach bookings with the closing photo or position.',
      zhHans: '评估期内完工的安装单中，送货或预约时间起24小时内装完的百分比；须附预约记录及完工照片或定位。',
    },
    measure: metric({
      unit: '%',
      better: 'HIGHER',
      bands: [
        [95, 100],
        [90, 85],
        [80, 60],
        [60, 30],
      ],
    }),
    evidence: 'required',
  },
  'install-48h': {
    tier: 'GOOD',
    dimension: 'QUALITY',
    weight: 5,
    label: { en: 'Installed within 48 hours', zhHans: '48小时安装完成率' },
    guidance: {
      en: 'Installations finished within 48 hours of delivery or of the booked time, as a percentage of all due in the period; attach bookings with the closing photo or position.',
      zhHans: '评估期内应完成的安装单中，送货或预约时间起48小时内装完的百分比；须附预约记录及完工照片或定位。',
    },
    measure: metric({
      unit: '%',
      better: 'HIGHER',
      bands: [
        [99, 100],
        [97, 80],
        [95, 60],
      ],
    }),
    evidence: 'required',
  },
  ftfr: {
    tier: 'GOOD',
    dimension: 'QUALITY',
    weight: 10,
    label: { en: 'Fixed at the first visit', zhHans: '一次修复率' },
    guidance: {
      en: 'Repairs closed in the period without another visit for the same fault within 30 days, as a percentage of all closed repairs, from work orders.',
      zhHans: '评估期内完工的维修单中，30天内未因同一故障再次上门的百分比，以工单为准。',
    },
    measure: metric({
      unit: '%',
      better: 'HIGHER',
      bands: [
        [88, 100],
        [80, 80],
        [74, 60],
        [70, 40],
      ],
    }),
  },
  'part-fill': {
    tier: 'GOOD',
    dimension: 'QUALITY',
    weight: 8,
    label: { en: 'Spare parts filled from stock', zhHans: '配件满足率' },
    guidance: {
      en: 'Part order lines filled from stock at once, as a percentage of all part order lines of the period, from part orders.',
      zhHans: '评估期内配件订单行中，由现有库存直接满足的百分比，以配件订单为准。',
    },
    measure: metric({
      unit: '%',
      better: 'HIGHER',
      bands: [
        [95, 100],
        [90, 80],
        [85, 60],
      ],
    }),
  },
  'repair-tat': {
    tier: 'GOOD',
    dimension: 'QUALITY',
    weight: 7,
    label: { en: 'Repair turnaround, median', zhHans: '维修完成时长（中位数）' },
    guidance: {
      en: 'Median number of days from report to finished repair over the repairs closed in the period, from work orders. Under the three-guarantees rules an over-long repair entitles the buyer to exchange.',
      zhHans:
        '评估期内完工的维修单，从报修到修好所用天数的中位数，以工单为准。按三包规定，修理超期的，消费者有权要求换货。',
    },
    measure: metric({
      unit: 'd',
      better: 'LOWER',
      bands: [
        [2, 100],
        [3, 85],
        [5, 60],
        [7, 40],
      ],
    }),
  },
  'cert-installer': {
    tier: 'GOOD',
    dimension: 'COMPLIANCE',
    weight: 8,
    label: { en: 'Certified installers and repairers', zhHans: '安装维修持证率' },
    guidance: {
      en: 'Installers and repairers who hold a valid certificate for their work (electrical, refrigeration, work at height), as a percentage of all active in the period; attach certificate numbers and expiry dates.',
      zhHans:
        '评估期内在岗安装维修人员中，持有与其作业相符的有效证件（电工、制冷、高处作业）者的百分比；须附证书编号及有效期。',
    },
    measure: metric({
      unit: '%',
      better: 'HIGHER',
      bands: [
        [100, 100],
        [95, 70],
        [90, 40],
      ],
    }),
    evidence: 'required',
  },
  'certified-hazardous-jobs': {
    tier: 'GOOD',
    dimension: 'COMPLIANCE',
    weight: 1,
    label: { en: 'Hazardous jobs by certified staff only', zhHans: '危险作业全部持证' },
    guidance: {
      en: 'Jobs at height or with refrigerant in the period: a single one done by someone without the certificate breaks the line. Certificates are attached under certified installers.',
      zhHans:
        '核查评估期内的高处作业和制冷剂作业，只要有一单由无证人员完成即触碰红线；证书在“安装维修持证率”一项中提交。',
    },
    measure: yesNo({
      en: 'Was every job at height or with refrigerant done by certified staff?',
      zhHans: '所有高处作业和制冷剂作业是否均由持证人员完成？',
    }),
    redLine: { below: 100, capsAt: 'GOOD' },
  },
};
