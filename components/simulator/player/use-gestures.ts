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
  /** A handle was taken hold of, by its name; false where it cannot be. */
  readonly onHold: (handle: string) => boolean;
  /** It was pulled by this many pixels since. */
  readonly onPull: (pixels: number) => void;
  readonly onLetGo: (isCancelled: boolean) => void;
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
    const isAfterPull = { current: false };
    const onClick = (event: MouseEvent) => {
      if (isAfterPull.current) isAfterPull.current = false;
      else clicked(event, now.current);
    };
    root.addEventListener('click', onClick, { signal });
    root.addEventListener('keydown', (event) => pressed(event, root, now.current), { signal });
    root.addEventListener('pointerdown', (event) => held(event, now, isAfterPull), { signal });
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
  } else if (picture && !target.closest('.handle, [data-side="b"]')) {
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

/** A hand that shakes has not pulled yet. */
const STILL = 3;

/** Follows what is held until it is let go, at most once a frame. Escape, or a finger that scrolls instead, takes all back. */
function held(event: PointerEvent, now: { readonly current: Gestures }, isAfterPull: { current: boolean }): void {
  const handle = (event.target as Element).closest('[data-handle]')?.getAttribute('data-handle');
  if (!handle || event.button !== 0 || !now.current.onHold(handle)) return;
  event.preventDefault();
  const from = event.clientY;
  let isPulled = false;
  let pixels = 0;
  let frame = 0;
  const aborter = new AbortController();
  const { signal } = aborter;
  const pull = () => {
    frame = 0;
    now.current.onPull(pixels);
  };
  const letGo = (isCancelled: boolean) => {
    aborter.abort();
    if (frame !== 0) cancelAnimationFrame(frame);
    if (frame !== 0 && !isCancelled) pull();
    now.current.onLetGo(isCancelled);
    // The click that follows a pull is not a pick; where none follows, the next one is.
    isAfterPull.current = isPulled;
    setTimeout(() => {
      isAfterPull.current = false;
    });
  };
  const onMove = (move: PointerEvent) => {
    if (move.pointerId !== event.pointerId) return;
    pixels = move.clientY - from;
    isPulled ||= Math.abs(pixels) > STILL;
    if (isPulled && frame === 0) frame = requestAnimationFrame(pull);
  };
  const onKeyDown = (key: KeyboardEvent) => {
    if (key.key === 'Escape') letGo(true);
  };
  window.addEventListener('pointermove', onMove, { signal });
  window.addEventListener('pointerup', () => letGo(false), { signal });
  window.addEventListener('pointercancel', () => letGo(true), { signal });
  window.addEventListener('keydown', onKeyDown, { signal, capture: true });
}
