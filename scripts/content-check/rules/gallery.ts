import path from 'node:path';
import { parseLabScript } from '@/engine/formats/lab/parse-lab-script';
import type { Figure } from '@/model/figure';
import { galleryFile } from '@/model/gallery';
import type { Book } from '../book';
import { error, type Problem } from '../problem';

/** The lab's gallery: every scenario has its shape and both languages, a script that can be read or a figure that exists, and a place of its own. */
export function checkGallery({ gallery }: Book, figures: ReadonlyMap<string, Figure>): Problem[] {
  const places = new Map<string, string>();
  return [...gallery.values()].flatMap((file): Problem[] => {
    const parsed = galleryFile.safeParse(file.value);
    if (!parsed.success) {
      return parsed.error.issues.map((issue) => {
        const at = issue.path as (string | number)[];
        return error('gallery', file.file, file.lineOf(at), `${at.join('.') || 'file'}: ${issue.message}`);
      });
    }
    const { data } = parsed;
    const problems: Problem[] = [];
    const place = `${data.group} ${data.place}`;
    const other = places.get(place);
    places.set(place, path.basename(file.file));
    if (other !== undefined) {
      problems.push(error('gallery', file.file, file.lineOf(['place']), `${other} has this place already`));
    }
    if ('figure' in data && !figures.has(data.figure)) {
      problems.push(error('gallery', file.file, file.lineOf(['figure']), `there is no scenario "${data.figure}"`));
    }
    const script = 'script' in data ? parseLabScript(data.script.join('\n')) : null;
    if (script?.ok === false) {
      for (const { line, key, values } of script.problems) {
        const message = `line ${line} of the script: ${key} ${JSON.stringify(values)}`;
        problems.push(error('gallery', file.file, file.lineOf(['script', line - 1]), message));
      }
    }
    return problems;
  });
}
