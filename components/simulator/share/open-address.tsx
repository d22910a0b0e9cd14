import { run } from '@/engine/simulation/run';
import { withSettings } from '@/engine/simulation/settings';
import { ENGINE_VERSION } from '@/engine/version';
import { digestOf } from '@/model/run-digest';
import { openLink } from '@/model/share-link';
import type { SharedRun } from '@/model/shared-run';
import type { IslandProps, Linked } from '../player-props';
import { LinkNote, type Warning } from './link-note';
import { loadShareWords } from './share-words';

interface Place extends Pick<IslandProps, 'figure' | 'name' | 'locale'> {
  /** Which messages speak of the link: those of a figure of the book, or of the lab. */
  readonly notes?: 'note' | 'labNote';
}

/** What the fragment of an address says of a figure: how the player opens, and what a reader is told of the link. */
export async function openAddress(fragment: string, { figure, name, locale, notes = 'note' }: Place): Promise<Linked> {
  const say = await loadShareWords(locale);
  const link = openLink(fragment);
  const shared = link.ok && fits(link.run, figure) ? link.run : null;
  const warning = shared ? warningOf(shared, figure) : { key: link.ok ? 'broken' : link.problem };
  const opened = shared && {
    scenario: name,
    settings: shared.settings,
    atMs: shared.atMs,
    view: shared.view,
    ...(shared.picked ? { picked: shared.picked } : {}),
  };
  return {
    ...(opened ? { opened } : {}),
    note: (settings) => <LinkNote {...{ settings, say, warning, notes }} isOpened={opened !== null} />,
  };
}

/** A socket that the figure has not cannot start; hosts that it has not are faults that find nothing, and are shown so. */
function fits({ settings: { startMs = {} } }: SharedRun, { scenario }: Place['figure']): boolean {
  return Object.keys(startMs).every((socket) => scenario.sockets.some(({ id }) => id === socket));
}

function warningOf({ settings, engineVersion, digest }: SharedRun, { scenario }: Place['figure']): Warning | null {
  if (digestOf(run(withSettings(scenario, settings))) === digest) return null;
  return { key: 'changed', values: { before: engineVersion, now: ENGINE_VERSION } };
}
