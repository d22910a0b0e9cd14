import type { ReactNode } from 'react';

interface Props {
  id: string;
  title: string;
  /** How much there is to read: words in English, characters in Chinese. Counted when the chapter is compiled. */
  words?: string;
  /** What the link at the heading is called. */
  linkLabel: string;
  children: ReactNode;
}

/** A section of a chapter. Its end is marked by an empty span, so that reaching it can be seen. */
export function Section({ id, title, words, linkLabel, children }: Props) {
  return (
    <section
      className="section"
      id={id}
      data-section-id={id}
      data-section-words={words}
      aria-labelledby={`${id}-title`}
    >
      <h2 id={`${id}-title`}>
        {title}
        <a className="anchor" href={`#${id}`} aria-label={linkLabel}>
          #
        </a>
      </h2>
      {children}
      <span className="section-end" data-section-end="" />
    </section>
  );
}

/** The question a chapter opens with. */
export function Opening({ children }: { children: ReactNode }) {
  return <div className="section opening">{children}</div>;
}

/** A run of plain text between two figures or boxes; made when the chapter is compiled, not written by authors. */
export function Prose({ children }: { children: ReactNode }) {
  return <div className="prose">{children}</div>;
}

/** The numbered sentences that a chapter comes down to. */
export function Recap({ children }: { children: ReactNode }) {
  return <div className="recap prose">{children}</div>;
}
