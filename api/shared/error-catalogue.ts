import type { Locale, Text } from './locale.ts';

/** Every code that a caller can meet, with what it means and the next step; {names} are filled in. Codes are for ever. */
export const catalogue = {
  VALIDATION_FAILED: {
    en: '{count} faults in the input; the first: {first}',
    zhHans: '输入有 {count} 处错误；第一处：{first}',
  },
  NOT_FOUND: {
    en: 'Nothing that you can see has this id or key. Check it, or ask for it anew.',
    zhHans: '没有您可见的对象使用此标识或键。请核对，或重新查询获取。',
  },
  STALE_VERSION: {
    en: 'The object has changed: its version is now {currentVersion}. Read it again, then repeat.',
    zhHans: '对象已被更改，当前版本为 {currentVersion}。请重新读取后再试。',
  },
  UNAUTHENTICATED: {
    en: 'No valid key. Send the header "Authorization: Bearer <key>".',
    zhHans: '缺少有效密钥。请发送请求头 "Authorization: Bearer <key>"。',
  },
  FORBIDDEN: {
    en: 'The role {role} may never do this. Viewer.scopes lists what your key may do.',
    zhHans: '角色 {role} 无权执行此操作。Viewer.scopes 列出您的密钥可执行的操作。',
  },

  FORBIDDEN_KIND: {
    en: 'The role {role} never assesses {kind}: SELF is for the dealer itself, MANAGER for the people of the brand.',
    zhHans: '角色 {role} 不能进行 {kind} 评估：SELF 由经销商自评，MANAGER 由品牌方人员评估。',
  },

  TEXT_EMPTY: { en: 'A text is wanted here, at least one character.', zhHans: '此处不能为空，至少需要一个字符。' },
  TEXT_TOO_LONG: {
    en: 'The text has {length} characters; at most {max} are allowed.',
    zhHans: '文本有 {length} 个字符，最多允许 {max} 个。',
  },
  TEXT_UNPRINTABLE: {
    en: 'The text holds a character that cannot be stored or shown. Remove control characters.',
    zhHans: '文本包含无法存储或显示的字符。请去掉控制字符。',
  },
  CODE_INVALID: {
    en: 'A code has letters, digits and . _ - / only, and begins with a letter or digit.',
    zhHans: '编码只能包含字母、数字及 . _ - /，并以字母或数字开头。',
  },
  LIST_EMPTY: { en: 'At least one entry is wanted.', zhHans: '至少需要一项。' },
  LIST_TOO_LONG: { en: '{length} entries; at most {max} are allowed.', zhHans: '共 {length} 项，最多允许 {max} 项。' },
  LIST_REPEATED: { en: '{value} stands in the list more than once.', zhHans: '列表中 {value} 出现多次。' },
  NULL_REFUSED: {
    en: 'This field cannot be cleared. Leave it out to keep its value.',
    zhHans: '此字段不能清空。若要保留原值，请不要传入。',
  },
  NUMBER_OUT_OF_RANGE: { en: 'Wanted: a number from {min} to {max}.', zhHans: '应为 {min} 到 {max} 之间的数字。' },
  URI_INVALID: {
    en: 'Wanted: an address that begins with http:, https: or urn:.',
    zhHans: '应为以 http:、https: 或 urn: 开头的地址。',
  },
  CURSOR_INVALID: {
    en: 'Not a cursor of this list in this order. Take startCursor or endCursor from a page of the same list.',
    zhHans: '游标不属于此列表或此排序。请使用同一列表页面中的 startCursor 或 endCursor。',
  },

  NETWORK_CODE_TAKEN: {
    en: 'The code {value} is in use already. Choose another.',
    zhHans: '编码 {value} 已被使用。请另选一个。',
  },
  NETWORK_INDUSTRY_UNKNOWN: {
    en: 'No industry {value} is on for your organization. The query industries lists those that are.',
    zhHans: '您的组织未启用行业 {value}。查询 industries 可列出已启用的行业。',
  },
  NETWORK_POSITION_INCOMPLETE: {
    en: 'Latitude and longitude go together: give both or neither.',
    zhHans: '纬度与经度须同时提供，或都不提供。',
  },
  NETWORK_CLASS_DATE_TAKEN: {
    en: 'A class is assigned from {value} already. Choose another day.',
    zhHans: '自 {value} 起已有分类。请选择其他日期。',
  },
  NETWORK_LINK_TO_SELF: {
    en: 'A dealer cannot be its own upstream.',
    zhHans: '经销商不能是自己的上游。',
  },
  NETWORK_LINK_CYCLE: {
    en: 'This link would close a circle: the upstream buys, directly or not, through the downstream.',
    zhHans: '此关联会形成循环：该上游已直接或间接通过下游进货。',
  },
  NETWORK_NOT_LINKED: {
    en: 'The dealer has no upstream to unlink.',
    zhHans: '该经销商没有可解除的上游。',
  },
  NETWORK_TERRITORY_LIMIT: {
    en: 'An organization holds at most {max} territories.',
    zhHans: '每个组织最多 {max} 个区域。',
  },

  SEGMENT_CODE_INVALID: {
    en: 'A segment’s code has capitals, digits and single underscores only, and begins with a letter, such as NEW_SETTLER.',
    zhHans: '客群编码只能包含大写字母、数字和单个下划线，并以字母开头，例如 NEW_SETTLER。',
  },
  SEGMENT_CODE_TAKEN: {
    en: 'There is a segment {value} already. Choose another code.',
    zhHans: '客群 {value} 已存在。请另选编码。',
  },
  SEGMENT_LIMIT: {
    en: 'An organization adds at most {max} segments of its own.',
    zhHans: '每个组织最多自行添加 {max} 个客群。',
  },
  SEGMENT_OF_CORE: {
    en: 'The six segments of the core can be neither changed nor hidden. Add one of your own by createSegment.',
    zhHans: '核心自带的六大客群不能修改或隐藏。可用 createSegment 添加自有客群。',
  },
  SEGMENT_PLAYBOOK_LIMIT: {
    en: 'A segment’s playbook takes at most {max} texts of your own. Remove one first.',
    zhHans: '每个客群的服务手册最多包含 {max} 条自有文本。请先删除一条。',
  },
  SEGMENT_TEXT_NOT_OVERRIDDEN: {
    en: 'The text is as the core or the plugin wrote it; there is nothing to take back.',
    zhHans: '该文本仍为核心或插件的原文，没有可撤回的改写。',
  },

  PLUGIN_CORE_STAYS_ON: {
    en: 'The plugin core holds the ladder and cannot be turned off.',
    zhHans: 'core 插件承载评级阶梯，不能停用。',
  },

  PLUGIN_SCORE_FAILED: {
    en: 'The score of the item {item}, of the plugin {plugin} {version}, failed: {reason} ({detail}). Nothing was graded. Tell whoever keeps the plugin.',
    zhHans:
      '条目 {item}（插件 {plugin} {version}）的评分函数执行失败：{reason}（{detail}）。未进行任何评级。请联系插件维护者。',
  },
  PLUGIN_SCORE_NOT_LOADED: {
    en: 'The edition scores the item {item} by the plugin {plugin} {version}, which is not loaded; found {found}. Load that version, or let an ADMIN publish the newer edition by publishRubricVersion, and begin anew under it.',
    zhHans:
      '该版评价标准的条目 {item} 由插件 {plugin} {version} 评分，该版本未加载；现有 {found}。请加载该版本，或由 ADMIN 用 publishRubricVersion 发布新版评价标准后重新开始评估。',
  },

  GRADING_EDITION_LIMIT: {
    en: 'A rubric has at most {max} editions by what is set; write the values into the plugin instead.',
    zhHans: '每个评价标准最多可因设置产生 {max} 版；请改为将取值写入插件。',
  },
  PLUGIN_PARAMETER_UNKNOWN: {
    en: 'The score of this item has no parameter {value}. ItemScore.parameters lists them.',
    zhHans: '该条目的评分函数没有参数 {value}。ItemScore.parameters 列出所有参数。',
  },
  PLUGIN_PARAMETER_WRONG_KIND: {
    en: 'The parameter {value} is set by {expected}.',
    zhHans: '参数 {value} 应以 {expected} 设置。',
  },
  PLUGIN_PARAMETER_OPTION_UNKNOWN: {
    en: 'The parameter has no option {value}. ChoiceParameter.options lists them.',
    zhHans: '该参数没有选项 {value}。ChoiceParameter.options 列出所有选项。',
  },

  GRADING_PERIOD_INVALID: {
    en: '“{value}” is no period. Write YYYY-Qn (n 1 to 4) or YYYY-Hn (n 1 or 2), such as 2026-Q4.',
    zhHans: '“{value}”不是有效期间。请使用 YYYY-Qn（n 为 1 至 4）或 YYYY-Hn（n 为 1 或 2），例如 2026-Q4。',
  },
  GRADING_ASSESSMENT_EXISTS: {
    en: 'There is an assessment of this kind for this subject, rubric and period already. It is {state}; assessments(filter:) finds it. Go on with it, or withdraw it first.',
    zhHans:
      '该对象在此评价标准与期间已有同类评估。其状态为 {state}，可用 assessments(filter:) 查到。请继续该评估，或先将其撤回。',
  },
  GRADING_RUBRIC_NOT_OF_SUBJECT: {
    en: 'The subject is not in the industry of the rubric {value}.',
    zhHans: '该对象不属于评价标准 {value} 所在行业。',
  },
  GRADING_PLUGIN_OFF: {
    en: 'The plugin of the rubric {value} is turned off or not loaded; nothing new starts under it.',
    zhHans: '评价标准 {value} 的插件已停用或未加载，不能据此开始新的评估。',
  },
  GRADING_EDITION_NOT_DRAFT: {
    en: 'The edition of the rubric is {state}; only a DRAFT can be published.',
    zhHans: '该版评价标准的状态为 {state}；只有 DRAFT 状态才能发布。',
  },
  GRADING_NOT_DRAFT: {
    en: 'The assessment is {state}; only a DRAFT can be changed or submitted.',
    zhHans: '评估状态为 {state}；只有 DRAFT 状态才能修改或提交。',
  },
  GRADING_NOT_SUBMITTED: {
    en: 'The assessment is {state}; only a SUBMITTED one can be published.',
    zhHans: '评估状态为 {state}；只有 SUBMITTED 状态才能发布。',
  },
  GRADING_SELF_NEVER_PUBLISHED: {
    en: 'A SELF assessment is indicative and never makes a grade. Publish a MANAGER assessment.',
    zhHans: '自评（SELF）仅供参考，不产生正式评级。请发布 MANAGER 评估。',
  },
  GRADING_FOUR_EYES: {
    en: 'Whoever started, saved or submitted an assessment may not publish it. Another person must.',
    zhHans: '发起、保存或提交评估的人不得发布该评估，须由另一人发布。',
  },
  GRADING_ALREADY_PUBLISHED: {
    en: 'The grade of this assessment is published; it stays.',
    zhHans: '此评估的评级已发布，不再变更。',
  },
  GRADING_WITHDRAWN: {
    en: 'The assessment is withdrawn already.',
    zhHans: '评估已撤回。',
  },
  GRADING_ITEM_UNKNOWN: {
    en: 'The rubric edition has no item {value}. RubricVersion.items lists them.',
    zhHans: '该版评价标准没有条目 {value}。RubricVersion.items 列出所有条目。',
  },
  GRADING_ITEM_REPEATED: {
    en: 'The item {value} is answered more than once in this call.',
    zhHans: '本次调用中条目 {value} 被重复作答。',
  },
  GRADING_ITEM_UNANSWERED: {
    en: 'The item {item} has no answer. Answer it, or give the reason why it does not apply.',
    zhHans: '条目 {item} 尚未作答。请作答，或说明不适用的理由。',
  },
  GRADING_ANSWER_WRONG_KIND: {
    en: 'The item {item} is answered by {expected}, not by {found}.',
    zhHans: '条目 {item} 应以 {expected} 作答，而不是 {found}。',
  },
  GRADING_VALUE_NOT_ONE: {
    en: 'The item {item} wants exactly one value.',
    zhHans: '条目 {item} 须且只能提供一个值。',
  },
  GRADING_RATING_OUT_OF_RANGE: {
    en: 'The item {item} is rated from 0 to {max}; found {found}.',
    zhHans: '条目 {item} 的评分范围为 0 至 {max}；收到 {found}。',
  },
  GRADING_METRIC_INVALID: {
    en: 'The item {item} wants a decimal with at most 15 digits before and 6 after the point.',
    zhHans: '条目 {item} 需要一个小数：小数点前最多 15 位，后最多 6 位。',
  },

  CONFLICT_PARTIES_TOO_FEW: {
    en: 'A conflict has at least {min} parties. Name the other side too.',
    zhHans: '冲突至少有 {min} 方当事人，请补上对方。',
  },
  CONFLICT_PARTY_REPEATED: {
    en: 'This party is named already. Name each once.',
    zhHans: '该当事方已列出，每方只列一次。',
  },
  CONFLICT_CLAIMANT_MISSING: {
    en: 'Nobody brings the case. Give at least one party the role CLAIMANT.',
    zhHans: '没有提出方。请至少将一方的角色设为 CLAIMANT。',
  },
  CONFLICT_CLAIMANT_NOT_SELF: {
    en: 'A dealer opens cases of its own only. Name your dealer as a party with the role CLAIMANT.',
    zhHans: '经销商只能为自己提出冲突。请将您的经销商列为当事方，角色为 CLAIMANT。',
  },
  CONFLICT_IMPACT_OUT_OF_RANGE: {
    en: 'An impact is rated from 0 (none) to {max} (severe); found {found}.',
    zhHans: '影响评分范围为 0（无）至 {max}（严重）；收到 {found}。',
  },
  CONFLICT_TAG_UNKNOWN: {
    en: 'No tag {value} is in use. The query conflictTags lists those that are.',
    zhHans: '没有启用的标签 {value}。查询 conflictTags 可列出可用标签。',
  },
  CONFLICT_STRATEGY_UNKNOWN: {
    en: 'No strategy {value} is in use. The query conflictStrategies lists those that are.',
    zhHans: '没有启用的策略 {value}。查询 conflictStrategies 可列出可用策略。',
  },
  CONFLICT_STEP_NOT_ALLOWED: {
    en: 'The case is {state}; it cannot go to {to}. From here: {allowed}.',
    zhHans: '冲突状态为 {state}，不能转为 {to}。当前可转为：{allowed}。',
  },
  CONFLICT_REOPENING_TOO_LATE: {
    en: 'A case can be reopened for {days} days after its end; that is over. Open a new one.',
    zhHans: '冲突结束后 {days} 天内可重新受理，现已逾期。请另行提出。',
  },
  CONFLICT_REOPENING_WITHOUT_NOTE: {
    en: 'A reopening wants a reason. Give it as note.',
    zhHans: '重新受理须说明理由，请填写 note。',
  },
  CONFLICT_ENDED: {
    en: 'The case is {state}; nothing is added to it. It can be reopened first.',
    zhHans: '冲突状态为 {state}，不能再补充。可先重新受理。',
  },
  CONFLICT_EVIDENCE_LIMIT: {
    en: 'Your side has added evidence {max} times, as often as it may. Gather what is new in one place and tell the brand’s people.',
    zhHans: '贵方已补充证据 {max} 次，达到上限。请将新的证据汇总后告知品牌方。',
  },
  CONFLICT_PROPOSAL_LIMIT: {
    en: 'The case has {max} proposals, as many as it may have. Move it on along its ladder, or resolve it.',
    zhHans: '该冲突已有 {max} 个方案，达到上限。请推进到下一阶段，或予以解决。',
  },
  CONFLICT_NOT_ON_A_RUNG: {
    en: 'The case is {state}; terms are for CONSULTATION, NEGOTIATION, MEDIATION and ARBITRATION.',
    zhHans: '冲突状态为 {state}；只有协商、谈判、调解和仲裁阶段才能提出或答复方案。',
  },
  CONFLICT_PROPOSAL_UNKNOWN: {
    en: 'The case has no proposal {value}. ConflictCase.proposals lists them.',
    zhHans: '该冲突没有第 {value} 号方案。ConflictCase.proposals 列出全部方案。',
  },
  CONFLICT_PROPOSAL_SUPERSEDED: {
    en: 'Newer terms stand, or the case was reopened since. Answer the proposal that is open.',
    zhHans: '已有新的方案，或此案已重新受理。请答复当前开放的方案。',
  },
  CONFLICT_ALREADY_ANSWERED: {
    en: 'The party has answered this proposal; each answers once. New terms can be proposed.',
    zhHans: '该当事方已答复此方案，每方只能答复一次。可提出新的方案。',
  },
  CONFLICT_PARTY_WANTED: {
    en: 'Name the party that answers: the brand’s people write an answer down for a dealer.',
    zhHans: '请指明答复的当事方：品牌方人员代为记录经销商的答复。',
  },
  CONFLICT_AMOUNT_INVALID: {
    en: 'Wanted: an amount above 0.',
    zhHans: '金额须大于 0。',
  },
  CONFLICT_CURRENCY_UNKNOWN: {
    en: '{value} is no currency of ISO 4217. Write three capitals, such as CNY.',
    zhHans: '{value} 不是 ISO 4217 货币代码。请使用三个大写字母，例如 CNY。',
  },
  CONFLICT_BENEFICIARY_WANTED: {
    en: 'A RESTITUTION is paid to a party. Name another party of the case as beneficiary.',
    zhHans: '赔偿（RESTITUTION）须支付给当事方。请将本案另一当事方指明为 beneficiary。',
  },
  CONFLICT_BENEFICIARY_REFUSED: {
    en: 'A PENALTY goes to the brand. Leave the beneficiary out.',
    zhHans: '罚款（PENALTY）归品牌方。请去掉 beneficiary。',
  },
  CONFLICT_DUE_IN_THE_PAST: {
    en: 'The day has passed: today is {today} in UTC. Give today or a later one.',
    zhHans: '该日期已过：今天（UTC）是 {today}。请给出今天或之后的日期。',
  },
  CONFLICT_NOT_RESOLVED: {
    en: 'The case is {state}; orders come with a resolution.',
    zhHans: '冲突状态为 {state}；只有解决后才有裁决事项。',
  },
  CONFLICT_ORDER_UNKNOWN: {
    en: 'The resolution has no order {value}. ConflictResolution.orders lists them.',
    zhHans: '该解决结果没有第 {value} 号裁决事项。ConflictResolution.orders 列出全部事项。',
  },
  CONFLICT_ORDER_NOT_DUE: {
    en: 'The order may be fulfilled until {due}; it is no breach before that day has passed.',
    zhHans: '该事项可在 {due} 前履行；期满之前不算违约。',
  },
  CONFLICT_ORDER_RECORDED: {
    en: 'The order is written down as {fate} already.',
    zhHans: '该事项已记录为 {fate}。',
  },
  CONFLICT_SHARING_NEGATIVE: {
    en: '{value} is below 0. Wanted: 0 or more.',
    zhHans: '{value} 小于 0，应为 0 或以上。',
  },
  CONFLICT_SHARING_SCALE_TOO_SMALL: {
    en: '{value} has more than {scale} decimals, so that no parts can sum to it. Choose a greater scale.',
    zhHans: '{value} 的小数位多于 {scale} 位，各份无法凑成总额。请增大 scale。',
  },
  CONFLICT_SHARING_WITHOUT_WEIGHT: {
    en: 'Both weights are 0. Let contributions or costs count.',
    zhHans: '两个权重均为 0。请至少让贡献或成本之一计入。',
  },
  CONFLICT_SHARING_WITHOUT_BASIS: {
    en: 'No party has any {field}, yet it counts. Give it a weight of 0, or the parties their values.',
    zhHans: '各方的 {field} 均为 0，但该项计入权重。请将其权重设为 0，或填写各方数值。',
  },

  SCORE_BELOW_THRESHOLD: {
    en: 'Scores {score}; {threshold} are needed.',
    zhHans: '得分 {score}，需达到 {threshold}。',
  },
  CORE_BELOW_FLOOR: {
    en: 'Core items alone score {coreScore}; {floor} are needed.',
    zhHans: '仅核心条目得分 {coreScore}，需达到 {floor}。',
  },
  RED_LINE: {
    en: '“{item}” earns less than {below}: a red line.',
    zhHans: '“{item}”得分低于 {below}，触及红线。',
  },
  INSUFFICIENT_APPLICABLE: {
    en: 'More than {max} % of the tier’s weight does not apply.',
    zhHans: '该等级有超过 {max}% 的权重不适用。',
  },
  SERVICE_GAP: {
    en: 'The service-quality gap is too wide.',
    zhHans: '服务质量差距过大。',
  },
} as const satisfies Record<string, Text>;

export type Code = keyof typeof catalogue;

/** The catalogue's sentence for a code, with its {names} filled in. */
export function message(code: Code, locale: Locale, params: Readonly<Record<string, string | number>> = {}): string {
  return catalogue[code][locale].replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}
