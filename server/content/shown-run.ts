import 'server-only';
import { run } from '@/engine/simulation/run';
import { type Settings, withSettings } from '@/engine/simulation/settings';
import { digestOf } from '@/model/run-digest';
import { writeLink } from '@/model/share-link';
import { loadFigure } from './figures';

interface Shown {
  readonly scenario: string;
  readonly atMs: number;
  readonly settings?: Settings | undefined;
}

/** What stands behind the '#' of the address that opens this scenario at this moment, under these settings. */
export async function shownRun({ scenario, atMs, settings = {} }: Shown): Promise<string> {
  const figure = await loadFigure(scenario);
  const timeline = run(withSettings(figure.scenario, settings));
  const { engineVersion } = timeline;
  return writeLink({ settings, atMs, view: 'time', engineVersion, digest: digestOf(timeline) });
}
