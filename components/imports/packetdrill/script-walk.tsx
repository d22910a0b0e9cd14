import { useMemo } from 'react';
import type { SegmentRecord } from '@/engine/simulation/timeline';
import { fill } from '../../client/fill';
import { viewOf } from '../../simulator/model/figure-run';
import { EventTable } from '../../simulator/parts/event-table';
import { Inspector } from '../../simulator/parts/inspector';
import { rowText } from '../../simulator/words/event-sentence';
import { segmentName } from '../../simulator/words/segment-name';
import { Walk } from '../walk/walk';
import { walkSpeech } from '../walk/walk-speech';
import { scriptHeader } from './script-header';
import { ScriptListing } from './script-listing';
import { scriptPicture } from './script-picture';
import type { ScriptResultProps } from './script-result-props';

const OPENED = ['script'];

/** What the script did to its host, on the time diagram of every run. The host is the engine's, so that its rules are told; the script is the other end. */
export function ScriptWalk({ asked, played, locale, words, simulatorWords }: ScriptResultProps) {
  const { timeline: raw, packets } = played;
  const speech = useMemo(
    () =>
      walkSpeech(locale, simulatorWords, {
        title: words.figureTitle,
        description: words.figureDescription,
        hosts: { peer: words.hosts },
      }),
    [locale, simulatorWords, words],
  );
  const run = useMemo(() => {
    if (raw === null) return null;
    const view = viewOf(scriptPicture(raw), speech);
    // The script has no states to walk through.
    return { ...view, walks: view.walks.filter(({ lane }) => lane.host === 'tested') };
  }, [raw, speech]);
  if (raw === null || run === null) return null;
  const headerOf = ({ id }: SegmentRecord) => {
    const segment = raw.segments[id];
    if (segment === undefined) throw new RangeError(`no segment ${id}`);
    return scriptHeader(segment, packets.get(id));
  };
  const lineOf = ({ id, from }: SegmentRecord) => {
    const line = packets.get(id)?.line;
    if (line === undefined) return null;
    return <p className="import-line">{fill(from === 'script' ? words.ofLine : words.seenInLine, { line })}</p>;
  };
  return (
    <Walk
      run={run}
      speech={speech}
      nameSegment={(id) => segmentName(id, run, null, speech)}
      tell={(row) => rowText(row, run.timeline, speech)}
      opened={OPENED}
      notes={<p className="walk-note">{words.noWay}</p>}
      inspect={(picked, { id, isOpen }) => (
        <Inspector
          segment={picked}
          timeline={run.timeline}
          shortestFlightMs={run.shortestFlightMs}
          speech={speech}
          id={id}
          isWireOpen={isOpen('wire')}
          isRulesOpen={isOpen('rules')}
          headerOf={headerOf}
          outside={lineOf}
        />
      )}
      events={({ currentMs, pickedId, isOpen }) => (
        <>
          <ScriptListing
            text={asked.text}
            played={played}
            words={words}
            currentMs={currentMs}
            isOpen={isOpen('script')}
          />
          <EventTable
            timeline={run.timeline}
            rows={run.rows}
            currentMs={currentMs}
            pickedId={pickedId}
            shortestFlightMs={run.shortestFlightMs}
            speech={speech}
            isOpen={isOpen('events')}
          />
        </>
      )}
    />
  );
}
