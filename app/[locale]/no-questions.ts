import type { Locale } from '@/model/attempt';
import type { PublicQuestion } from '@/model/question';

/** Until the question bank can be read. */
export async function publicQuestions(_locale: Locale, _chapter: string): Promise<PublicQuestion[]> {
  return [];
}
