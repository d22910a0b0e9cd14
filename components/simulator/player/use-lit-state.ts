import { useEffect, useState } from 'react';
import { TCP_STATES, type TcpState } from '@/engine/tcp/state';

/** The state that a reader points at anywhere on the page (`2msl:state`). */
export function useLitState(): TcpState | null {
  const [lit, setLit] = useState<TcpState | null>(null);
  useEffect(() => {
    const point = (event: Event) => {
      const state: unknown = event instanceof CustomEvent ? event.detail?.state : null;
      setLit(TCP_STATES.find((known) => known === state) ?? null);
    };
    window.addEventListener('2msl:state', point);
    return () => window.removeEventListener('2msl:state', point);
  }, []);
  return lit;
}
