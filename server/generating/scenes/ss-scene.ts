import 'server-only';
import type { Chance } from '../chance';
import type { ClientHost, Fate, Opened } from './client-host';
import { drawAddress } from './numbers';

/** A host with connections of every sort to two servers; at least one each of those that are easily mixed up. */
export function drawSsScene(chance: Chance): ClientHost {
  const addresses = {
    client: drawAddress(chance),
    a: `192.0.2.${chance.int(10, 99)}`,
    b: `198.51.100.${chance.int(10, 99)}`,
  };
  const server = () => chance.pick(['a', 'b']);
  const fate = (): Fate =>
    chance.pick([
      'stays open',
      'closed by us',
      'closed by us',
      'closed by them',
      'left open by us',
      'left open by them',
    ]);
  const some: Opened[] = Array.from({ length: chance.int(3, 9) }, () => ({ server: server(), fate: fate() }));
  const sure = (['stays open', 'closed by us', 'left open by us', 'left open by them'] as const).map(
    (each): Opened => ({ server: server(), fate: each }),
  );
  const first = chance.int(32_768, 60_000);
  return { addresses, opened: chance.shuffled([...some, ...sure]), ports: [first, first + 40] };
}
