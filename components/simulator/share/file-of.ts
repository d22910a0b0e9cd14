import type { FigureRun } from '../model/figure-run';
import type { Shareable } from '../player/shareable';

/** What can be saved of a run. */
export type Wanted =
  | { readonly type: 'svg' | 'png' }
  /** What this host sent and received. */
  | { readonly type: 'capture'; readonly host: string };

interface Source {
  readonly run: FigureRun;
  readonly shareable: Shareable;
  readonly picture: () => SVGSVGElement | null;
}

/** Each kind of file brings its own code. @throws where the code does not come, or the browser cannot draw. */
export async function fileOf(wanted: Wanted, { run, shareable, picture }: Source): Promise<File> {
  const name = `2msl-${shareable.scenario}`;
  if (wanted.type === 'capture') {
    const { toPcapng } = await import('@/engine/formats/capture/write/to-pcapng');
    const octets = toPcapng(run.timeline, { host: wanted.host });
    return new File([octets.slice()], `${name}-${wanted.host}.pcapng`, { type: 'application/x-pcapng' });
  }
  const svg = picture();
  if (!svg) throw new Error('nothing is drawn');
  const { pictureFile } = await import('./picture/picture-file');
  return pictureFile(svg, wanted.type, `${name}-${shareable.atMs}ms`);
}
