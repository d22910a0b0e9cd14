import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Timeline } from '../../../simulation/timeline';
import { joinOctets } from '../testing/join-octets';
import { anyRun, BOOK, runAt, SETTINGS } from '../testing/runs';
import { type Truth, truthsOf } from '../testing/truths';
import { readWithTshark, TSHARK_VERSION } from '../testing/tshark';
import { analyse, type Finding } from '../testing/tshark-analysis';
import { type Frame, framesOf } from './frames';
import { toPcapng } from './to-pcapng';

/** One interface of one run, and what tshark prints of each of its frames. */
interface View {
  readonly title: string;
  readonly timeline: Timeline;
  readonly host: string;
  readonly frames: readonly Frame[];
  readonly truths: readonly Truth[];
  rows: readonly Row[];
}

type Row = Readonly<Record<string, string>>;

const REPEATS: readonly Finding[] = [
  'retransmission',
  'fast_retransmission',
  'spurious_retransmission',
  'out_of_order',
];
const OTHERS: readonly Finding[] = [
  ...(['duplicate_ack', 'keep_alive', 'keep_alive_ack', 'reused_ports', 'lost_segment', 'ack_lost_segment'] as const),
  ...(['window_update', 'zero_window', 'zero_window_probe', 'zero_window_probe_ack'] as const),
];
const FINDINGS = [...REPEATS, ...OTHERS];
const fieldOf = (finding: Finding) => `tcp.analysis.${finding}`;
const HEALTH = ['_ws.malformed', 'ip.checksum.status', 'tcp.checksum.status', 'frame.comment'];
const GOOD = '1';

if (TSHARK_VERSION === null) console.warn('tshark is not installed: what it says of our captures is not tested here.');

describe.skipIf(TSHARK_VERSION === null)(`captures of runs, read by tshark ${TSHARK_VERSION ?? ''}`, () => {
  const book = bookViews();
  const random = randomViews(book.length);
  const all = [...book, ...random];

  beforeAll(() => {
    // One file with a section for each view: starting tshark takes longer than its work.
    const file = joinOctets(all.map(({ timeline, host }) => toPcapng(timeline, { host })));
    const rows = readWithTshark(file, [...FINDINGS.map(fieldOf), ...HEALTH]);
    let at = 0;
    for (const view of all) {
      view.rows = rows.slice(at, at + view.frames.length);
      at += view.frames.length;
    }
    expect(rows).toHaveLength(at);
  }, 120_000);

  it('opens all of them: no frame malformed, every checksum right, each frame the segment of the run that it should be', () => {
    expect(book.length).toBeGreaterThan(150);
    for (const view of all) {
      view.rows.forEach((row, index) => {
        const frame = view.frames[index];
        expect(row['_ws.malformed'], `${view.title}, frame ${index}`).toBe('');
        expect([row['ip.checksum.status'], row['tcp.checksum.status']], `${view.title}, frame ${index}`).toEqual([
          GOOD,
          GOOD,
        ]);
        expect(row['frame.comment']).toContain(`segment ${frame?.segment.id} of the run`);
      });
    }
  });

  it('finds at every frame what its rules, written a second time, say of numbers and moments', () => {
    for (const view of all) {
      const expected = analyse(view.frames).map((found) => asPrinted(found));
      expect(
        view.rows.map((row) => asPrinted(foundIn(row))),
        view.title,
      ).toEqual(expected);
    }
  });

  it('finds in the book exactly the retransmissions and duplicates of the runs, but for three figures', () => {
    const repeats = book.flatMap(({ truths }) => truths.filter((one) => one.repeats || one.repeatsAck));
    expect(repeats.length).toBeGreaterThan(100);
    const wrong = book.flatMap((view) => deviations(view).map((text) => `${view.title}: ${text}`));
    // These are about two incarnations that meet, and a capture has no other name for a connection than its numbers. An octet of
    // the old one that falls into the window of the new one looks new, the new octet behind it a repetition, and the ACKs by
    // which the two ends then disagree answers to it; a challenge ACK that LAST_ACK sends after the new SYN opens a
    // conversation, for tshark, in which nothing was said before.
    const expected = [
      /^(old-duplicate|one-msl), .*, at client: segment \d+ \(PSH, ACK\) of incarnation 1 repeats octets, tshark: nothing$/,
      /^(old-duplicate|one-msl), .*: segment \d+ \(PSH, ACK\) of incarnation 2 is new, tshark: retransmission( spurious_retransmission)?$/,
      /^one-msl, .*, at client: segment \d+ \(ACK\) of incarnation 2 repeats an ACK, tshark: nothing$/,
      /^last-ack-lost, .*, at (client|server): segment \d+ \(ACK\) of incarnation 1 repeats an ACK, tshark: nothing$/,
    ];
    for (const line of wrong) expect(line).toSatisfy((text: string) => expected.some((form) => form.test(text)));
    for (const form of expected)
      expect(
        wrong.filter((line) => form.test(line)),
        `${form}`,
      ).not.toEqual([]);
  });

  it('finds under any faults exactly the retransmissions and duplicates of the run, wherever incarnations do not mix', () => {
    expect(random.flatMap(({ truths }) => truths).filter(({ isMixed }) => !isMixed).length).toBeGreaterThan(2000);
    for (const view of random) expect(deviations(view, { unmixedOnly: true }), view.title).toEqual([]);
  });

  it('reads windows beyond sixteen bits as the run has them, to the octets that their scale can say', () => {
    const scenario = BOOK.find(({ name }) => name === 'whole-life')?.scenario;
    if (scenario === undefined) throw new Error('no figure whole-life');
    const hosts = scenario.hosts.map((host) => ({ ...host, window: 1_048_576 }));
    const timeline = runAt(1, { ...scenario, hosts });
    const windows = framesOf(timeline, 'client').map(({ segment: { kind, window } }) =>
      String(kind === 'syn' ? Math.min(window, 65_535) : Math.floor(window / 32) * 32),
    );
    const rows = readWithTshark(toPcapng(timeline, { host: 'client' }), ['tcp.window_size']);
    expect(rows.map((row) => row['tcp.window_size'])).toEqual(windows);
  }, 60_000);

  it('sees in the file of all interfaces, one interface at a time, what it sees in the file of one', () => {
    const fields = [
      'frame.interface_name',
      'frame.time_epoch',
      'tcp.seq_raw',
      'tcp.ack_raw',
      'ip.id',
      'tcp.flags',
      'frame.comment',
    ];
    for (const { scenario } of BOOK.filter(({ name }) => name === 'two-clients')) {
      const timeline = runAt(1, scenario);
      const whole = toPcapng(timeline);
      timeline.scenario.hosts.forEach(({ id: host }, index) => {
        const alone = readWithTshark(toPcapng(timeline, { host }), fields);
        expect(alone.every((row) => row['frame.interface_name'] === host)).toBe(true);
        expect(readWithTshark(whole, fields, `frame.interface_id == ${index}`)).toEqual(alone);
      });
    }
  }, 120_000);
});

function bookViews(): View[] {
  const runs = BOOK.flatMap(({ name, scenario, faults }) => {
    const allFaults = { 'all faults': { faults }, 'all faults on Linux': { faults, profile: 'linux' as const } };
    const settings = Object.entries({ ...SETTINGS, ...allFaults });
    return settings.map(([title, setting]) => ({ title: `${name}, ${title}`, scenario, settings: setting }));
  });
  return viewsOf(runs, 0);
}

function randomViews(from: number): View[] {
  return viewsOf(fc.sample(anyRun, { numRuns: 300, seed: 168 }), from);
}

function viewsOf(
  runs: readonly { title: string; scenario: Timeline['scenario']; settings: object }[],
  from: number,
): View[] {
  let place = from;
  return runs.flatMap(({ title, scenario, settings }) =>
    scenario.hosts.map(({ id: host }) => {
      const timeline = runAt(place, scenario, settings);
      place += 1;
      const frames = framesOf(timeline, host);
      return { title: `${title}, at ${host}`, timeline, host, frames, truths: truthsOf(frames), rows: [] };
    }),
  );
}

function foundIn(row: Row): Set<Finding> {
  return new Set(FINDINGS.filter((finding) => row[fieldOf(finding)] !== ''));
}

/**
 * Sorted names. tshark prints "retransmission" beside its two special kinds. Later versions than 4.0 call a SYN or FIN that comes again within
 * a round trip out of order, so there only the fact of a repetition is compared.
 */
function asPrinted(found: ReadonlySet<Finding>): string {
  const names = new Set<string>(found);
  if (names.has('fast_retransmission') || names.has('spurious_retransmission')) names.add('retransmission');
  if (TSHARK_VERSION?.startsWith('4.0.') === false && REPEATS.some((name) => names.delete(name)))
    names.add('a repetition');
  return [...names].sort().join(' ');
}

/** Where tshark's view of a frame is not the run's. */
function deviations({ frames, truths, rows }: View, { unmixedOnly = false } = {}): string[] {
  return frames.flatMap(({ segment }, index) => {
    const truth = truths[index];
    const found = foundIn(rows[index] ?? {});
    if (truth === undefined || (unmixedOnly && truth.isMixed)) return [];
    // tshark calls one octet that comes again a keep-alive, and the ACK that a keep-alive gets by a name of its own.
    const isRepeat = REPEATS.some((name) => found.has(name)) || (segment.kind !== 'ack' && found.has('keep_alive'));
    const isRepeatedAck = found.has('duplicate_ack') || found.has('keep_alive_ack');
    if (isRepeat === truth.repeats && isRepeatedAck === truth.repeatsAck) return [];
    const is = truth.repeats ? 'repeats octets' : truth.repeatsAck ? 'repeats an ACK' : 'is new';
    const names = [...found].join(' ') || 'nothing';
    return [`segment ${segment.id} (${segment.flags}) of incarnation ${segment.incarnation} ${is}, tshark: ${names}`];
  });
}
