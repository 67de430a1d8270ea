/** The languages in which a person is addressed, as plugins and tables spell them. */
export const locales = ['en', 'zhHans'] as const;
export type Locale = (typeof locales)[number];

/** A text kept in every language. */
export type Text = { readonly [language in Locale]: string };
