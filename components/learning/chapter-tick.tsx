import { type Messages, readWords } from '@/components/client/read-words';
import { ChapterTickIsland } from './chapter-tick-island';
import { TICK_WORDS } from './words';

interface Props {
  chapter: string;
  /** How many sections the chapter has. */
  total: number;
  /** The namespace `learning`. */
  words: Messages;
}

/** How much of a chapter this learner has read; an empty ring until the browser knows. */
export function ChapterTick({ chapter, total, words }: Props) {
  return (
    <ChapterTickIsland
      chapter={chapter}
      total={total}
      words={readWords({ tick: TICK_WORDS }, words, 'learning').tick}
    />
  );
}
