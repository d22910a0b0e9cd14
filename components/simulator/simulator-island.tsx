'use client';

import { type ComponentType, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { IslandProps, Linked, PlayerProps } from './player-props';

interface Awake<P> {
  readonly Player: ComponentType<P & PlayerProps>;
  readonly root: HTMLElement;
  readonly meant: string | null;
  /** What the address said when the player began; with another address it begins anew. */
  readonly fragment: string | null;
  readonly linked: Linked | null;
}

/** What brings a figure alive: loaded when it is wanted. */
export type LoadPlayer<P> = () => Promise<ComponentType<P & PlayerProps>>;

const loadPlayer: LoadPlayer<IslandProps> = () => import('./player/player').then(({ Player }) => Player);

export function SimulatorIsland(props: IslandProps & { readonly children: ReactNode }) {
  return <Island {...props} load={loadPlayer} />;
}

/**
 * The figure as the server drew it, until it comes near the viewport or is touched; then the player takes its place, of
 * the same size and at the same moment. What was pressed meanwhile is done then.
 */
export function Island<P extends IslandProps>({
  children,
  load,
  ...rest
}: P & { readonly children: ReactNode; readonly load: LoadPlayer<P> }) {
  const props = rest as unknown as P;
  const rootRef = useRef<HTMLElement>(null);
  const [awake, setAwake] = useState<Awake<P> | null>(null);
  const { id, number, variant, linked } = props;
  const latest = useRef(props);
  useLayoutEffect(() => {
    latest.current = props;
  });
  useEffect(
    () => (rootRef.current ? wakeWhenNear(rootRef.current, load, () => latest.current, setAwake) : undefined),
    [load],
  );
  const isAwake = awake !== null;
  useEffect(() => {
    if (!isAwake || !latest.current.opensAddress) return;
    const reopen = () => {
      if (namedPlace() !== null) return;
      readAddress(latest.current).then((read) => setAwake((now) => now && { ...now, ...read, meant: null }));
    };
    window.addEventListener('hashchange', reopen);
    return () => window.removeEventListener('hashchange', reopen);
  }, [isAwake]);
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
      {awake ? (
        <awake.Player
          key={awake.fragment}
          {...props}
          root={awake.root}
          meant={awake.meant}
          linked={linked ?? awake.linked}
        />
      ) : (
        children
      )}
    </figure>
  );
}

type AddressProps = Pick<IslandProps, 'opensAddress' | 'figure' | 'name' | 'locale'>;

async function readAddress(props: AddressProps): Promise<Pick<Awake<unknown>, 'fragment' | 'linked'>> {
  const fragment = location.hash.slice(1);
  if (!props.opensAddress || fragment === '' || namedPlace() !== null) return { fragment: null, linked: null };
  const { openAddress } = await import('./share/open-address');
  return { fragment, linked: await openAddress(fragment, props) };
}

/** The element that the address leads to, where it leads to one: then it says nothing of the figure. */
function namedPlace(): HTMLElement | null {
  return document.getElementById(location.hash.slice(1));
}

/** How far below the viewport a figure wakes. Before the page was ever scrolled, only what is seen does: a reader who stays at the top is sent no player. */
const NEAR = '300px';

function wakeWhenNear<P>(
  root: HTMLElement,
  load: LoadPlayer<P>,
  props: () => AddressProps,
  onAwake: (awake: Awake<P>) => void,
): () => void {
  let meant: string | null = null;
  let isWaking = false;
  const wake = () => {
    if (isWaking) return;
    isWaking = true;
    Promise.all([load(), readAddress(props())]).then(
      ([Player, read]) => {
        stop();
        onAwake({ Player, root, meant, ...read });
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
