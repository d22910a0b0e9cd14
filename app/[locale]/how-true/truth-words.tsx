import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Rfc } from '@/components/prose/rfc';
import { LANGUAGE_TAG } from '@/i18n/locale';
import type { Locale } from '@/model/attempt';
import { RICH_TAGS } from '../rich-tags';

type Values = Readonly<Record<string, string | number>>;

/** The words of truth.json: plain, with `<b>`, `<c>` for code and `<rfc>9293 3.10</rfc>` drawn, numbers and days as the language writes them. */
export interface TruthWords {
  plain(key: string, values?: Values): string;
  rich(key: string, values?: Values): ReactNode;
  number(value: number): string;
  /** From '2026-11-22'. */
  day(date: string): string;
}

export async function truthWords(locale: Locale): Promise<TruthWords> {
  const t = await getTranslations({ locale, namespace: 'truth' });
  const numbers = new Intl.NumberFormat(LANGUAGE_TAG[locale]);
  const days = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-CN', { dateStyle: 'long', timeZone: 'UTC' });
  return {
    plain: (key, values) => t(key, values),
    rich: (key, values) => t.rich(key, { ...values, ...TAGS }),
    number: (value) => numbers.format(value),
    day: (date) => days.format(new Date(date)),
  };
}

const TAGS = {
  ...RICH_TAGS,
  rfc: (chunks: ReactNode) => {
    const [n = '', s] = String(chunks).split(' ');
    return <Rfc n={n} s={s} />;
  },
};
