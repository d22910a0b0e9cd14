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
  /** What the server's word does not hold yet: unsent, or sent since it was asked. */
  readonly waiting: readonly KeptItem[];
  readonly reload: () => Promise<unknown>;
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
    return found?.fresh === true;
  }, [locale]);

  useEffect(startDelivery, []);
  // What has left the outbox counts on until the server, asked after that, has told it: else a day's length that was chosen
  // a moment ago would be the old one for as long as that takes.
  const [seen, setSeen] = useState(waiting);
  const [untold, setUntold] = useState(NO_ITEMS);
  const [edition, setEdition] = useState(0);
  if (waiting !== seen) {
    setSeen(waiting);
    const left = seen.filter(
      ({ refused, body }) => refused === null && !waiting.some((item) => item.body.id === body.id),
    );
    if (left.length > 0) {
      setUntold([...untold, ...left]);
      setEdition(edition + 1);
    }
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new edition is the reason to read again
  useEffect(() => {
    void reload().then((told) => {
      if (told) setUntold((now) => now.filter((item) => !untold.includes(item)));
    });
  }, [reload, edition]);

  // After the book has been built anew the kept page is an old one: it is exchanged as soon as the new one is here.
  const isKept = typeof review === 'object' && review.fresh && review.taken !== null;
  useEffect(() => {
    if (isKept && document.documentElement.dataset.kept === undefined) void keepPage(locale);
  }, [isKept, locale]);

  const setTaken = useCallback((taken: Taken | null) => {
    setReview((now) => (typeof now === 'object' ? { ...now, taken } : now));
  }, []);
  return { review, waiting: [...waiting, ...untold], reload, setTaken };
}
