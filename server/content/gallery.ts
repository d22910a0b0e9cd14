import 'server-only';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { printLabScript } from '@/engine/formats/lab/print-lab-script';
import type { Locale } from '@/model/attempt';
import { type GalleryFile, galleryFile } from '@/model/gallery';
import { GALLERY_GROUPS, type GalleryGroup } from '@/model/gallery-groups';
import { loadFigure } from './figures';

/** A scenario of the gallery as a page of one language shows it. */
export interface GalleryItem {
  readonly name: string;
  readonly group: GalleryGroup;
  readonly title: string;
  readonly watch: string;
  readonly script: string;
}

/** Every scenario of content/gallery, group by group. A fault names its file and the place in it. */
export async function loadGallery(locale: Locale): Promise<readonly GalleryItem[]> {
  const folder = path.join(process.cwd(), 'content', 'gallery');
  const names = (await readdir(folder))
    .filter((file) => file.endsWith('.json'))
    .map((file) => path.basename(file, '.json'));
  const files = await Promise.all(
    names.map(async (name) => ({ name, file: read(name, await readFile(path.join(folder, `${name}.json`), 'utf8')) })),
  );
  const rank = ({ file }: { file: GalleryFile }) => GALLERY_GROUPS.indexOf(file.group) * 1000 + file.place;
  return Promise.all(files.sort((a, b) => rank(a) - rank(b)).map(({ name, file }) => itemOf(name, file, locale)));
}

function read(name: string, source: string): GalleryFile {
  const parsed = galleryFile.safeParse(JSON.parse(source));
  if (!parsed.success) throw new Error(`content/gallery/${name}.json: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

async function itemOf(name: string, file: GalleryFile, locale: Locale): Promise<GalleryItem> {
  const script =
    'script' in file ? `${file.script.join('\n')}\n` : printLabScript((await loadFigure(file.figure)).scenario);
  return { name, group: file.group, title: file.title[locale], watch: file.watch[locale], script };
}
