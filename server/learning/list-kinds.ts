import 'server-only';
import type { Locale } from '@/model/attempt';
import { KINDS } from '@/server/generating/kinds';

/** The kinds of generated questions, with their names in one language. */
export function listKinds(locale: Locale) {
  return KINDS.map(({ id, topic, depth, title }) => ({ id, topic, depth, title: title[locale] }));
}
