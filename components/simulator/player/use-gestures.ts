import { useEffect, useLayoutEffect, useRef } from 'react';
import { type Control, type KeyCommand, keyCommand } from './key-command';

/** What a reader does with the figure, wherever in it. */
export interface Gestures {
  readonly onAct: (act: string) => void;
  readonly onKey: (command: KeyCommand, target: Element) => void;
  readonly onNode: (state: string) => void;
  readonly onRow: (ms: number) => void;
  /** A point of the time diagram in its own pixels; `segment` is what was hit there, if anything. */
  readonly onPicture: (point: { readonly x: number; readonly y: number }, segment: number | null) => void;
  /** The end of TIME_WAIT was pulled by this many pixels since it was taken; null when it is let go. */
  readonly onPull: (pixels: number | null) => void;
}

/** One listener for each kind of event on the whole figure: what is in it only says what it is by data attributes. */
export function useGestures(root: HTMLElement, gestures: Gestures): void {
  const now = useRef(gestures);
  useLayoutEffect(() => {
    now.current = gestures;
  });
  useEffect(() => {
    const aborter = new AbortController();
    const { signal } = aborter;
    root.addEventListener('click', (event) => clicked(event, now.current), { signal });
    root.addEventListener('keydown', (event) => pressed(event, root, now.current), { signal });
    root.addEventListener('pointerdown', (event) => pulled(event, now), { signal });
    return () => aborter.abort();
  }, [root]);
}

function clicked(event: MouseEvent, gestures: Gestures): void {
  const target = event.target as Element;
  if (target.closest('dialog, a')) return;
  const control = target.closest('[data-act]');
  if (control) {
    if (control.tagName === 'BUTTON') gestures.onAct(control.getAttribute('data-act') ?? '');
    return;
  }
  const node = target.closest('[data-node]');
  const row = target.closest('tr[data-moment]');
  const picture = target.closest('svg.td');
  if (node) {
    gestures.onNode(node.getAttribute('data-node') ?? '');
  } else if (row) {
    gestures.onRow(Number(row.getAttribute('data-moment')));
  } else if (picture && !target.closest('[data-handle]')) {
    const { left, top } = picture.getBoundingClientRect();
    const segment = target.closest('[data-seg]')?.getAttribute('data-seg');
    gestures.onPicture({ x: event.clientX - left, y: event.clientY - top }, segment ? Number(segment) : null);
  }
}

function pressed(event: KeyboardEvent, root: HTMLElement, gestures: Gestures): void {
  const target = event.target as Element;
  if (event.defaultPrevented || target.closest('dialog')) return;
  const command = keyCommand(event, controlOf(target, root));
  if (!command) return;
  event.preventDefault();
  gestures.onKey(command, target);
}

function controlOf(target: Element, root: HTMLElement): Control {
  if (target === root) return 'none';
  if (target.matches('[data-act="scrub"]')) return 'scrubber';
  if (target.matches('input, select, textarea')) return 'input';
  if (target.matches('[data-seg]')) return 'segment';
  if (target.matches('[data-node]')) return 'node';
  return target.matches('button, summary, a') ? 'button' : 'none';
}

function pulled(event: PointerEvent, now: { readonly current: Gestures }): void {
  if (!(event.target as Element).closest('[data-handle]')) return;
  event.preventDefault();
  const from = event.clientY;
  const aborter = new AbortController();
  const { signal } = aborter;
  const letGo = () => {
    aborter.abort();
    now.current.onPull(null);
  };
  window.addEventListener('pointermove', (move) => now.current.onPull(move.clientY - from), { signal });
  window.addEventListener('pointerup', letGo, { signal });
  window.addEventListener('pointercancel', letGo, { signal });
}
