'use client';

import { useId, useState } from 'react';
import { WalkBody } from './walk-body';
import type { WalkProps } from './walk-props';

/** The figure around it; with another run, mount another one. */
export function Walk(props: WalkProps) {
  const id = useId();
  const [root, setRoot] = useState<HTMLElement | null>(null);
  return (
    <figure
      ref={setRoot}
      className="sim wide walk"
      aria-labelledby={`${id}-title`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it takes keys (play, step, pick) for all that it holds
      tabIndex={0}
      data-awake={root ? '' : undefined}
    >
      <header>
        <h3 className="title" id={`${id}-title`}>
          {props.speech.plain('figure.title')}
        </h3>
      </header>
      {props.notes}
      {root && <WalkBody {...props} id={id} root={root} />}
    </figure>
  );
}
