'use client';

import { type ComponentType, type ReactNode, useEffect, useRef, useState } from 'react';
import type { IslandProps, PlayerProps } from './player-props';

interface Awake {
  readonly Player: ComponentType<PlayerProps>;
  readonly root: HTMLElement;
  readonly meant: string | null;
}

/**
 * The figure as the server drew it, until it comes near the viewport or is touched; then the player takes its place, of
 * the same size and at the same moment. What was pressed meanwhile is done then.
 */
export function SimulatorIsland({ children, ...props }: IslandProps & { readonly children: ReactNode }) {
  const rootRef = useRef<HTMLElement>(null);
  const [awake, setAwake] = useState<Awake | null>(null);
  useEffect(() => (rootRef.current ? wakeWhenNear(rootRef.current, setAwake) : undefined), []);
  const { id, number, variant } = props;
  return (
    <figure
      ref={rootRef}
      id={`fig-${number.replace('.', '-')}`}
      className={variant === 'full' ? 'sim wide' : `sim sim-${variant}`}
      aria-labelledby={`${id}-title`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it takes keys (play, step, pick) for all that it holds
      tabIndex={0}
      data-awake={awake ? '' : undefined}
    >
      {awake ? <awake.Player {...props} root={awake.root} meant={awake.meant} /> : children}
    </figure>
  );
}

/** How far below the viewport a figure wakes. Before the page was ever scrolled, only what is seen does: a reader who stays at the top is sent no player. */
const NEAR = '300px';

function wakeWhenNear(root: HTMLElement, onAwake: (awake: Awake) => void): () => void {
  let meant: string | null = null;
  let isWaking = false;
  const wake = () => {
    if (isWaking) return;
    isWaking = true;
    import('./player/player').then(
      ({ Player }) => {
        stop();
        onAwake({ Player, root, meant });
      },
      () => {
        isWaking = false;
      },
    );
  };
  const touched = (event: Event) => {
    const button = event.type === 'click' ? (event.target as Element).closest('button[data-act]') : null;
    meant = button?.getAttribute('data-act') ?? meant;
    wake();
  };
  const watch = (rootMargin: string) => {
    const observer = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && wake(), {
      rootMargin,
    });
    observer.observe(root);
    return observer;
  };
  let observer = watch(window.scrollY > 0 ? NEAR : '0px');
  const scrolled = () => {
    observer.disconnect();
    observer = watch(NEAR);
  };
  const stop = () => {
    observer.disconnect();
    window.removeEventListener('scroll', scrolled);
    for (const name of ['click', 'focusin']) root.removeEventListener(name, touched);
  };
  window.addEventListener('scroll', scrolled, { once: true, passive: true });
  for (const name of ['click', 'focusin']) root.addEventListener(name, touched);
  return stop;
}
