import { channels, needs, playbookDetails, storeServiceStages } from '../definition.ts';
import { fields, list, oneOf, record, upTo } from './check.ts';
import { kebabKey, segmentCode } from './keys.ts';
import { text } from './text.ts';

const strategy = fields({
  text,
  needs: list(oneOf('PLUGIN_NEED_UNKNOWN', needs), {
    atLeast: 1,
    atMost: needs.length,
    of: { en: 'needs', zhHans: '个需求' },
    eachOnce: true,
  }),
  channels: list(oneOf('PLUGIN_CHANNEL_UNKNOWN', channels), {
    atLeast: 1,
    atMost: channels.length,
    of: { en: 'channels', zhHans: '个渠道' },
    eachOnce: true,
  }),
});

export const segments = record(
  segmentCode,
  list(strategy, { atLeast: 1, atMost: 50, of: { en: 'strategies', zhHans: '条策略' } }),
  { en: 'an object of lists of strategies by segment code', zhHans: '按客群代码列出策略的对象' },
);

const playbookText = fields({
  segment: segmentCode,
  stage: oneOf('PLUGIN_STAGE_UNKNOWN', storeServiceStages),
  detail: oneOf('PLUGIN_DETAIL_UNKNOWN', playbookDetails),
  text,
});

export const playbook = upTo(
  1000,
  record(kebabKey, playbookText, { en: 'an object of playbook texts by key', zhHans: '按键列出服务手册文本的对象' }),
  {
    code: 'PLUGIN_PLAYBOOK_TEXTS_TOO_MANY',
    of: { en: 'playbook texts', zhHans: '条服务手册文本' },
    remedy: { en: 'Keep what a store team can remember.', zhHans: '请只保留门店人员记得住的内容。' },
  },
);
