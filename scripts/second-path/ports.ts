import { numbers, option, type Solve, ssRows, words } from './shown';

export const portsLeft: Solve = (shown) => {
  const [peer = ''] = words(shown, /open to (\S+) at this moment/);
  const [, first = '', last = ''] = /port_range = (\d+)\s+(\d+)/.exec(shown.exhibit ?? '') ?? [];
  return Number(last) - Number(first) + 1 - ssRows(shown).filter((row) => row.peer === peer).length;
};

export const connectionRate: Solve = (shown) => {
  const [low = 0, high = 0, sources = 1, backends = 1, wait = 60] = numbers(
    shown,
    /= (\d+) (\d+) and (\d+) source .* over (\d+) backends.* lasts (\d+) s/,
  );
  return ((high - low + 1) * sources * backends) / wait;
};

export const timeToExhaustion: Solve = (shown) => {
  const [low = 0, high = 0, rate = 1] = numbers(shown, /= (\d+) (\d+) opens (\d+) short/);
  return (high - low + 1) / rate;
};

export const entriesInTheLongRun: Solve = (shown) => {
  const [requests = 0, each = 1, percent = 0] = numbers(
    shown,
    /answers (\d+) requests .* with (\d+) requests .* connections (\d+) %/,
  );
  return (requests / each) * (percent / 100) * 60;
};

export const memoryOfEntries: Solve = (shown) => {
  const [size = 0, entries = 0] = numbers(shown, /object of (\d+) octets.* has ([\d,]+) entries/);
  return (size * entries) / 1e6;
};

export const portTakenOver: Solve = (shown) => {
  const [age = 0, reuse = 0, delay = 0] = numbers(
    shown,
    /for ([\d.]+) s\. tcp_tw_reuse = (\d), tcp_tw_reuse_delay = (\d+) ms/,
  );
  const mayTake = reuse === 1 && shown.prompt.includes('timestamps are on') && age * 1000 >= delay;
  return option(shown, mayTake || age > 60 ? 'It succeeds' : 'It fails with EADDRNOTAVAIL');
};

const countOf =
  (states: readonly string[]): Solve =>
  (shown) =>
    ssRows(shown).filter(({ state }) => states.includes(state)).length;

export const ssClosedFirst = countOf(['TIME-WAIT', 'FIN-WAIT-1', 'FIN-WAIT-2', 'CLOSING']);
export const ssNeedsClose = countOf(['CLOSE-WAIT']);
export const ssAfterAWhile = countOf(['ESTAB', 'CLOSE-WAIT']);
