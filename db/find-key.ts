import type { Driver } from './driver.ts';

/** The caller behind a key that is not revoked. */
export interface FoundKey {
  readonly organizationId: string;
  readonly organizationCode: string;
  readonly organizationName: string;
  readonly defaultLocale: 'en' | 'zhHans';
  readonly keyId: string;
  readonly name: string;
  readonly role: 'ADMIN' | 'CHANNEL_MANAGER' | 'ASSESSOR' | 'DEALER' | 'AUDITOR';
  readonly dealerId: string | null;
  readonly trustedOnly: boolean;
  /** How often it has written, place by place. */
  readonly writes: readonly number[];
}

const SQL = `select organization_id as "organizationId", organization_code as "organizationCode",
  organization_name as "organizationName", default_locale as "defaultLocale", key_id as "keyId", name, role,
  dealer_id as "dealerId", trusted_only as "trustedOnly", writes from public.tierwise_find_key($1)`;

/** Asked before an organization is known, and answered by the one function that may look across organizations. */
export async function findKey(driver: Driver, hash: string): Promise<FoundKey | null> {
  const [found] = await driver.query({ sql: SQL, params: [hash], rows: 'object', name: 'find_key' });
  return (found as FoundKey | undefined) ?? null;
}
