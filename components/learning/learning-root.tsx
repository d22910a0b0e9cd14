import { type Messages, readWords } from '@/components/client/read-words';
import { sentenceGap } from '@/components/client/sentence-gap';
import type { Locale } from '@/model/attempt';
import { LearningIsland } from './learning-island';
import { NOTICE_WORDS } from './words';

interface Props {
  locale: Locale;
  /** On a chapter's page: its slug. Its sections are found by their `data-section-id` and `data-section-words`. */
  chapter?: string;
  /** The namespace `learning`. */
  words: Messages;
}

/** Mounted once on every page: remembers what is read and tried, sends what waits, and says when it cannot. */
export function LearningRoot({ locale, chapter, words }: Props) {
  const { notice } = readWords({ notice: NOTICE_WORDS }, words, 'learning');
  return (
    <LearningIsland locale={locale} chapter={chapter ?? null} words={{ ...notice, sentenceGap: sentenceGap(locale) }} />
  );
}
