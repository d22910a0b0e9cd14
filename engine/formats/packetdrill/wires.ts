import type { Departure } from '../../network/observer';
import { PORT } from './calls';
import { Mismatch } from './problem';
import type { ScriptCall, ScriptPacket } from './script';
import type { ScriptSocket, Sockets } from './sockets';
import type { TestedHost } from './tested-host';
import { Wire } from './wire';

/** The connection that the script's packets are about: the newest one, as in packetdrill. */
export class Wires {
  private current: Wire | null = null;
  /** The socket whose connection it is, where the host opened it. */
  private socket: ScriptSocket | null = null;
  private nextPort = 49_152;
  private incarnation = 0;

  constructor(
    private readonly tested: TestedHost,
    private readonly sockets: Sockets,
  ) {}

  /** A socket that begins to listen or to connect is what the next packets are about. */
  beforeCall({ name }: ScriptCall): void {
    if (name !== 'listen' && name !== 'connect') return;
    this.current = null;
    this.socket = null;
  }

  afterCall(one: ScriptSocket | null): void {
    if (one?.socket.endpoint != null && one.isOpen) this.socket = one;
  }

  inject(packet: ScriptPacket, line: number): void {
    const wire = this.current ?? this.active() ?? this.passive(packet);
    this.current = wire;
    if (packet.flags.syn && packet.ack === null) this.incarnation += 1;
    if (packet.seq === null) throw new Mismatch(line, 'a packet without a sequence number');
    const segment = wire.toLive(packet, Math.max(1, this.incarnation));
    const { options } = packet;
    const seen = { line, options: options ?? [], windowShift: wire.windowShift('script', packet.flags.syn) };
    const relative = packet.flags.syn ? 0 : packet.seq;
    this.tested.receive(segment, wire.remotePort, wire.localPort, relative, seen);
  }

  /** The connection of a packet that the host has sent. */
  of({ sourcePort, destinationPort }: Departure, line: number): Wire {
    const wire = this.current ?? this.active();
    if (wire === null || wire.localPort !== sourcePort || wire.remotePort !== destinationPort) {
      throw new Mismatch(line, 'a packet of another connection was sent');
    }
    this.current = wire;
    return wire;
  }

  /** What a SYN's options may say: nothing under TCP_NOOPT, the MSS alone once it has been sent so often that options are thought to be in the way. */
  says({ segment, endpoint }: Departure): 'everything' | 'mss' | 'nothing' {
    const owner = endpoint === null ? null : this.sockets.ownerOf(endpoint);
    if (owner?.options.get('TCP_NOOPT') === 1) return 'nothing';
    const { plainSynAfter } = this.tested.settings;
    const connection = endpoint?.connection;
    const retries = connection !== undefined && 'send' in connection ? connection.send.retries : 0;
    return plainSynAfter !== null && segment.syn && retries >= plainSynAfter ? 'mss' : 'everything';
  }

  /** What TCP_INFO says under this name; null where it is not known. */
  info(name: string): string | number | null {
    const wire = this.current;
    const endpoint =
      [...this.tested.host.endpoints.values()].find(
        ({ localPort, remotePort }) => localPort === wire?.localPort && remotePort === wire.remotePort,
      ) ?? this.socket?.socket.endpoint;
    const connection = endpoint?.connection;
    if (connection === undefined) return null;
    if (name === 'tcpi_state') return `TCPI_${connection.state}`;
    if (!('send' in connection)) return null;
    const { send } = connection;
    switch (name) {
      case 'tcpi_unacked':
        return send.inFlight.length;
      case 'tcpi_retransmits':
        return send.retries;
      case 'tcpi_backoff':
        return send.retries;
      case 'tcpi_snd_cwnd':
        return send.congestionWindow ?? this.tested.settings.profile.initialWindow;
      default:
        return null;
    }
  }

  /** The connection that the host has opened, once it has. */
  private active(): Wire | null {
    const endpoint = [...this.tested.host.endpoints.values()].at(-1) ?? this.tested.sent[0]?.endpoint ?? null;
    return endpoint === null || endpoint.listener >= 0 ? null : new Wire(endpoint.localPort, endpoint.remotePort);
  }

  private passive(packet: ScriptPacket): Wire {
    const wire = new Wire(PORT, this.nextPort++);
    wire.opensWith(packet);
    return wire;
  }
}
