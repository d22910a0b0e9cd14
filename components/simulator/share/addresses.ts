import type { Timeline } from '@/engine/simulation/timeline';
import type { Locale } from '@/model/attempt';
import { digestOf } from '@/model/run-digest';
import { writeLink } from '@/model/share-link';
import type { Shareable } from '../player/shareable';

interface Addresses {
  /** The page of the book that opens this run. */
  readonly play: string;
  /** The same run on the page that other sites may frame. */
  readonly embed: string;
}

/** Where a run can be opened. `origin` is that of the book, without a slash at its end. */
export function addressesOf(
  { scenario, ...shared }: Shareable,
  timeline: Timeline,
  locale: Locale,
  origin: string,
): Addresses {
  const { engineVersion } = timeline;
  const fragment = writeLink({ ...shared, engineVersion, digest: digestOf(timeline) });
  return {
    play: `${origin}/${locale}/play/${scenario}#${fragment}`,
    embed: `${origin}/embed/${locale}/${scenario}#${fragment}`,
  };
}

/** Where a run of the lab can be opened: `labAddress` says of which scenario. */
export function labAddressOf(
  labAddress: string,
  { scenario: _, ...shared }: Shareable,
  timeline: Timeline,
  locale: Locale,
  origin: string,
): string {
  const fragment = writeLink({ ...shared, engineVersion: timeline.engineVersion, digest: digestOf(timeline) });
  return `${origin}/${locale}/lab#${labAddress}/${fragment}`;
}

/** What an author pastes into a page; `height` in CSS pixels. */
export function embedCode(address: string, title: string, height: number): string {
  const quoted = title.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  return `<iframe src="${address}" title="${quoted}" width="100%" height="${height}" style="border:0" loading="lazy"></iframe>`;
}
