'use client';

import type { ReactNode } from 'react';
import { Island, type LoadPlayer } from '@/components/simulator/simulator-island';
import type { PredictIslandProps } from './question';

const load: LoadPlayer<PredictIslandProps> = () =>
  import('./predict-player').then(({ PredictPlayer }) => PredictPlayer);

/** Brings a figure alive that asks first. */
export function PredictIsland(props: PredictIslandProps & { readonly children: ReactNode }) {
  return <Island {...props} load={load} />;
}
