import { stateLabel } from '@/components/ui/state-name';
import type { StateWords } from '../draw/state-words';
import type { FigureRun } from '../model/figure-run';
import { stateAt } from '../scene/state-diagram/walks';
import { laneLetter, laneName } from './host-names';
import type { Speech } from './speech';

export function stateWords(run: FigureRun, speech: Speech): StateWords {
  const { timeline, walks } = run;
  return {
    title: speech.plain('states.title'),
    activeClose: speech.plain('states.activeClose'),
    passiveClose: speech.plain('states.passiveClose'),
    simultaneousOpen: speech.plain('states.simultaneousOpen'),
    trigger: (arrow) => speech.plain(`states.arrows.${arrow}.trigger`),
    action: (arrow) => (arrow === 6 ? '' : speech.plain(`states.arrows.${arrow}.action`)),
    tokenLetter: (lane) => laneLetter(lane, timeline),
    nodeName: (state) => {
      const isEntered = walks.some((walk) => walk.steps.some((step) => step.to === state));
      return speech.plain(isEntered ? 'states.node' : 'states.nodeUnreached', { state: stateLabel(state) });
    },
  };
}

/** Where every host is at a moment: "Client is in TIME_WAIT. Server is in LAST_ACK." */
export function places(run: FigureRun, ms: number, speech: Speech): string {
  return run.walks
    .map((walk) =>
      speech.plain('states.place', {
        host: laneName(walk.lane, run.timeline, speech),
        state: stateLabel(stateAt(walk, ms)),
      }),
    )
    .join(speech.locale === 'en' ? ' ' : '');
}
