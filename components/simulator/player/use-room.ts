import { useLayoutEffect, useRef, useState } from 'react';

/** The width that the figure has, border to border; kept up to date. */
export function useRoom(root: HTMLElement): number {
  const [room, setRoom] = useState(() => root.clientWidth);
  useLayoutEffect(() => {
    setRoom(root.clientWidth);
    const observer = new ResizeObserver(() => setRoom(root.clientWidth));
    observer.observe(root);
    return () => observer.disconnect();
  }, [root]);
  return room;
}

/** The inspector only grows: what stands below it does not jump from step to step. */
export function useGrowingInspector(root: HTMLElement, pickedId: number | null, room: number): void {
  const grown = useRef({ room, height: 0 });
  useLayoutEffect(() => {
    const inspector = pickedId === null ? null : root.querySelector<HTMLElement>('.inspect');
    if (!inspector) return;
    if (grown.current.room !== room) {
      grown.current = { room, height: 0 };
      inspector.style.minHeight = '';
    }
    const content = [...inspector.children].at(-1)?.getBoundingClientRect().bottom ?? 0;
    const needed = Math.ceil(content - inspector.getBoundingClientRect().top);
    const usual = Number.parseFloat(getComputedStyle(inspector).minHeight) || 0;
    if (needed <= Math.max(grown.current.height, usual)) return;
    grown.current.height = needed;
    inspector.style.minHeight = `${needed}px`;
  }, [root, pickedId, room]);
}
