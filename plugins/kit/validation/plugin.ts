import semver from 'semver';
import { channels, dealerClasses, directions, needs, tierCodes } from '../definition.ts';
import { kitVersion } from '../index.ts';
import { type Check, fields, inTurn, list, oneOf, record, satisfies } from './check.ts';
import { items, kebabKey } from './item.ts';
import { label, text } from './text.ts';
import { nearest, shown } from './wording.ts';

const knownSegments = ['GROUP_BUYER', 'MOTHER', 'RIDER', 'OFFICE_WORKER', 'SENIOR', 'STUDENT'] as const;

const isName = (value: unknown): boolean =>
  typeof value === 'string' && value.length <= 64 && /^[a-z][a-z0-9-]*$/.test(value);

const wellNamed = satisfies(isName, {
  code: 'PLUGIN_NAME_INVALID',
  expected: 'lower case letters, digits and hyphens from a letter, at most 64 characters',
  remedy: 'Choose a name such as home-appliances.',
});

const notReserved = satisfies((value) => value !== 'core' && value !== 'organization', {
  code: 'PLUGIN_NAME_RESERVED',
  expected: 'a name other than core and organization',
  remedy: 'Choose another name: these two are taken by Tierwise itself.',
});

const version = satisfies(
  (value) => typeof value === 'string' && /^\d\S*$/.test(value) && semver.valid(value) !== null,
  { code: 'PLUGIN_VERSION_INVALID', expected: 'a version such as 1.0.0', remedy: 'Write three numbers with dots.' },
);

const hostRange = satisfies(
  (value) =>
    typeof value === 'string' && value.trim() !== '' && value.length <= 100 && semver.validRange(value) !== null,
  {
    code: 'PLUGIN_HOST_INVALID',
    expected: 'a range of kit versions such as ^1.0.0',
    remedy: `Write the kit versions it was written for: ^${kitVersion} for this one.`,
  },
);

const hostFits = satisfies((value) => semver.satisfies(kitVersion, String(value)), {
  code: 'PLUGIN_HOST_MISMATCH',
  expected: `a range that includes this kit, ${kitVersion}`,
  remedy: `Install a version of the plugin for kit ${kitVersion}, or try it here and widen its host range.`,
});

const industry = fields({ key: kebabKey, label }, { direction: oneOf('PLUGIN_DIRECTION_UNKNOWN', directions) });

const tierRequirements = record(
  oneOf('PLUGIN_CLASS_UNKNOWN', dealerClasses),
  fields({
    tier: oneOf('PLUGIN_TIER_UNKNOWN', tierCodes),
    duties: list(text, { atLeast: 0, atMost: 50, of: 'duties' }),
  }),
  'an object of requirements by class: A, B, C',
);

const segmentCode: Check = (value, path, report) => {
  if (/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/.test(String(value)) && String(value).length <= 64) return;
  const meant = nearest(String(value), knownSegments);
  const expected = `${knownSegments.join(', ')} or a code of your own in the same style`;
  const remedy = meant === undefined ? 'Use capitals and single underscores.' : `Did you mean ${meant}?`;
  report({ code: 'PLUGIN_KEY_INVALID', path, found: shown(value), expected, remedy });
};

const strategy = fields({
  text,
  needs: list(oneOf('PLUGIN_NEED_UNKNOWN', needs), { atLeast: 1, atMost: needs.length, of: 'needs' }),
  channels: list(oneOf('PLUGIN_CHANNEL_UNKNOWN', channels), { atLeast: 1, atMost: channels.length, of: 'channels' }),
});

const segments = record(
  segmentCode,
  list(strategy, { atLeast: 1, atMost: 50, of: 'strategies' }),
  'an object of lists of strategies by segment code',
);

const parts = (name: Check): Check =>
  fields(
    { name, version, host: inTurn(hostRange, hostFits), label, description: text, items },
    { industry, tierRequirements, segments },
  );

export const pluginParts = parts(inTurn(wellNamed, notReserved));

/** The core is a plugin like any other, but for its name. */
export const coreParts = parts(oneOf('PLUGIN_NAME_INVALID', ['core']));
