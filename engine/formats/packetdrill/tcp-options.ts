import type { TcpOption } from './script';

/** What one side's SYN says, or what both have agreed on. */
export interface Offer {
  readonly mss: number | null;
  readonly windowShift: number | null;
  readonly sack: boolean;
  readonly timestamps: { readonly value: number; readonly echo: number } | null;
}

const LENGTH = { mss: 4, nop: 1, eol: 1, wscale: 3, sackOK: 2, TS: 10 } as const;

/** The option field of a segment, in the order and with the padding of the stack (`tcp_options_write`, FreeBSD `tcp_addoptions`). */
export function writeOptions(offer: Offer, layout: 'linux' | 'freebsd'): TcpOption[] {
  return layout === 'linux' ? writeLinux(offer) : writeFreeBsd(offer);
}

function writeLinux({ mss, windowShift, sack, timestamps }: Offer): TcpOption[] {
  const options: TcpOption[] = mss === null ? [] : [{ kind: 'mss', value: mss }];
  if (timestamps !== null) {
    options.push(...(sack ? [sackOk] : [nop, nop]), { kind: 'TS', ...timestamps });
  } else if (sack) {
    options.push(nop, nop, sackOk);
  }
  if (windowShift !== null) options.push(nop, { kind: 'wscale', value: windowShift });
  return options;
}

function writeFreeBsd({ mss, windowShift, sack, timestamps }: Offer): TcpOption[] {
  const options: TcpOption[] = [];
  /** Adds an option where its place, counted in octets, leaves this rest by `modulus`. */
  const add = (option: TcpOption, modulus: number, rest: number) => {
    while (sizeOf(options) % modulus !== rest) options.push(nop);
    options.push(option);
  };
  if (mss !== null) add({ kind: 'mss', value: mss }, 4, 0);
  if (windowShift !== null) add({ kind: 'wscale', value: windowShift }, 2, 1);
  if (sack) add(sackOk, 2, 0);
  if (timestamps !== null) add({ kind: 'TS', ...timestamps }, 4, 2);
  while (sizeOf(options) % 4 !== 0) options.push({ kind: 'eol' });
  return options;
}

const nop: TcpOption = { kind: 'nop' };
const sackOk: TcpOption = { kind: 'sackOK' };

function sizeOf(options: readonly TcpOption[]): number {
  return options.reduce((sum, { kind }) => sum + LENGTH[kind], 0);
}

/** What a SYN of the script says. */
export function readOptions(options: readonly TcpOption[]): Offer {
  const find = (kind: TcpOption['kind']) => options.find((option) => option.kind === kind);
  const stamp = find('TS');
  return {
    mss: find('mss')?.value ?? null,
    windowShift: find('wscale')?.value ?? null,
    sack: find('sackOK') !== undefined,
    timestamps: stamp === undefined ? null : { value: stamp.value ?? 0, echo: stamp.echo ?? 0 },
  };
}

export function printOptions(options: readonly TcpOption[]): string {
  const words = options.map(({ kind, value, echo }) =>
    kind === 'TS' ? `TS val ${value} ecr ${echo}` : value === undefined ? kind : `${kind} ${value}`,
  );
  return words.length === 0 ? '' : `<${words.join(',')}>`;
}
