'use client';

import { useEffect } from 'react';

/** Says on the window which state a reader points at in the prose (`2msl:state`); null when they point at none. */
export function StateLight() {
  useEffect(() => {
    let lit: string | null = null;
    const point = (event: Event) => {
      const chip = event.target instanceof Element ? event.target.closest<HTMLElement>('.chip[data-state]') : null;
      const state = event.type === 'focusout' ? null : (chip?.dataset.state ?? null);
      if (state === lit) return;
      lit = state;
      window.dispatchEvent(new CustomEvent('2msl:state', { detail: { state } }));
    };
    const events = ['pointerover', 'focusin', 'focusout'] as const;
    for (const name of events) document.addEventListener(name, point);
    return () => {
      for (const name of events) document.removeEventListener(name, point);
    };
  }, []);
  return null;
}
