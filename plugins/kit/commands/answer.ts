import type { Text } from '../definition.ts';

/** What a command says, and the code that its process ends with. */
export type Answer = { readonly said: string; readonly code: 0 | 1 | 2 };

export const bothLanguages = ({ en, zhHans }: Text): string => `${en}\n${zhHans}`;

/** A command line that asks for nothing that the command can do. */
export const misused = (usage: string, { en, zhHans }: Text): Answer => ({
  said: `${en}\n${zhHans}\n${usage}`,
  code: 2,
});
