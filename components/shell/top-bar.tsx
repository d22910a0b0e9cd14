import type { ReactNode } from 'react';

export interface NavLink {
  readonly href: string;
  readonly label: string;
  readonly current: boolean;
}

interface Props {
  home: string;
  label: string;
  links: readonly NavLink[];
  /** The button that opens the contents on a narrow screen. */
  menu: ReactNode;
  /** Own progress, theme, language. */
  tools: ReactNode;
}

export function TopBar({ home, label, links, menu, tools }: Props) {
  return (
    <header className="top">
      {menu}
      <a className="brand" href={home}>
        2<b>MSL</b>
      </a>
      <nav aria-label={label}>
        <NavLinks links={links} />
      </nav>
      <div className="tools">{tools}</div>
    </header>
  );
}

export function NavLinks({ links }: { links: readonly NavLink[] }) {
  return links.map(({ href, label, current }) => (
    <a key={href} href={href} aria-current={current ? 'page' : undefined}>
      {label}
    </a>
  ));
}
