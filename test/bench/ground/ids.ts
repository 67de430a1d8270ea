const kinds = { territory: 1, dealer: 2, outlet: 3, assessment: 4, grade: 5, conflictCase: 6 } as const;
type Kind = keyof typeof kinds;

const prefix = (kind: Kind): string => `01990000-000${kinds[kind]}-7000-8000-`;

/** The key of the n-th row of a kind; ascending, as the keys are that the API gives out. */
export const nthId = (kind: Kind, n: number): string => `${prefix(kind)}${n.toString(16).padStart(12, '0')}`;

/** The same as SQL. */
export const idOf = (kind: Kind, n: string): string => `('${prefix(kind)}' || lpad(to_hex(${n}), 12, '0'))::uuid`;

/** The code of the n-th dealer: they stand in the order of their numbers. */
export const dealerCode = (n: number): string => `D-${String(n).padStart(6, '0')}`;
