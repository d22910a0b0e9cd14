import type { Locale } from '@/model/attempt';

/** Numbers as a page of this language writes them; the same on the server and in the browser. */
export function figuresOf(locale: Locale) {
  const tag = locale === 'en' ? 'en-GB' : 'zh-CN';
  const whole = new Intl.NumberFormat(tag, { maximumFractionDigits: 0 });
  const short = new Intl.NumberFormat(tag, { maximumSignificantDigits: 3 });
  const percent = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 1 });
  return {
    whole: (value: number) => whole.format(value),
    /** Three digits, or all that stand before the point. */
    short: (value: number) => (Math.abs(value) >= 1000 ? whole : short).format(value),
    percent: (value: number) => percent.format(value),
    /** Multiples of a thousand, as disks are sold. */
    octets(value: number): string {
      const step = value < 1000 ? 0 : value < 1e6 ? 1 : value < 1e9 ? 2 : 3;
      return `${short.format(value / 1000 ** step)} ${['B', 'kB', 'MB', 'GB'][step] ?? ''}`;
    },
  };
}

export type Figures = ReturnType<typeof figuresOf>;
