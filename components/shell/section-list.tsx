'use client';

import { useEffect, useRef, useState } from 'react';

interface Props {
  title: string;
  /** `marks` is what a list that can be narrowed (rules) knows the section by. */
  sections: readonly { readonly id: string; readonly title: string; readonly marks?: string }[];
}

/** The sections of a chapter in the margin: marks the one being read, and steps aside for wide figures. */
export function SectionList({ title, sections }: Props) {
  const [current, setCurrent] = useState<string | null>(null);
  const [covered, setCovered] = useState(false);
  const list = useRef<HTMLElement>(null);

  useEffect(() => {
    // Being read = crossing a line three tenths down the window.
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries) if (isIntersecting) setCurrent(target.id);
      },
      { rootMargin: '-30% 0px -70% 0px' },
    );
    for (const section of document.querySelectorAll('[data-section-id]')) observer.observe(section);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    const passing = new Set<Element>();
    let observer: IntersectionObserver | null = null;
    const watch = () => {
      observer?.disconnect();
      passing.clear();
      const { top = 0, height = 0 } = list.current?.getBoundingClientRect() ?? {};
      if (height === 0) return;
      const below = Math.max(0, window.innerHeight - top - height);
      observer = new IntersectionObserver(
        (entries) => {
          for (const { isIntersecting, target } of entries) passing[isIntersecting ? 'add' : 'delete'](target);
          setCovered(passing.size > 0);
        },
        { rootMargin: `${-Math.max(0, top)}px 0px ${-below}px 0px` },
      );
      for (const figure of document.querySelectorAll('.wide')) observer.observe(figure);
    };
    watch();
    window.addEventListener('resize', watch);
    return () => {
      window.removeEventListener('resize', watch);
      observer?.disconnect();
    };
  }, []);

  return (
    <div className="margin">
      <nav ref={list} className={covered ? 'toc covered' : 'toc'} aria-label={title}>
        <div className="caps">{title}</div>
        <ol>
          {sections.map(({ id, title: name, marks }) => (
            <li key={id} data-in={marks}>
              <a href={`#${id}`} aria-current={id === current ? 'location' : undefined}>
                {name}
              </a>
            </li>
          ))}
        </ol>
      </nav>
    </div>
  );
}
