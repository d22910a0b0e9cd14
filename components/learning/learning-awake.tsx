'use client';

import { useEffect, useState } from 'react';
import { account } from '@/components/client/account';
import { flush, startDelivery, trouble } from '@/components/client/delivery';
import { askWhoIsHere } from '@/components/client/enter-account';
import { fill } from '@/components/client/fill';
import { followOutbox, loadProgress } from '@/components/client/load-progress';
import { isDurable } from '@/components/client/local';
import { drop, type KeptItem, outbox } from '@/components/client/outbox';
import { hasLearner } from '@/components/client/session';
import { useStore } from '@/components/client/store';
import type { NoticeWords } from './words';

const NONE: readonly KeptItem[] = [];
const SAVED_STANDS_MS = 5_000;

/** Sends and asks; and while something waits that cannot be sent, says so at the foot of the page. */
export function LearningAwake({ words }: { words: NoticeWords }) {
  const items = useStore(outbox, NONE);
  const fault = useStore(trouble, null);
  const [hidden, setHidden] = useState(false);

  useEffect(() => {
    if (hasLearner()) void loadProgress();
    if (account.get()) void askWhoIsHere();
    const unfollow = followOutbox();
    startDelivery();
    return unfollow;
  }, []);

  const waiting = items.filter(({ held, refused }) => held && !refused).length;
  const late = waiting > 0 && fault !== null;
  const saved = useSavedAfter(late);
  // A refused answer is shown at its question and on the learner's own page.
  const refused = items.filter((item) => item.refused && item.kind !== 'attempt');

  if (late && !hidden) {
    const what = fault.kind === 'unreachable' ? words.unreachable : words.fault;
    return (
      <div className="notice" data-notice="kept">
        <p>
          <i className="mark kept" />
          {[what, ...(isDurable() ? [] : [words.fragile]), fill(words.waiting, { count: waiting })].join(
            words.sentenceGap,
          )}
        </p>
        <Action says={words.sendNow} does={() => void flush()} />
        <Action says={words.hide} does={() => setHidden(true)} />
      </div>
    );
  }
  if (refused.length > 0) {
    return (
      <div className="notice" data-notice="refused">
        <p>
          <i className="mark refused" />
          {[fill(words.refused, { count: refused.length }), refused[0]?.refused?.detail].join(words.sentenceGap)}
        </p>
        <Action says={words.letGo} does={() => letGo(refused)} />
      </div>
    );
  }
  if (!saved) return null;
  return (
    <div className="notice" data-notice="saved">
      <p>
        <i className="mark" />
        {words.saved}
      </p>
    </div>
  );
}

function letGo(items: readonly KeptItem[]): void {
  for (const { body } of items) drop(body.id);
}

function Action({ says, does }: { says: string; does: () => void }) {
  return (
    <button type="button" className="btn quiet small" onClick={does}>
      {says}
    </button>
  );
}

/** True for a few seconds after `late` has ended. */
function useSavedAfter(late: boolean): boolean {
  const [wasLate, setWasLate] = useState(false);
  useEffect(() => {
    if (late) {
      setWasLate(true);
      return;
    }
    const timer = setTimeout(() => setWasLate(false), SAVED_STANDS_MS);
    return () => clearTimeout(timer);
  }, [late]);
  return wasLate && !late;
}
