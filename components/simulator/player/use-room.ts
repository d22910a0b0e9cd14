import { useLayoutEffect, useState } from 'react';

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
