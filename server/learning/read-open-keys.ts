import 'server-only';
import type { Locale } from '@/model/attempt';
import type { OpenKey } from '@/model/open-question';
import { Refusal } from '@/model/problem';
import { openBank } from '@/server/content/open-questions';
import { openKeyOf } from '@/server/grading/open-question';

/** Model answers that somebody asked for, to take them along. Refusal 'unknown-question' when one is not there. */
export async function readOpenKeys(ids: readonly string[], locale: Locale): Promise<{ keys: OpenKey[] }> {
  const bank = await openBank();
  const keys = ids.map((id) => {
    const file = bank.get(id);
    if (!file) throw new Refusal('unknown-question', { values: { question: id } });
    return openKeyOf(file, bank, locale);
  });
  return { keys };
}
