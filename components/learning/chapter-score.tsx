import { type Messages, readWords } from '@/components/client/read-words';
import { ChapterScoreIsland } from './chapter-score-island';
import { SCORE_WORDS } from './words';

interface Props {
  chapter: string;
  /** How many questions the chapter asks. */
  total: number;
  /** What is said before the learner has answered any, such as "9 questions". */
  before: string;
  /** The namespace `learning`. */
  words: Messages;
}

/** How many of a chapter's questions this learner last answered rightly, for the table of contents. */
export function ChapterScore({ chapter, total, before, words }: Props) {
  const { score } = readWords({ score: SCORE_WORDS }, words, 'learning');
  return <ChapterScoreIsland chapter={chapter} total={total} before={before} words={score} />;
}
