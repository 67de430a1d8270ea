import type { Locale } from '../shared/locale.ts';

export const roles = ['ADMIN', 'CHANNEL_MANAGER', 'ASSESSOR', 'DEALER', 'AUDITOR'] as const;
export type Role = (typeof roles)[number];

/** Who calls: one key, its organization and what it may do. A person is a key. */
export interface Viewer {
  readonly organizationId: string;
  readonly keyId: string;
  readonly name: string;
  readonly role: Role;
  /** The dealer that a DEALER key speaks for; null for the brand's own people. */
  readonly dealerId: string | null;
  /** Runs no document but those that the server knows beforehand. */
  readonly trustedOnly: boolean;
  readonly defaultLocale: Locale;
  /** How often the key had written when it was asked for, place by place: what it reads now shows all of that. */
  readonly writes: readonly number[];
}
