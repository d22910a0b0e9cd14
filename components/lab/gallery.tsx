import type { GalleryGroup } from '@/model/gallery-groups';
import { GALLERY_GROUPS } from '@/model/gallery-groups';
import type { LabWords } from './lab-words';

/** A scenario of the gallery in the language of the page. */
export interface Start {
  readonly name: string;
  readonly group: GalleryGroup;
  readonly title: string;
  readonly watch: string;
  readonly script: string;
}

interface Props {
  readonly starts: readonly Start[];
  readonly current: string | null;
  readonly words: LabWords['gallery'];
}

/** Scenarios to start from. Each is a link, so that it can be sent as one. */
export function Gallery({ starts, current, words }: Props) {
  return (
    <section className="lab-part" id="gallery" aria-labelledby="gallery-title">
      <h2 id="gallery-title">{words.title}</h2>
      <p className="lab-lead">{words.lead}</p>
      {GALLERY_GROUPS.filter((group) => starts.some((start) => start.group === group)).map((group) => (
        <section key={group} aria-labelledby={`gallery-${group}`}>
          <h3 id={`gallery-${group}`}>{words.groups[group]}</h3>
          <ul className="lab-gallery">
            {starts
              .filter((start) => start.group === group)
              .map(({ name, title, watch }) => (
                <li key={name}>
                  <a href={`#lab1/from=${name}`} aria-current={name === current || undefined}>
                    <b>{title}</b>
                    <span>{watch}</span>
                  </a>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </section>
  );
}
