import type { TcpState } from '../../engine/tcp/state';

/** Every name by which `ss` and `netstat` call a state; net-tools also in the languages whose translations it ships. */
const NAMES: Readonly<Record<string, TcpState>> = {
  // ss (iproute2, misc/ss.c: sstate_name)
  ESTAB: 'ESTABLISHED',
  'SYN-SENT': 'SYN_SENT',
  'SYN-RECV': 'SYN_RECEIVED',
  'FIN-WAIT-1': 'FIN_WAIT_1',
  'FIN-WAIT-2': 'FIN_WAIT_2',
  'TIME-WAIT': 'TIME_WAIT',
  UNCONN: 'CLOSED',
  'CLOSE-WAIT': 'CLOSE_WAIT',
  'LAST-ACK': 'LAST_ACK',
  LISTEN: 'LISTEN',
  CLOSING: 'CLOSING',
  // netstat (net-tools, netstat.c: tcp_state; busybox the same)
  ESTABLISHED: 'ESTABLISHED',
  SYN_SENT: 'SYN_SENT',
  SYN_RECV: 'SYN_RECEIVED',
  FIN_WAIT1: 'FIN_WAIT_1',
  FIN_WAIT2: 'FIN_WAIT_2',
  TIME_WAIT: 'TIME_WAIT',
  CLOSE: 'CLOSED',
  CLOSE_WAIT: 'CLOSE_WAIT',
  LAST_ACK: 'LAST_ACK',
  // German
  VERBUNDEN: 'ESTABLISHED',
  // Czech
  SPOJENO: 'ESTABLISHED',
  ZAVŘEN: 'CLOSED',
  POSLEDNÍ: 'LAST_ACK',
  NASLOUCHÁ: 'LISTEN',
  ZAVÍRÁ: 'CLOSING',
  // Brazilian Portuguese
  ESTABELECIDA: 'ESTABLISHED',
  SYN_ENVIADO: 'SYN_SENT',
  SYN_RECEBIDO: 'SYN_RECEIVED',
  ESPERA_FIN1: 'FIN_WAIT_1',
  ESPERA_FIN2: 'FIN_WAIT_2',
  FECHAR: 'CLOSED',
  ESPERANDO_FECHAR: 'CLOSE_WAIT',
  ÚLTIMO_ACK: 'LAST_ACK',
  OUÇA: 'LISTEN',
  FECHANDO: 'CLOSING',
};

const BY_NAME: ReadonlyMap<string, TcpState> = new Map(Object.entries(NAMES));

export function stateNamed(name: string | undefined): TcpState | null {
  return name === undefined ? null : (BY_NAME.get(name) ?? null);
}

/** `ss state time-wait` prints no State column; its filter says what the rows are. */
export function stateOfFilter(command: string): TcpState | null {
  const name = / state ([a-z0-9-]+)/.exec(command)?.[1]?.toUpperCase();
  return name === 'ESTABLISHED' ? 'ESTABLISHED' : stateNamed(name);
}
