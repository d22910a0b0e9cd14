import type { Timeline } from '@/engine/simulation/timeline';
import { sceneTimeOf } from '../scene/scene-time';
import type { SceneWords } from '../scene/scene-words';
import { formatDuration, formatMoment } from './durations';
import { laneName } from './host-names';
import type { Speech } from './speech';

export function sceneWords(timeline: Timeline, speech: Speech): SceneWords {
  const { shortestFlightMs } = sceneTimeOf(timeline);
  return {
    lost: speech.plain('picture.lost'),
    copy: speech.plain('picture.copy'),
    challenge: speech.plain('picture.challenge'),
    transmission: (n) => speech.plain('picture.transmission', { n }),
    delayed: (ms) => `+${formatDuration(ms, speech)}`,
    fold: (ms, timeWait, size) => {
      const key = `${timeWait ? 'foldWait' : 'fold'}${size === 'phone' ? 'Short' : ''}`;
      return speech.plain(`picture.${key}`, { time: formatDuration(ms, speech) });
    },
    laneName: (lane) => laneName(lane, timeline, speech),
    timer: (kind, ms) =>
      speech.plain(kind === 'time-wait' ? 'picture.waitTimer' : 'picture.retransmissionTimer', {
        time: formatDuration(ms, speech),
      }),
    time: (ms) => formatMoment(ms, shortestFlightMs),
  };
}
