import { codeFaults, keySetFaults, nameFaults, rangeFaults, setFaults, textFaults } from '../shared/checks.ts';
import { type Issue, issue } from '../shared/errors.ts';

/** One text for all ways to write it in upper and lower case; a part of a text becomes a part of what the text becomes. */
export const caseless = (text: string): string => text.toUpperCase().toLowerCase().replaceAll('ς', 'σ');

/** The text by which a dealer or outlet is found: what it is called, without regard to case. */
export const searchText = (code: string, name: string): string => caseless(`${code}\n${name}`);

export const codeTaken = (value: string): Issue => issue('NETWORK_CODE_TAKEN', ['code'], { value });

interface Named {
  readonly code?: string | null | undefined;
  readonly name?: string | null | undefined;
}

export const namingFaults = ({ code, name }: Named): Issue[] => [
  ...(code == null ? [] : codeFaults(code, ['code'])),
  ...(name == null ? [] : nameFaults(name, ['name'])),
];

export const roleFaults = (roles: readonly string[] | null | undefined): Issue[] =>
  roles == null ? [] : setFaults(roles, ['roles'], 8);

/** Industries are a set of those that are on; the first is the main one. */
export function industryFaults(
  industries: readonly string[] | null | undefined,
  on: ReadonlySet<string>,
  path: readonly string[] = ['industries'],
): Issue[] {
  if (industries == null) return [];
  const isKnown = (key: string) => on.has(key);
  return keySetFaults(industries, path, { max: 20, isKnown, unknown: 'NETWORK_INDUSTRY_UNKNOWN' });
}

interface Place {
  readonly address?: string | null | undefined;
  readonly latitude?: number | null | undefined;
  readonly longitude?: number | null | undefined;
}

export const placeFaults = ({ address, latitude, longitude }: Place): Issue[] => [
  ...(address == null ? [] : textFaults(address, ['address'], 500)),
  ...(latitude == null ? [] : rangeFaults(latitude, ['latitude'], -90, 90)),
  ...(longitude == null ? [] : rangeFaults(longitude, ['longitude'], -180, 180)),
  ...((latitude == null) === (longitude == null)
    ? []
    : [issue('NETWORK_POSITION_INCOMPLETE', [latitude == null ? 'latitude' : 'longitude'])]),
];
