'use client';

import { type ComponentType, useEffect, useState } from 'react';
import type { ReviewProps } from './review-awake';

/** What schedules, keeps and asks is loaded once the page stands; until then it shows the shape of what comes. */
export function ReviewIsland(props: ReviewProps) {
  const [Awake, setAwake] = useState<ComponentType<ReviewProps> | null>(null);
  useEffect(() => {
    let gone = false;
    const wake = () =>
      import('./review-awake').then(
        ({ ReviewAwake }) => gone || setAwake(() => ReviewAwake),
        () => undefined, // No network for the code: the next sign of one tries again.
      );
    void wake();
    window.addEventListener('online', wake);
    return () => {
      gone = true;
      window.removeEventListener('online', wake);
    };
  }, []);
  if (Awake) return <Awake {...props} />;
  return (
    <div className="grey-lines review-wait" role="status">
      <span className="vh">{props.words.loading}</span>
      <span className="grey-line" />
      <span className="grey-line" />
      <span className="grey-line" />
    </div>
  );
}
