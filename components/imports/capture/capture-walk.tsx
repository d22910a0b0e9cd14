import { useMemo } from 'react';
import type { Locale } from '@/model/attempt';
import { fill } from '../../client/fill';
import { viewOf } from '../../simulator/model/figure-run';
import { laneName } from '../../simulator/words/host-names';
import type { SimulatorWords, Speech } from '../../simulator/words/speech';
import { Walk } from '../walk/walk';
import { walkSpeech } from '../walk/walk-speech';
import { CaptureEvents } from './capture-events';
import { CaptureInspector } from './capture-inspector';
import { MOST_SEGMENTS, type Walked } from './capture-message';
import type { CapturePicture } from './capture-picture';
import { seenMs } from './drawn-times';
import { endId } from './ends';
import { rowSays, segmentSays } from './event-words';
import type { CaptureWords } from './words';

interface Props {
  readonly walked: Walked;
  readonly picture: CapturePicture;
  readonly walk: (id: number, at: readonly string[] | null, from: number) => void;
  readonly locale: Locale;
  readonly words: CaptureWords;
  readonly simulatorWords: SimulatorWords;
}

/** One conversation of the file on the time diagram of every run, with what could not be known. */
export function CaptureWalk({ walked, picture, walk, locale, words, simulatorWords }: Props) {
  const [left, right] = picture.ends;
  const speech = useMemo(
    () =>
      walkSpeech(locale, simulatorWords, {
        title: fill(words.figureTitle, { a: left.id, b: right.id }),
        description: words.figureDescription,
      }),
    [locale, simulatorWords, words, left, right],
  );
  const run = useMemo(() => viewOf(picture.timeline, speech), [picture, speech]);
  return (
    <Walk
      key={`${walked.id} ${walked.at?.join()} ${picture.from}`}
      run={run}
      speech={speech}
      nameSegment={(id) => segmentSays(id, run, picture, words, speech)}
      tell={(row) => rowSays(row, picture, words)}
      notes={
        <>
          <Knobs {...{ walked, picture, walk, words }} />
          <Notes {...{ picture, words, speech }} />
        </>
      }
      inspect={(picked, view) => (
        <CaptureInspector
          segment={picked}
          {...{ run, picture, words, speech }}
          headers={walked.headers}
          id={view.id}
          isWireOpen={view.isOpen('wire')}
        />
      )}
      events={({ currentMs, pickedId, isOpen }) => (
        <CaptureEvents {...{ run, picture, words, speech, currentMs, pickedId }} isOpen={isOpen('events')} />
      )}
    />
  );
}

/** Where the capture was made, if the reader knows it, and which part of a long conversation is shown. */
function Knobs({ walked, picture, walk, words }: Pick<Props, 'walked' | 'picture' | 'walk' | 'words'>) {
  const { id, at, isTold } = walked;
  const [left, right] = picture.ends;
  const place = at === null ? 'unknown' : at[0] === left.address ? 'a' : 'b';
  const parts = Array.from({ length: Math.ceil(picture.all / MOST_SEGMENTS) }, (_, index) => index * MOST_SEGMENTS);
  const addresses = { a: left.address, b: right.address };
  return (
    <div className="walk-knobs">
      <label>
        {words.at}
        <select
          className="select"
          data-knob="at"
          value={place}
          onChange={({ target }) => {
            const { value } = target;
            walk(id, value === 'a' || value === 'b' ? [addresses[value]] : null, picture.from);
          }}
        >
          <option value="unknown">{isTold ? words.places.told : words.places.unknown}</option>
          <option value="a">{fill(words.places.a, addresses)}</option>
          {left.address !== right.address && <option value="b">{fill(words.places.b, addresses)}</option>}
        </select>
      </label>
      {parts.length > 1 && (
        <label>
          {words.part}
          <select
            className="select"
            data-knob="part"
            value={picture.from}
            onChange={({ target }) => walk(id, at, Number(target.value))}
          >
            {parts.map((from) => (
              <option key={from} value={from}>
                {fill(words.partOf, {
                  from: from + 1,
                  to: Math.min(from + MOST_SEGMENTS, picture.all),
                  all: picture.all,
                })}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  );
}

function Notes({ picture, words, speech }: { picture: CapturePicture; words: CaptureWords; speech: Speech }) {
  const { timeline, connections, states } = picture;
  const first = picture.facts[0] ? seenMs(picture.facts[0]) : 0;
  const nameOf = (host: string) => {
    const lane = timeline.lanes.find((one) => one.host === host);
    return lane ? laneName(lane, timeline, speech) : host;
  };
  const notes = picture.ends.flatMap(({ id }) => {
    const own = connections.filter((one) => endId(one.host, one.localPort) === id);
    const host = nameOf(id);
    const unknown = new Set(own.flatMap((one) => one.unknown));
    const isWatched = own.some((one) => one.isWatched);
    return [
      fill(isWatched ? words.watched : words.unwatched, { host }),
      ...[...unknown]
        .filter((what) => isWatched || (what !== 'receptions' && what !== 'sendings'))
        .map((what) => fill(words.unknowns[what], { host })),
    ];
  });
  return (
    <ul className="walk-notes">
      <li>{fill(words.numbers, { time: (first / 1000).toFixed(3) })}</li>
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
      {states.some(({ isCertain }) => !isCertain) && <li>{words.unsure}</li>}
    </ul>
  );
}
