import type { SegmentDefinition } from '../kit/index.ts';

/** The six customer segments (六大客群) in the seeds' order, under the seeds' names; who they are is described by us. */
export const customerSegments: readonly SegmentDefinition[] = [
  {
    code: 'GROUP_BUYER',
    label: { en: 'Group buyers', zhHans: '团购' },
    description: {
      en: 'Those who buy for many at once: companies, schools, housing blocks, communities.',
      zhHans: '一次为多人采购的客户：企业、学校、小区和社群。',
    },
  },
  {
    code: 'MOTHER',
    label: { en: 'Mothers of young children', zhHans: '宝妈' },
    description: {
      en: 'Those who care for small children and buy for the whole family, often with a child by the hand.',
      zhHans: '照顾幼儿并为全家采购的妈妈，常常带着孩子到店。',
    },
  },
  {
    code: 'RIDER',
    label: { en: 'Delivery riders', zhHans: '外卖员' },
    description: {
      en: 'Those who deliver by the order and have minutes between two of them.',
      zhHans: '按单配送、两单之间只有几分钟空闲的骑手。',
    },
  },
  {
    code: 'OFFICE_WORKER',
    label: { en: 'Office workers', zhHans: '上班族' },
    description: {
      en: 'Those who work fixed hours and shop on the way, at noon, in the evening or online.',
      zhHans: '工作时间固定，在通勤途中、午间、晚间或线上购物的人群。',
    },
  },
  {
    code: 'SENIOR',
    label: { en: 'Seniors', zhHans: '老人' },
    description: {
      en: 'Older people, who value patience, help and a face they know.',
      zhHans: '看重耐心、帮助和熟悉面孔的老年顾客。',
    },
  },
  {
    code: 'STUDENT',
    label: { en: 'University students', zhHans: '大学生' },
    description: {
      en: 'Young adults at university, who find, compare and recommend online.',
      zhHans: '在校的成年学生，习惯在网上找货、比价和分享。',
    },
  },
];
