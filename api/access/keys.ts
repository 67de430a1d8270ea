import { createHash, randomBytes } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import type { Database } from '../../db/database.ts';
import { codeFaults, textFaults } from '../shared/checks.ts';
import { type Issue, issueMessage } from '../shared/errors.ts';
import type { Locale, Text } from '../shared/locale.ts';
import {
  dealerIdByCode,
  insertKey,
  insertOrganization,
  keysByIdOrHash,
  type NamedKey,
  type OrganizationEntry,
  organizationByCode,
  revokeKeyRow,
} from './keys.queries.ts';
import type { Role, Viewer } from './viewer.ts';

/** A key is 256 random bits, so that its hash needs neither salt nor many rounds. */
export const newKey = (): string => `tw_${randomBytes(32).toString('base64url')}`;

export const hashKey = (key: string): string => createHash('sha256').update(key).digest('hex');

/** Finds the caller behind a key; null for one that is unknown or revoked, or whose dealer does not go with its role. */
export function authenticate(database: Pick<Database, 'findKey'>): (key: string) => Promise<Viewer | null> {
  return async (key) => {
    const found = await database.findKey(hashKey(key));
    if (!found) return null;
    const { organizationId, keyId, name, role, dealerId, defaultLocale } = found;
    // The database refuses such a row as well; without its dealer a DEALER key might be shown the whole brand.
    if ((role === 'DEALER') !== (dealerId !== null)) return null;
    return { organizationId, keyId, name, role, dealerId, defaultLocale };
  };
}

/** Why a key is neither given nor taken back: one sentence for the person at the shell. */
export class KeyRefused extends Error {
  override readonly name = 'KeyRefused';
  readonly text: Text;

  constructor(text: Text) {
    super(text.en);
    this.text = text;
  }
}

export interface KeyRequest {
  readonly organization: string;
  /** Wanted where the organization is new. */
  readonly name: string | undefined;
  readonly locale: Locale;
  readonly role: Role;
  /** The code of the dealer that a DEALER key speaks for. */
  readonly dealer: string | undefined;
  /** Who holds the key, as grades and assessments will name them. */
  readonly label: string;
}

export interface GivenKey {
  readonly key: string;
  readonly id: string;
  readonly organization: Pick<OrganizationEntry, 'id' | 'code' | 'name'>;
  readonly isNewOrganization: boolean;
}

/** Makes a key, and its organization where that is new; the key itself is known to nobody else afterwards. */
export async function giveKey(database: Pick<Database, 'asOwner'>, request: KeyRequest, at: Date): Promise<GivenKey> {
  const { organization: code, name, locale: defaultLocale, role, dealer, label } = request;
  refuseFaults('--organization', codeFaults(code, []));
  refuseFaults('--label', textFaults(label, [], 200));
  if (name !== undefined) refuseFaults('--name', textFaults(name, [], 200));

  return database.asOwner(async (owner) => {
    const known = await organizationByCode(owner, code);
    if (known && name !== undefined && known.name !== name) throw new KeyRefused(nameDiffers(code, known.name));
    if (!known && name === undefined) throw new KeyRefused(nameWanted(code));
    const made = known ?? (await insertOrganization(owner, { code, name: name ?? code, defaultLocale, createdAt: at }));
    const organization = made ?? (await organizationByCode(owner, code));
    if (!organization) throw new Error('An organization vanished while a key was made for it.');

    const dealerId = dealer === undefined ? null : await dealerIdByCode(owner, organization.id, dealer);
    if (dealerId === undefined) throw new KeyRefused(dealerUnknown(code, dealer ?? ''));
    const key = newKey();
    const id = uuid();
    const { id: organizationId } = organization;
    await insertKey(owner, { organizationId, id, name: label, role, dealerId, hash: hashKey(key), createdAt: at });
    return { key, id, organization, isNewOrganization: !known };
  });
}

const keyId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Takes back the key that this is, or that has this id; one that was revoked before stays as it is. */
export function takeBackKey(database: Pick<Database, 'asOwner'>, keyOrId: string, at: Date): Promise<NamedKey[]> {
  return database.asOwner(async (owner) => {
    const id = keyOrId.toLowerCase();
    const found = await keysByIdOrHash(owner, keyId.test(id) ? id : null, hashKey(keyOrId));
    if (found.length === 0) throw new KeyRefused(keyUnknown);
    for (const key of found) await revokeKeyRow(owner, key.id, at);
    return found;
  });
}

function refuseFaults(option: string, [fault]: readonly Issue[]): void {
  if (!fault) return;
  throw new KeyRefused({
    en: `${option}: ${issueMessage(fault, 'en')}`,
    zhHans: `${option}：${issueMessage(fault, 'zhHans')}`,
  });
}

const nameWanted = (code: string): Text => ({
  en: `There is no organization ${code} yet; to make it, give its name too: --name 'Acme'.`,
  zhHans: `组织 ${code} 尚不存在；如需新建，请同时给出名称：--name 'Acme'。`,
});

const nameDiffers = (code: string, name: string): Text => ({
  en: `The organization ${code} exists already and is named '${name}'; leave out --name, or choose another code.`,
  zhHans: `组织 ${code} 已存在，名称为“${name}”；请去掉 --name，或换一个编码。`,
});

const dealerUnknown = (organization: string, dealer: string): Text => ({
  en: `The organization ${organization} has no dealer with the code ${dealer}.`,
  zhHans: `组织 ${organization} 中没有编码为 ${dealer} 的经销商。`,
});

const keyUnknown: Text = {
  en: 'No key is this text or has this id.',
  zhHans: '没有与此文本相符或使用此标识的密钥。',
};
