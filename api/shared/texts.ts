import { builder } from './builder.ts';
import type { Context } from './context.ts';
import type { Locale, Text } from './locale.ts';
import { LocaleEnum } from './scalars.ts';

/** The argument of every text that is kept in both languages. */
export const localeArgument = builder.args((t) => ({ locale: t.field({ type: LocaleEnum }) }));

/** A text in the language asked for, else in the request's. */
export const localized = (text: Text, { locale }: { locale?: Locale | null | undefined }, context: Context): string =>
  text[locale ?? context.locale];
