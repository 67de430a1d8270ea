import { type ItemDefinition, metric, yesNo } from '../kit/index.ts';

/** What the law or the agency contract forbids: volume never buys these back. */
export const dutyItems: Record<string, ItemDefinition> = {
  'no-minor': {
    tier: 'GOOD',
    dimension: 'COMPLIANCE',
    weight: 14,
    label: { en: 'Sales and payouts to adults only', zhHans: '不向未成年人售彩兑奖' },
    guidance: {
      en: 'Every sale and payout of the period, by mystery visits, the age-check log and complaints; attach them. Article 18 of the Lottery Regulations and the Law on the Protection of Minors allow adults only; one breach and the outlet is suspended.',
      zhHans:
        '以神秘顾客暗访、身份核验记录和投诉核查评估期内的售彩与兑奖，并附上述材料。《彩票管理条例》第十八条和《未成年人保护法》规定只能面向成年人；发现一例即暂停销售。',
    },
    measure: yesNo({
      en: 'Was every sale and every payout of the period made to an adult?',
      zhHans: '评估期内是否只向成年人售彩和兑奖？',
    }),
    redLine: { below: 100, capsAt: null },
    evidence: 'required',
  },
  'no-credit': {
    tier: 'GOOD',
    dimension: 'COMPLIANCE',
    weight: 6,
    label: { en: 'No sale on credit', zhHans: '不赊销、不信用销售' },
    guidance: {
      en: 'Tickets issued against money received over the period; attach the reconciliation. Article 18 of the Lottery Regulations forbids selling on credit.',
      zhHans: '核对评估期内出票金额与实收款项，须附对账单。《彩票管理条例》第十八条禁止以赊销或信用方式销售彩票。',
    },
    measure: yesNo({
      en: 'Was every ticket of the period paid in full before it was handed over?',
      zhHans: '评估期内是否每张彩票都先收清票款再交付？',
    }),
    redLine: { below: 100, capsAt: null },
    evidence: 'required',
  },
  'no-false-ad': {
    tier: 'GOOD',
    dimension: 'COMPLIANCE',
    weight: 6,
    label: { en: 'No false or misleading promotion', zhHans: '无虚假误导宣传' },
    guidance: {
      en: 'Posters, talk in the shop and posts online in the period: no promise of winning, no false odds; attach the photo or online audit. Article 18 of the Lottery Regulations forbids false and misleading publicity.',
      zhHans:
        '核查评估期内的店内海报、口头宣传和网络发布：不得承诺中奖、不得夸大概率；须附照片或网络核查记录。《彩票管理条例》第十八条禁止虚假性、误导性宣传。',
    },
    measure: yesNo({
      en: 'Was all promotion in the shop and online true and free of promises to win?',
      zhHans: '店内和网络上的宣传是否全部真实，且没有中奖承诺？',
    }),
    redLine: { below: 100, capsAt: 'GOOD' },
    evidence: 'required',
  },
  'no-transfer': {
    tier: 'GOOD',
    dimension: 'COMPLIANCE',
    weight: 5,
    label: { en: 'Terminal neither lent nor leased', zhHans: '不委托代销、不转借出租终端' },
    guidance: {
      en: 'Terminal number against its registered address and logins over the period; lending, leasing or passing the sale to a sub-agent breaks the line. Article 41 of the Lottery Regulations punishes it.',
      zhHans:
        '核对评估期内终端编号、登记地址与登录记录；转借、出租终端或委托他人代销即触碰红线，《彩票管理条例》第四十一条对此设有处罚。',
    },
    measure: yesNo({
      en: 'Was the terminal run by the registered agent at the registered address throughout the period?',
      zhHans: '评估期内终端是否始终由登记的代销者在登记地址使用？',
    }),
    redLine: { below: 100, capsAt: null },
  },
  'terminal-ops': {
    tier: 'GOOD',
    dimension: 'COMPLIANCE',
    weight: 4,
    label: { en: 'Terminal used by the rules', zhHans: '终端机操作合规' },
    guidance: {
      en: 'No device plugged in from outside and no irregular issue of tickets in the period; attach the inspection report.',
      zhHans: '评估期内终端机没有外接设备，没有违规出票；须附检查记录。',
    },
    measure: yesNo({
      en: 'Was the terminal free of outside devices and of irregular issues throughout the period?',
      zhHans: '评估期内终端机是否无外接设备、无违规出票？',
    }),
    redLine: { below: 100, capsAt: 'GOOD' },
    evidence: 'required',
  },
  'fund-safety': {
    tier: 'GOOD',
    dimension: 'COMPLIANCE',
    weight: 8,
    label: { en: 'Sales money paid in on time', zhHans: '资金安全、按时缴款' },
    guidance: {
      en: 'Days in the quarter on which sales money was paid in late, from matching with the bank.',
      zhHans: '本季度销售款逾期缴纳的天数，以银行对账为准。',
    },
    measure: metric({
      unit: 'd',
      better: 'LOWER',
      bands: [
        [0, 100],
        [1, 60],
        [2, 30],
      ],
    }),
  },
  'no-arrears': {
    tier: 'GOOD',
    dimension: 'COMPLIANCE',
    weight: 1,
    label: { en: 'No sales money owed', zhHans: '无欠缴销售款' },
    guidance: {
      en: 'Sales money that fell due in the quarter and is still unpaid at its end breaks the line, from matching with the bank.',
      zhHans: '季度末仍有本季度到期未缴的销售款即触碰红线，以银行对账为准。',
    },
    measure: yesNo({
      en: 'Was all sales money that fell due in the quarter paid by its end?',
      zhHans: '本季度到期的销售款在季度末是否已全部缴清？',
    }),
    redLine: { below: 100, capsAt: 'EXCELLENT' },
  },
  'away-from-schools': {
    tier: 'GOOD',
    dimension: 'COMPLIANCE',
    weight: 1,
    label: { en: 'Away from schools', zhHans: '远离学校和幼儿园' },
    guidance: {
      en: 'Distance in metres to the gate of the nearest school or kindergarten, on the day of the assessment: under 200 m breaks the line, or under the city’s own rule where it differs. The Law on the Protection of Minors forbids outlets near schools.',
      zhHans:
        '评估当日到最近学校、幼儿园大门的距离（米）：不足200米即触碰红线，当地另有规定的从其规定。《未成年人保护法》禁止在学校、幼儿园周边设置彩票销售网点。',
    },
    measure: yesNo({
      en: 'Is the outlet at least 200 m from the gate of every school and kindergarten?',
      zhHans: '网点距所有学校、幼儿园大门是否均不少于200米？',
    }),
    redLine: { below: 100, capsAt: null },
  },
};
