import { useEffect, useLayoutEffect, useRef } from 'react';
import type { Step } from '../model/rows';
import type { Layout } from '../scene/lay-out';

/** At speed 1 a flight takes as long as a slow movement of the page: 420 ms. */
const FLIGHT_MS = 420;
/** With reduced motion, how long each step stays. */
const STEP_MS = 900;

interface Playback {
  readonly isPlaying: boolean;
  readonly speed: number;
  readonly ms: number;
  readonly endMs: number;
  readonly layout: Layout;
  readonly steps: readonly Step[];
  readonly onMoment: (ms: number) => void;
  readonly onEnd: () => void;
}

/**
 * Moves the playhead while playing. It runs evenly over the picture and not over time: a folded minute passes as quickly
 * as it is drawn. Where less motion is wished, it goes from step to step.
 */
export function usePlayback(playback: Playback): void {
  const now = useRef(playback);
  useLayoutEffect(() => {
    now.current = playback;
  });
  const { isPlaying } = playback;
  useEffect(() => {
    if (!isPlaying) return;
    return matchMedia('(prefers-reduced-motion: reduce)').matches ? playSteps(now) : playEvenly(now);
  }, [isPlaying]);
}

function playEvenly(now: { readonly current: Playback }): () => void {
  let frame = 0;
  let previous: number | null = null;
  let y: number | null = null;
  let shown = now.current.ms;
  const tick = (clock: number) => {
    const { layout, ms, speed, endMs, onMoment, onEnd } = now.current;
    // Somebody else moved the playhead, or the run is another: go on from there.
    if (y === null || ms !== shown) y = layout.scale.yAfter(ms);
    y += ((clock - (previous ?? clock)) / FLIGHT_MS) * layout.dimensions.flight * speed;
    previous = clock;
    shown = Math.min(endMs, layout.scale.msAt(y));
    onMoment(shown);
    if (shown >= endMs) onEnd();
    else frame = requestAnimationFrame(tick);
  };
  frame = requestAnimationFrame(tick);
  return () => cancelAnimationFrame(frame);
}

function playSteps(now: { readonly current: Playback }): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const wait = () => {
    timer = setTimeout(() => {
      const { steps, ms, onMoment, onEnd } = now.current;
      const next = steps.find((step) => step.atMs > ms);
      if (!next) return onEnd();
      onMoment(next.atMs);
      wait();
    }, STEP_MS / now.current.speed);
  };
  wait();
  return () => clearTimeout(timer);
}
