/** What every trial assesses its outlets for. */
export const industry = 'lottery';
export const period = '2026-Q4';
