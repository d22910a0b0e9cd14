'use client';

import { fill } from '@/components/client/fill';
import { progress } from '@/components/client/progress';
import { useStore } from '@/components/client/store';
import type { ScoreWords } from './words';

interface Props {
  chapter: string;
  total: number;
  before: string;
  words: ScoreWords;
}

export function ChapterScoreIsland({ chapter, total, before, words }: Props) {
  const answered = useStore(progress, null)?.chapters.find((other) => other.chapter === chapter)?.questions ?? [];
  if (answered.length === 0) return before;
  return fill(words.right, { right: answered.filter(({ last }) => last).length, total });
}
