import { type Messages, readWords } from '@/components/client/read-words';
import { sentenceGap } from '@/components/client/sentence-gap';
import type { Locale } from '@/model/attempt';
import type { OwnChapter } from './own-book';
import { OwnPageIsland } from './own-page-island';
import type { OwnSkill } from './own-skill';
import { ME_WORDS } from './words';

interface Props {
  locale: Locale;
  chapters: readonly OwnChapter[];
  skills: readonly OwnSkill[];
  /** The namespace `learning`. */
  words: Messages;
}

/** What a learner has done, and their hold over it. Without script it says only what it needs one for. */
export function OwnPage({ locale, chapters, skills, words }: Props) {
  const { me } = readWords({ me: ME_WORDS }, words, 'learning');
  const own = { ...me, waiting: { ...me.waiting, sentenceGap: sentenceGap(locale) } };
  return (
    <>
      <noscript>
        <p className="empty">{me.noScript}</p>
      </noscript>
      <OwnPageIsland locale={locale} chapters={chapters} skills={skills} words={own} />
    </>
  );
}
