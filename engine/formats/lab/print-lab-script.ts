import type { Fault, HostSpec, LinkSpec, Scenario, SegmentSelector, SocketSpec, Step } from '../../simulation/scenario';

/** A scenario as a lab script that `parseLabScript` reads to the same scenario, sockets by host. The name becomes the title unless one is given. */
export function printLabScript(scenario: Scenario, title: string | null = null): string {
  const { profile, link, timers, seed, originMs, endMs, hosts, sockets, faults } = scenario;
  const settings = [
    ...(title === null ? [] : [`title ${title}`]),
    `profile ${profile}`,
    ...linkLines(link),
    ...(timers.mslMs === null ? [] : [`msl ${printTime(timers.mslMs)}`]),
    ...(timers.timeWaitMs === null ? [] : [`time_wait ${printTime(timers.timeWaitMs)}`]),
    ...(seed === 1 ? [] : [`seed ${seed}`]),
    ...(originMs === 0 ? [] : [`origin ${printTime(originMs)}`]),
    ...(endMs === 600_000 ? [] : [`end ${printTime(endMs)}`]),
  ];
  const blocks = [
    settings,
    ...hosts.map((host, index) => hostLines(host, index, sockets)),
    ...(faults.length === 0 ? [] : [faults.map(printFault)]),
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function linkLines({ oneWayMs, pairs = [], loss, reorder }: LinkSpec): readonly string[] {
  return [
    `link ${printTime(oneWayMs)}`,
    ...pairs.map((pair) => `link ${pair.from} > ${pair.to} ${printTime(pair.oneWayMs)}`),
    ...(loss === undefined ? [] : [`loss ${printShare(loss)}`]),
    ...(reorder === undefined ? [] : [`reorder ${printShare(reorder.share)} by ${printTime(reorder.byMs)}`]),
  ];
}

function hostLines(host: HostSpec, index: number, sockets: readonly SocketSpec[]): readonly string[] {
  const { id, role, address, profile, isns, timestamps, timestampClockMs, window, sysctls = {} } = host;
  return [
    `host ${id} as ${role}`,
    ...(address === `10.0.0.${index + 1}` ? [] : [`  address ${address}`]),
    ...(profile === undefined ? [] : [`  profile ${profile}`]),
    ...(isns === undefined ? [] : [`  isn ${isns.join(' ')}`]),
    ...(window === undefined ? [] : [`  window ${window}`]),
    ...(timestamps === undefined ? [] : [`  tcp_timestamps = ${timestamps ? 1 : 0}`]),
    ...(timestampClockMs === undefined ? [] : [`  timestamp_clock +${printTime(timestampClockMs)}`]),
    ...Object.entries(sysctls).map(([name, value]) => `  ${name} = ${[value].flat().join(' ')}`),
    ...sockets.filter((socket) => socket.host === id).flatMap(socketLines),
  ];
}

function socketLines({ id, host, lane, steps }: SocketSpec): readonly string[] {
  let reusesAddress = true;
  const lines = steps.flatMap((step) => {
    const call = `    ${printStep(step)}`;
    if (step.call === 'abort') return ['    SO_LINGER 0', call];
    const wanted = step.call === 'bind' || step.call === 'listen' ? (step.reuseAddress ?? true) : reusesAddress;
    if (wanted === reusesAddress) return [call];
    reusesAddress = wanted;
    return [`    SO_REUSEADDR ${wanted ? 1 : 0}`, call];
  });
  return [lane === host ? `  socket ${id}` : `  socket ${id} lane ${lane}`, ...lines];
}

function printStep(step: Step): string {
  return [...printWhen(step), printCall(step)].join(' ');
}

function printWhen({ atMs, afterMs }: Step): readonly string[] {
  if (atMs !== undefined) return [`${atMs / 1000}`];
  return afterMs === undefined ? [] : [`+${afterMs / 1000}`];
}

function printCall(step: Step): string {
  switch (step.call) {
    case 'bind':
    case 'listen':
      return `${step.call} ${step.port}`;
    case 'accept':
      return `accept ${step.as}`;
    case 'connect':
      return `connect ${step.host}:${step.port}`;
    case 'send':
      return /^x{20,}$/.test(step.data)
        ? `write ${step.data.length}`
        : `write "${step.data.replaceAll(/["\\]/g, '\\$&')}"`;
    case 'receive':
      return step.octets === undefined ? 'read' : `read ${step.octets}`;
    case 'receiveEnd':
      return 'read all';
    case 'abort':
      return 'close';
    case 'shutdown':
    case 'close':
    case 'crash':
      return step.call;
  }
}

function printFault(fault: Fault): string {
  if (fault.action === 'drop') return `drop ${printSelector(fault.match)}`;
  const word = fault.action === 'duplicate' ? 'copy' : 'delay';
  return `${word} ${printSelector(fault.match)} by ${printTime(fault.byMs)}`;
}

function printSelector({ from, to, incarnation, flags, relativeSeq, occurrence }: SegmentSelector): string {
  return [
    `${from} > ${to}`,
    ...(flags === undefined ? [] : [flags.replaceAll(' ', '')]),
    ...(relativeSeq === undefined ? [] : [`seq ${relativeSeq}`]),
    ...(incarnation === undefined ? [] : [`connection ${incarnation}`]),
    ...(occurrence === 1 ? [] : [occurrence === undefined ? 'every' : `nth ${occurrence}`]),
  ].join(' ');
}

/** In milliseconds below a second, else in seconds; exact, as numbers are printed. */
function printTime(ms: number): string {
  return ms > 0 && ms % 1000 === 0 ? `${ms / 1000}s` : `${ms}ms`;
}

function printShare(share: number): string {
  return `${Number((share * 100).toFixed(6))}%`;
}
