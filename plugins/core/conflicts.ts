import { type ConflictTerms, type CoreData, conflictCauses } from '../kit/index.ts';

const hoursADay = 24;

/** Deadlines and points of likeness are our defaults. */
export const conflictTerms: ConflictTerms = {
  triage: 24,
  firstProposal: 5 * hoursADay,
  ruling: 15 * hoursADay,
  reopening: 30 * hoursADay,
  likeness: { subject: 40, structure: 20, causes: 40 },
};

/** The seeds' coordination strategies in their order, each with the causes that they are paired with. */
export const conflictStrategies: CoreData['conflictStrategies'] = [
  {
    code: 'NEGOTIATE',
    label: { en: 'Consult and negotiate', zhHans: '协商谈判' },
    measures: [{ en: 'Invite the channel members to consult together.', zhHans: '邀请渠道成员共同协商' }],
    answers: [],
  },
  {
    code: 'RESOURCE_INTEGRATION',
    label: { en: 'Integrate resources', zhHans: '资源整合' },
    measures: [{ en: 'Share resources and complement each other’s strengths.', zhHans: '资源共享和优势互补' }],
    answers: ['RESOURCE_SCARCITY'],
  },
  {
    code: 'ROLE_POSITIONING',
    label: { en: 'Make roles and duties clear', zhHans: '明确渠道成员角色和职责' },
    measures: [
      {
        en: 'Set out the roles, duties and rights of channel members in contracts and agreements.',
        zhHans: '通过合同、协议等方式明确规定渠道成员的角色、职责和权利',
      },
      { en: 'Set up appraisal, to supervise and evaluate how they are kept.', zhHans: '建立考核机制，进行监督和评估' },
    ],
    answers: ['ROLE_AMBIGUITY', 'COMPETITION'],
  },
  {
    code: 'BENEFIT_DISTRIBUTION',
    label: { en: 'Share benefits fairly', zhHans: '利益分配' },
    measures: [
      {
        en: 'Divide fairly by what each channel contributes and what it costs.',
        zhHans: '根据各渠道的贡献和成本公平分配',
      },
      { en: 'Run promotions together.', zhHans: '开展联合促销活动' },
      { en: 'Set up projects of cooperation.', zhHans: '开展渠道合作项目' },
      { en: 'Use rebates, subsidies and profit shares.', zhHans: '采用返利、补贴、利润分成' },
    ],
    answers: ['GOAL_MISALIGNMENT', 'RESOURCE_SCARCITY'],
  },
  {
    code: 'COMMUNICATION',
    label: { en: 'Set up communication', zhHans: '建立沟通机制' },
    measures: [
      { en: 'Meet regularly and share information on one platform.', zhHans: '定期会议、信息共享平台' },
      { en: 'Foster the will to cooperate.', zhHans: '培养合作意识' },
      { en: 'Agree on who does what, how, and by which rules.', zhHans: '建立协同工作机制，明确职责、流程、规范' },
    ],
    answers: ['POOR_COMMUNICATION'],
  },
  {
    code: 'POWER_BALANCE',
    label: { en: 'Balance and control power', zhHans: '权力平衡与管控' },
    measures: [
      { en: 'Use channel power reasonably.', zhHans: '合理运用渠道权力' },
      { en: 'Set up early warning of conflicts.', zhHans: '建立冲突预警机制' },
      { en: 'Manage and supervise more closely, and penalize breaches.', zhHans: '加强管理和监督，对违约行为进行处罚' },
    ],
    answers: ['POWER_IMBALANCE'],
  },
  {
    code: 'ALLIANCE',
    label: { en: 'Cooperate and ally', zhHans: '合作与联盟' },
    measures: [
      { en: 'Form strategic alliances.', zhHans: '建立战略联盟' },
      {
        en: 'Open markets together, share resources, complement each other’s strengths.',
        zhHans: '共同开发市场、共享资源、优势互补',
      },
    ],
    answers: ['GOAL_MISALIGNMENT', 'COMPETITION'],
  },
  {
    code: 'RESOLUTION_MECHANISM',
    label: { en: 'Set up a mechanism of resolution', zhHans: '冲突解决机制' },
    measures: [
      {
        en: 'Mediate and settle by consultation, negotiation and arbitration.',
        zhHans: '通过协商、谈判、仲裁进行调解和处理',
      },
    ],
    answers: conflictCauses,
    lastResort: true,
  },
  {
    code: 'TRAINING',
    label: { en: 'Train and educate', zhHans: '培训与教育' },
    measures: [
      {
        en: 'Train awareness of management and the ability to cooperate; build shared goals and values.',
        zhHans: '培训管理意识和合作能力，树立共同目标和价值观',
      },
    ],
    answers: ['POOR_COMMUNICATION'],
  },
  {
    code: 'MARKET_WATCH',
    label: { en: 'Watch the market', zhHans: '关注市场变化' },
    measures: [
      { en: 'Adjust the channel strategy.', zhHans: '调整渠道策略' },
      { en: 'Lead channel members to meet changes together.', zhHans: '引导渠道成员共同应对' },
    ],
    answers: ['COMPETITION'],
  },
];
