import type { Counterexample } from '@/engine/explorer/explore';
import type { Ask } from '@/engine/explorer/question';
import type { Figure } from '@/model/figure';

/** What a counterexample shows, by the question; the words are those of figures.json under the scenario's name. */
const VERDICTS: Readonly<Record<Ask, Figure['verdicts'][number]>> = {
  'old-octets': {
    id: 'old-octets',
    measure: { measure: 'oldOctets', socket: 'c2' },
    good: { equals: 0 },
    otherwise: 'bad',
  },
  'passive-end': {
    id: 'server-left-last-ack-by',
    measure: { measure: 'leftBy', socket: 's1', state: 'LAST_ACK' },
    good: { equals: 'ACK' },
    otherwise: 'bad',
  },
};

/** A counterexample as a figure of the book, open at the moment at which it happens. */
export function counterexampleFigure(ask: Ask, { scenario, violatedMs }: Counterexample): Figure {
  return {
    scenario,
    sourceFigure: null,
    views: ['time'],
    openAtMs: violatedMs - scenario.originMs,
    knobs: [],
    verdicts: [VERDICTS[ask]],
    claims: [],
  };
}
