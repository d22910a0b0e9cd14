import type { Cause, SegmentRecord, Timeline } from '../simulation/timeline';

/**
 * A run as a few lines that a person can check: what happened, where, and what was sent, times from the scenario's origin.
 * `   50 server  FIN,ACK 1001:5001 arrives > CLOSE_WAIT, sends ACK 5001:1002`
 */
export function tell(timeline: Timeline, fromMs = 0): string[] {
  const { originMs } = timeline.scenario;
  return timeline.entries
    .filter(({ atMs }) => atMs >= originMs + fromMs)
    .map(({ atMs, lane, cause, before, after, sends }) => {
      const moved = before === after ? '' : ` > ${after}`;
      const sent = sends.map((id) => describe(timeline.segments[id])).join(' and ');
      return `${atMs - originMs} ${lane}: ${describeCause(cause, timeline)}${moved}${sent === '' ? '' : `, sends ${sent}`}`;
    });
}

function describeCause(cause: Cause, timeline: Timeline): string {
  switch (cause.type) {
    case 'call':
      return `${cause.call}(${cause.argument ?? ''})`;
    case 'return':
      return `${cause.call} returns ${cause.result}`;
    case 'segment':
      return `${describe({ ...timeline.segments[cause.segment], fate: 'delivered', isChallengeAck: false } as SegmentRecord)} arrives`;
    case 'timer':
      return `${cause.timer} runs out`;
    case 'outside':
      return `line ${cause.line}`;
  }
}

function describe(segment: SegmentRecord | undefined): string {
  if (segment === undefined) return 'nothing';
  const { flags, seq, ack, payload, fate, isChallengeAck, delayedByMs, copyOf } = segment;
  const notes = [
    ...(isChallengeAck ? ['challenge'] : []),
    ...(fate === 'lost' ? ['lost'] : []),
    ...(delayedByMs > 0 && copyOf === null ? ['delayed'] : []),
    ...(copyOf === null ? [] : ['copy']),
  ];
  const numbers = ack === null ? `${seq}` : `${seq}:${ack}`;
  const text = payload === '' ? '' : ` "${payload}"`;
  const bits = flags.replace('PSH, ', '').replaceAll(' ', '');
  return `${bits} ${numbers}${text}${notes.length === 0 ? '' : ` (${notes.join(', ')})`}`;
}
