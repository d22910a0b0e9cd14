'use client';

import { fill } from '@/components/client/fill';
import { progress } from '@/components/client/progress';
import { useStore } from '@/components/client/store';
import { TickMark } from './tick-mark';
import type { TickWords } from './words';

export function ChapterTickIsland({ chapter, total, words }: { chapter: string; total: number; words: TickWords }) {
  const known = useStore(progress, null)?.chapters.find((other) => other.chapter === chapter);
  const read = Math.min(known?.sections.length ?? 0, total);
  const share = total === 0 ? 0 : read / total;
  const label = read === 0 ? null : share >= 1 ? words.done : fill(words.part, { read, total });
  return <TickMark share={share} label={label} />;
}
