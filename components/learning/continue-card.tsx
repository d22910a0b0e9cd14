import { type Messages, readWords } from '@/components/client/read-words';
import { ContinueIsland } from './continue-island';
import type { BookChapter } from './next-place';
import { CONTINUE_WORDS } from './words';

interface Props {
  chapters: readonly BookChapter[];
  /** Own progress: where a learner goes who has read everything. */
  meHref: string;
  /** The namespace `learning`. */
  words: Messages;
}

/** Begin, or continue where you left off. The same size for both, so that nothing shifts when progress arrives. */
export function ContinueCard({ chapters, meHref, words }: Props) {
  const picked = readWords({ continue: CONTINUE_WORDS }, words, 'learning');
  return <ContinueIsland chapters={chapters} meHref={meHref} words={picked.continue} />;
}
