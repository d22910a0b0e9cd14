import type { ReactNode } from 'react';

export interface ListedChapter {
  readonly slug: string;
  readonly href: string;
  readonly title: string;
  readonly current: boolean;
  readonly tick: ReactNode;
}

export interface ListedPart {
  readonly id: string;
  readonly title: string;
  readonly chapters: readonly ListedChapter[];
}

/** All chapters under their parts: in the left rail, and in the drawer of a narrow screen. */
export function ChapterList({ parts }: { parts: readonly ListedPart[] }) {
  return parts.map((part) => (
    <div key={part.id} className="part">
      <div className="caps">{part.title}</div>
      <ol>
        {part.chapters.map(({ slug, href, title, current, tick }) => (
          <li key={slug}>
            <a href={href} aria-current={current ? 'page' : undefined}>
              {tick}
              <span>{title}</span>
            </a>
          </li>
        ))}
      </ol>
    </div>
  ));
}
