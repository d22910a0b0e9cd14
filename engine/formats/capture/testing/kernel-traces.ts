import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { TCP_STATES, type TcpState } from '../../../tcp/state';

/** One recorded connection or more: `fixtures/README.md` says of what. */
export interface KernelTrace {
  readonly name: string;
  readonly capture: Uint8Array;
  readonly packets: readonly TracePacket[];
  readonly states: readonly TraceState[];
}

export interface TracePacket {
  readonly atMs: number;
  readonly from: string;
  readonly to: string;
  readonly sourcePort: number;
  readonly destinationPort: number;
  readonly flags: string;
  readonly seq: number;
  readonly ack: number | null;
  readonly length: number;
  readonly incarnation: number;
  readonly fate: string;
}

export interface TraceState {
  readonly atMs: number;
  readonly host: string;
  readonly localPort: number;
  readonly remotePort: number;
  readonly state: TcpState;
}

interface TraceFile {
  readonly name: string;
  readonly addresses: Readonly<Record<string, string>>;
  readonly packets: readonly string[];
  readonly states: readonly string[];
}

const FOLDER = path.join(import.meta.dirname, '../../fixtures');

/** Linux has names of its own for three of the states. */
const LINUX_NAMES: Readonly<Record<string, TcpState>> = {
  SYN_RECV: 'SYN_RECEIVED',
  FIN_WAIT1: 'FIN_WAIT_1',
  FIN_WAIT2: 'FIN_WAIT_2',
};

export const KERNEL_TRACES: readonly KernelTrace[] = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.pcap'))
  .sort()
  .map((file) => readTrace(path.join(FOLDER, file)));

function readTrace(capture: string): KernelTrace {
  const file = JSON.parse(readFileSync(capture.replace('.pcap', '.json'), 'utf8')) as TraceFile;
  const address = (host: string | undefined) => file.addresses[host ?? ''] ?? '';
  return {
    name: file.name,
    capture: readFileSync(capture),
    packets: file.packets.map((line) => {
      const [at, way, source, destination, flags, seq, ack, length, incarnation, fate] = line.split(' ');
      const [from, to] = (way ?? '').split('>');
      return {
        atMs: Number(at),
        from: address(from),
        to: address(to),
        sourcePort: Number(source),
        destinationPort: Number(destination),
        flags: flags ?? '',
        seq: Number(seq),
        ack: ack === '-' ? null : Number(ack),
        length: Number(length),
        incarnation: Number(incarnation),
        fate: fate ?? '',
      };
    }),
    states: file.states.map((line) => {
      const [at, host, local, remote, state] = line.split(' ');
      const ports = { localPort: Number(local), remotePort: Number(remote) };
      return { atMs: Number(at), host: address(host), ...ports, state: stateOf(state ?? '') };
    }),
  };
}

function stateOf(name: string): TcpState {
  const state = LINUX_NAMES[name] ?? TCP_STATES.find((one) => one === name);
  if (state === undefined) throw new Error(`no state ${name}`);
  return state;
}
