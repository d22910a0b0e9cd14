import { fill } from '../../client/fill';
import type { FigureRun } from '../../simulator/model/figure-run';
import type { Row } from '../../simulator/model/rows';
import { numbersOf } from '../../simulator/scene/wordings';
import { segmentName } from '../../simulator/words/segment-name';
import type { Speech } from '../../simulator/words/speech';
import type { CapturePicture } from './capture-picture';
import type { CaptureWords } from './words';

/** What happened at one end at one moment, and no more than the capture tells. */
export function rowSays({ entries }: Row, picture: CapturePicture, words: CaptureWords): string {
  return entries
    .flatMap(({ cause, sends }) => [
      ...(cause.type === 'segment' ? [arrivalSays(cause.segment, picture, words)] : []),
      ...sends.map((id) => sendingSays(id, picture, words)),
    ])
    .join('; ');
}

function sendingSays(id: number, { timeline, facts }: CapturePicture, words: CaptureWords): string {
  const segment = timeline.segments[id];
  const fact = facts[id];
  if (segment === undefined || fact === undefined) return '';
  const { events } = words;
  const values = { segment: `${segment.flags} ${numbersOf(segment)}`, n: fact.transmission };
  const what = fill(fact.copyOf !== null ? events.copied : fact.transmission > 1 ? events.again : events.sends, values);
  return fact.fate === 'lost' ? fill(events.lost, { segment: what }) : what;
}

function arrivalSays(id: number, { timeline, facts }: CapturePicture, words: CaptureWords): string {
  const segment = timeline.segments[id];
  const isKnown = facts[id]?.fate === 'delivered';
  return fill(isKnown ? words.events.arrives : words.events.mayArrive, { segment: segment?.flags ?? '' });
}

/** A segment in one sentence, for whoever cannot see the arrow. */
export function segmentSays(
  id: number,
  run: FigureRun,
  { facts }: CapturePicture,
  words: CaptureWords,
  speech: Speech,
): string {
  const name = segmentName(id, run, null, speech);
  return facts[id]?.fate === 'unknown' ? `${name} (${words.inspector.arrives}: ${words.inspector.unknown})` : name;
}
