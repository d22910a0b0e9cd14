import { readCapture } from '../read/read-capture';
import { framesOf } from '../write/frames';
import { RUN_STARTS_AT_SECONDS, toPcapng } from '../write/to-pcapng';
import type { TestFrame } from './build-capture';
import { BOOK, runAt } from './runs';

/** The IPv4 datagrams of a figure of the book as its client sees them, with their times. */
export function datagramsOf(figure: string): TestFrame[] {
  const found = BOOK.find(({ name }) => name === figure);
  if (found === undefined) throw new Error(`no figure ${figure}`);
  const timeline = runAt(1, found.scenario, { timestamps: true });
  const host = timeline.scenario.hosts[0]?.id ?? '';
  const file = toPcapng(timeline, { host });
  const { packets } = readCapture(file);
  const start = BigInt(RUN_STARTS_AT_SECONDS) * 1_000_000_000n;
  return framesOf(timeline, host).map(({ atMs }, index) => {
    const at = (packets[index]?.atByte ?? 0) + 28;
    const view = new DataView(file.buffer, file.byteOffset);
    return { nanoseconds: start + BigInt(atMs) * 1_000_000n, data: file.slice(at, at + view.getUint16(at + 2)) };
  });
}
