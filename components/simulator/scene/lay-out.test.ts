import { expect, it } from 'vitest';
import { run } from '@/engine/simulation/run';
import { FIGURES, speechOf } from '../testing/figures';
import { sceneWords } from '../words/scene-words';
import { layOut } from './lay-out';
import { sceneAt } from './scene-at';

function layoutOf(name: string, size: 'wide' | 'phone' = 'wide', width = 692) {
  const timeline = run((FIGURES.get(name) ?? expect.fail()).scenario);
  return layOut(timeline, size, width, sceneWords(timeline, speechOf('en', name)));
}

/** A picture as lines of text, from top to bottom: what a person would read off it. */
function readOff(name: string, size?: 'wide' | 'phone', width?: number): string {
  const layout = layoutOf(name, size, width);
  const lines: [number, string][] = [];
  for (const band of layout.bands)
    lines.push([band.top, `|${band.track.index}| ${band.state} to ${Math.round(band.bottom)}`]);
  for (const { segment, path, rightward } of layout.arrows) {
    const text = layout.texts.get(segment.id);
    const label = [text?.label?.name, text?.label?.numbers, ...(text?.badges.map((badge) => `[${badge.text}]`) ?? [])];
    const end = segment.fate === 'lost' ? 'x' : rightward ? '>' : '<';
    lines.push([path[0]?.y ?? 0, `  ${end} ${label.filter(Boolean).join(' ')} to ${Math.round(path.at(-1)?.y ?? 0)}`]);
  }
  for (const call of layout.calls) lines.push([call.y, `  ${call.label?.text}`]);
  for (const fold of layout.folds) lines.push([fold.top, `~~ ${fold.text}`]);
  return lines
    .sort(([a], [b]) => a - b)
    .map(([y, line]) => `${String(Math.round(y)).padStart(4)} ${line}`)
    .join('\n');
}

it('draws figure 4.1', () => {
  expect(readOff('last-ack-lost')).toMatchInlineSnapshot(`
    "  60 |0| ESTABLISHED to 87
      60 |2| ESTABLISHED to 126
      87 |0| FIN_WAIT_1 to 165
      87   > FIN, ACK seq=1001 ack=5001 to 126
      87   close()
     126 |2| CLOSE_WAIT to 204
     126   < ACK seq=5001 ack=1002 to 165
     126   read() = 0
     165 |0| FIN_WAIT_2 to 243
     204 |2| LAST_ACK to 648
     204   < FIN, ACK seq=5001 ack=1002 to 243
     204   close()
     243 |0| TIME_WAIT to 321
     243   x ACK seq=1002 ack=5002 to 271
     321 |0| CLOSED to 344
     348 ~~ 0.79 s in which nothing is sent
     414   x FIN, ACK seq=5001 ack=1002 [2nd] to 442
     531 |1| SYN_SENT to 819
     531   > SYN seq=7000 to 570
     531   connect()
     570   < ACK seq=5002 ack=1002 [challenge] to 609
     609   > RST seq=1002 to 648
     648 |2| CLOSED to 780
     675 ~~ 0.79 s in which nothing is sent
     741   > SYN seq=7000 [2nd] to 780
     780 |2| SYN_RECEIVED to 858
     780   < SYN, ACK seq=9000 ack=7001 to 819
     819 |1| ESTABLISHED to 902
     819   > ACK seq=7001 ack=9001 to 858
     819   connect() = 0
     858 |2| ESTABLISHED to 902
     858   accept()"
  `);
});

it('folds two lifelines of one host into one on a phone', () => {
  expect(layoutOf('last-ack-lost').tracks).toHaveLength(3);
  expect(layoutOf('last-ack-lost', 'phone', 374).tracks.map((track) => track.connections.length)).toEqual([2, 2]);
});

it('draws connections that overlap side by side: a four-tuple waits while its port serves another', () => {
  const server = layoutOf('two-clients').tracks.filter((track) => track.host === 'server');
  expect(server.map((track) => [track.connections.length, track.naming])).toEqual([
    [1, 'along'],
    [1, 'along'],
  ]);
});

it('inks what has happened and pencils the rest', () => {
  const layout = layoutOf('last-ack-lost');
  const inks = (ms: number) =>
    sceneAt(layout, 1000 + ms).arrows.map(({ ink }) => (typeof ink === 'string' ? ink : 'under way'));
  expect(inks(0)).toEqual(['under way', ...Array(10).fill('future')]);
  expect(inks(120)).toEqual(['past', 'past', ...Array(9).fill('future')]);
  expect(inks(1375)).toEqual([...Array(6).fill('past'), 'under way', ...Array(4).fill('future')]);
  expect(new Set(sceneAt(layout, Number.POSITIVE_INFINITY).arrows.map(({ ink }) => ink))).toEqual(new Set(['past']));
});

it('never moves anything when time moves', () => {
  const layout = layoutOf('old-duplicate');
  const paths = (ms: number) => sceneAt(layout, ms).arrows.map(({ arrow }) => arrow.path);
  expect(paths(1000)).toEqual(paths(3200));
});
