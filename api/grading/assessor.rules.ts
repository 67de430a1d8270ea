import type { Role } from '../access/viewer.ts';

const assessorsOf: { readonly [Kind in 'SELF' | 'MANAGER']: readonly Role[] } = {
  SELF: ['DEALER'],
  MANAGER: ['ADMIN', 'CHANNEL_MANAGER', 'ASSESSOR'],
};

/** A dealer assesses itself, the brand's people assess for the brand; so no assessor is ever a user of the dealer assessed. */
export const mayAssess = (role: Role, kind: 'SELF' | 'MANAGER'): boolean => assessorsOf[kind].includes(role);
