import type { TimerKind } from '../tcp/turn';
import type { ConnectionRecord, TimerRecord } from './timeline';
import type { Writable } from './writable';

/** Writes down when timers ran, and how each ended. */
export class TimerLog {
  readonly records: Writable<TimerRecord>[] = [];
  private readonly latest = new Map<string, Writable<TimerRecord>>();

  armed({ id: connection, lane }: ConnectionRecord, timer: TimerKind, fromMs: number, durationMs: number): void {
    const key = `${connection} ${timer}`;
    const last = this.latest.get(key);
    if (last?.end === 'stopped' && last.toMs === fromMs) last.end = 'restarted';
    const record: Writable<TimerRecord> = { connection, lane, timer, fromMs, toMs: null, durationMs, end: 'pending' };
    this.records.push(record);
    this.latest.set(key, record);
  }

  disarmed({ id }: ConnectionRecord, timer: TimerKind, toMs: number, fired: boolean): void {
    const record = this.latest.get(`${id} ${timer}`);
    if (record?.end !== 'pending') return;
    record.toMs = toMs;
    record.end = fired ? 'fired' : 'stopped';
  }
}
