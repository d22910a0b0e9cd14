import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { StateChip } from '@/components/prose/state-chip';
import { TCP_STATES } from '@/engine/tcp/state';
import type { Locale } from '@/model/attempt';
import type { Messages } from '@/server/content/words';
import { RICH_TAGS } from '../../rich-tags';
import { namespaceOf } from '../../words';

/** The words of cheat-sheet.json: plain, or with `<b>`, `<c>` for code and `<st>` for a state drawn. */
export interface SheetWords {
  plain(key: string, values?: Readonly<Record<string, string | number>>): string;
  rich(key: string): ReactNode;
  /** What stands in a block, in the order of the file: the keys of its items. */
  itemsOf(block: string): readonly string[];
}

export async function sheetWords(locale: Locale): Promise<SheetWords> {
  const [t, words] = await Promise.all([
    getTranslations({ locale, namespace: 'cheat-sheet' }),
    namespaceOf(locale, 'cheat-sheet'),
  ]);
  return {
    plain: (key, values) => t(key, values),
    rich: (key) => t.rich(key, TAGS),
    itemsOf: (block) => Object.keys(childOf(childOf(words, block), 'items')),
  };
}

function childOf(words: Messages, key: string): Messages {
  const child = words[key];
  if (typeof child !== 'object') throw new Error(`cheat-sheet.json has no "${key}" that holds words`);
  return child;
}

const TAGS = {
  ...RICH_TAGS,
  st: (chunks: ReactNode) => {
    const name = TCP_STATES.find((state) => state === String(chunks));
    if (name === undefined) throw new Error(`cheat-sheet.json names no TCP state: "${String(chunks)}"`);
    return <StateChip name={name} />;
  },
};
