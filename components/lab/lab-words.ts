import { LAB_PROBLEMS, type LabProblemKey } from '@/engine/formats/lab/lab-problem';
import { VOCABULARY } from '@/engine/formats/lab/vocabulary';
import { GALLERY_GROUPS } from '@/model/gallery-groups';

function each<K extends string>(keys: readonly K[]): Record<K, string> {
  return Object.fromEntries(keys.map((key) => [key, ''])) as Record<K, string>;
}

/** What the lab says: the shape of content/<locale>/words/lab.json, as `readWords` wants it. */
export const LAB_WORDS = {
  script: { title: '', label: '', watch: '', choose: '', back: '', own: '', status: '', again: '' },
  problems: { title: '', line: '', ...each<LabProblemKey>(LAB_PROBLEMS) },
  run: { title: '', stale: '', figure: '', description: '', number: '' },
  link: { broken: '', newer: '', unknown: '', draft: '' },
  words: {
    title: '',
    lead: '',
    insert: '',
    about: each(['everything', 'host', 'network', 'call']),
    says: each(VOCABULARY.map(({ word }) => word)),
  },
  gallery: { title: '', lead: '', groups: each(GALLERY_GROUPS) },
};

export type LabWords = typeof LAB_WORDS;
