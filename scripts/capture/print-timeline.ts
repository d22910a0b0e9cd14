import type {
  CaptureConnection,
  CaptureInterval,
  CaptureSegment,
  Moment,
} from '@/engine/formats/capture/infer/capture-timeline';
import type { Told } from './read-timeline';

/** The file in a line, its segments in a table, then the states of each end. */
export function printTimeline(told: Told): string {
  const { connections, intervals, segments } = told.timeline;
  const parts = [summary(told), ...(segments.length === 0 ? [] : [table([HEADINGS, ...segments.map(row)])])];
  if (connections.length > 0) parts.push(...connections.map((one) => states(one, intervals)), LEGEND);
  return `${parts.join('\n\n')}\n`;
}

function summary({ file, capture, timeline }: Told): string {
  const { format, total, skipped, startedAt } = capture;
  const lines = [
    `${file}: ${format}, ${total} packets, ${capture.packets.length} of them TCP, from ${startedAt ?? 'an unknown moment'}`,
  ];
  for (const { reason, count, first } of skipped)
    lines.push(`left out: ${count} ${reason} (the first is packet ${first})`);
  if (timeline.unused > 0) lines.push(`left out: ${timeline.unused} that another interface saw better`);
  return lines.join('\n');
}

const HEADINGS = ['packet', 'ms', 'from', 'to', 'flags', 'seq', 'ack', 'len', 'remarks'];

function row(segment: CaptureSegment): string[] {
  const { packets, sent, from, to, sourcePort, destinationPort, flags, relativeSeq, relativeAck, length } = segment;
  return [
    packets.join('+'),
    (sent.latestMs ?? 0).toFixed(3),
    `${from}:${sourcePort}`,
    `${to}:${destinationPort}`,
    flags,
    `${relativeSeq}`,
    `${relativeAck ?? '-'}`,
    `${length}`,
    remarks(segment),
  ];
}

function remarks({
  incarnation,
  isIncarnationCertain,
  transmission,
  copyOf,
  isDuplicateAck,
  fate,
  arrives,
}: CaptureSegment): string {
  const found: readonly (readonly [boolean, string])[] = [
    [incarnation > 1, `connection ${incarnation}${isIncarnationCertain ? '' : ' (or an older one)'}`],
    [copyOf !== null, 'copied by the network'],
    [copyOf === null && transmission > 1, `transmission ${transmission}`],
    [isDuplicateAck, 'duplicate ACK'],
    [fate === 'lost', 'lost'],
    [arrives !== null && arrives.earliestMs === arrives.latestMs, `arrives ${arrives?.latestMs?.toFixed(3)}`],
  ];
  return found.flatMap(([holds, text]) => (holds ? [text] : [])).join(', ');
}

/** Columns as wide as their widest cell; numbers to the right. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = HEADINGS.map((_, column) =>
    rows.reduce((widest, cells) => Math.max(widest, cells[column]?.length ?? 0), 0),
  );
  const isRight = (column: number) => ['packet', 'ms', 'seq', 'ack', 'len'].includes(HEADINGS[column] ?? '');
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => (isRight(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)))
      .join('  ')
      .trimEnd();
  return rows.map(line).join('\n');
}

const LEGEND = `A state marked ? is likely and not certain. After it: when it began, as [earliest .. latest] ms; - where the capture sets no bound.`;

function states(
  { id, isWatched, opening, unknown, closed }: CaptureConnection,
  intervals: readonly CaptureInterval[],
): string {
  const own = intervals.filter(({ connection }) => connection === id);
  const lines = own.map(({ state, isCertain, from, alternatives }) => {
    const others = isCertain || alternatives.length === 0 ? '' : `  or ${alternatives.join(', ')}`;
    return `  ${`${state}${isCertain ? '' : '?'}`.padEnd(14)}${bounds(from)}${others}`;
  });
  if (closed !== null) lines.push(`  ${'CLOSED'.padEnd(14)}${bounds(closed)}  ${closed.by}`);
  const about = [isWatched ? 'watched' : 'not watched', ...(opening === null ? [] : [`${opening} open`])];
  return [`${id} (${about.join(', ')}; unknown: ${unknown.join(', ') || 'nothing'})`, ...lines].join('\n');
}

function bounds({ earliestMs, latestMs }: Moment): string {
  const text = (ms: number | null) => ms?.toFixed(3) ?? '-';
  return earliestMs !== null && earliestMs === latestMs ? text(latestMs) : `[${text(earliestMs)} .. ${text(latestMs)}]`;
}
