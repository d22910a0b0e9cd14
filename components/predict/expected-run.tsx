import { useMemo } from 'react';
import { fill } from '@/components/client/fill';
import { type FigureRun, figureRun } from '@/components/simulator/model/figure-run';
import type { Row } from '@/components/simulator/model/rows';
import { formatMoment } from '@/components/simulator/words/durations';
import { rowText } from '@/components/simulator/words/event-sentence';
import { laneNameOf } from '@/components/simulator/words/host-names';
import type { Speech } from '@/components/simulator/words/speech';
import type { Figure } from '@/model/figure';
import { firstDifference } from './first-difference';
import type { Expected } from './use-prediction';
import type { PredictWords } from './words';

interface Props {
  readonly figure: Figure;
  readonly expected: Expected;
  readonly speech: Speech;
  readonly words: PredictWords;
  readonly lang: string | undefined;
}

/** What it would take for a wrong prediction to come true, and the first events in which that run is not the one that happens. */
export function ExpectedRun({ figure, expected, speech, words, lang }: Props) {
  const { happened, believed } = useMemo(() => {
    const real = figureRun(figure, {}, speech);
    const other = figureRun({ ...figure, scenario: expected.scenario }, {}, speech);
    const say = (row: Row | null, run: FigureRun) => (row ? eventText(row, run, speech, words) : words.never);
    return {
      happened: say(firstDifference(real, other), real),
      believed: say(firstDifference(other, real), other),
    };
  }, [figure, expected, speech, words]);
  return (
    <dl className="ask-parts">
      <dt>{words.otherwise}</dt>
      <dd lang={lang}>{expected.says}</dd>
      <dt>{words.differ}</dt>
      <dd>
        <b>A</b> {words.happened}: {happened}
      </dd>
      <dd>
        <b>B</b> {words.expected}: {believed}
      </dd>
      <dd className="ask-buttons">
        <button type="button" className="btn small" data-act="compare:expected">
          {words.beside}
        </button>
      </dd>
    </dl>
  );
}

function eventText(row: Row, run: FigureRun, speech: Speech, words: PredictWords): string {
  return fill(words.event, {
    time: formatMoment(row.atMs - run.originMs, run.shortestFlightMs),
    host: laneNameOf(row.lane, row.host, run.timeline, speech),
    event: rowText(row, run.timeline, speech),
  });
}
