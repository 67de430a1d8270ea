import type { Locale } from '../shared/locale.ts';

/** The language an Accept-Language header asks for; null where it names none that we speak. */
export function languageOf(header: string | null): Locale | null {
  if (!header) return null;
  const ranges = header
    .slice(0, 200)
    .split(',')
    .map((entry) => {
      const [tag = '', ...parameters] = entry.split(';').map((part) => part.replace(/\s/g, '').toLowerCase());
      const weight = parameters.find((part) => part.startsWith('q='))?.slice(2) ?? '1';
      return { locale: localeOf(tag), weight: /^[01](\.\d{0,3})?$/.test(weight) ? Number(weight) : 0 };
    })
    .filter(({ locale, weight }) => locale !== null && weight > 0);
  return (
    ranges.reduce<(typeof ranges)[number] | null>(
      (best, next) => (best && best.weight >= next.weight ? best : next),
      null,
    )?.locale ?? null
  );
}

/** English of any region; Chinese of any region that is not written in traditional characters alone. */
function localeOf(tag: string): Locale | null {
  const [language, ...rest] = tag.split('-');
  if (language === 'en') return 'en';
  return language === 'zh' && !rest.includes('hant') ? 'zhHans' : null;
}
