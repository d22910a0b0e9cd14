import { useCallback, useEffect, useState } from 'react';
import { startDelivery } from '@/components/client/delivery';
import { type KeptItem, outbox } from '@/components/client/outbox';
import { useStore } from '@/components/client/store';
import type { Locale } from '@/model/attempt';
import { loadReview, type Review } from './load-review';
import { keepPage } from './page-keeper';
import type { Taken } from './review-database';

const NO_ITEMS: readonly KeptItem[] = [];

export interface LiveReview {
  /** 'lost': neither the server nor this browser has anything. */
  readonly review: Review | 'loading' | 'lost';
  readonly waiting: readonly KeptItem[];
  readonly reload: () => Promise<void>;
  readonly setTaken: (taken: Taken | null) => void;
}

/** What reviews are made from, asked anew whenever something of this browser has reached the server. */
export function useReview(locale: Locale): LiveReview {
  const [review, setReview] = useState<LiveReview['review']>('loading');
  const waiting = useStore(outbox, NO_ITEMS);

  const reload = useCallback(async () => {
    const found = await loadReview(locale);
    // What is known already is not given up for nothing.
    setReview((before) => found ?? (typeof before === 'object' ? before : 'lost'));
  }, [locale]);

  useEffect(startDelivery, []);
  const left = waiting.filter(({ refused }) => refused === null).length;
  const [before, setBefore] = useState(left);
  const [edition, setEdition] = useState(0);
  if (left !== before) {
    setBefore(left);
    if (left < before) setEdition(edition + 1);
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new edition is the reason to read again
  useEffect(() => void reload(), [reload, edition]);

  // After the book has been built anew the kept page is an old one: it is exchanged as soon as the new one is here.
  const isKept = typeof review === 'object' && review.fresh && review.taken !== null;
  useEffect(() => {
    if (isKept && document.documentElement.dataset.kept === undefined) void keepPage(locale);
  }, [isKept, locale]);

  const setTaken = useCallback((taken: Taken | null) => {
    setReview((now) => (typeof now === 'object' ? { ...now, taken } : now));
  }, []);
  return { review, waiting, reload, setTaken };
}
