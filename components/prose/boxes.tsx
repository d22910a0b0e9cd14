import type { ReactNode } from 'react';
import { Rfc } from './rfc';

/** Where the book departs from the source chapter: what that says beside what the protocol says. */
export function Versus({ children }: { children: ReactNode }) {
  return <div className="box versus">{children}</div>;
}

interface SideProps {
  label: string;
  /** Where it is said. RFC clauses in it become links. */
  reference?: string;
  children: ReactNode;
}

interface HoldsProps extends SideProps {
  /** Where a reader who doubts it can go on. */
  doubt: ReactNode;
}

export function Said({ label, reference, children }: SideProps) {
  return (
    <div>
      <div className="caps was">{label}</div>
      <div className="said">{children}</div>
      {reference ? <p className="ref">{linkClauses(reference)}</p> : null}
    </div>
  );
}

export function Holds({ label, reference, doubt, children }: HoldsProps) {
  return (
    <div>
      <div className="caps is">
        <span aria-hidden="true">✓ </span>
        {label}
      </div>
      <div className="holds">{children}</div>
      <p className="ref">
        {reference ? <>{linkClauses(reference)} · </> : null}
        {doubt}
      </p>
    </div>
  );
}

function linkClauses(text: string): ReactNode[] {
  return text.split(/(RFC \d+(?: §[A-Z\d]+(?:\.\d+)*)?)/).map((piece, index) => {
    const [, n, s] = /^RFC (\d+)(?: §(.+))?$/.exec(piece) ?? [];
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a fixed text
    return n === undefined ? piece : <Rfc key={index} n={n} s={s} />;
  });
}

/** A mistake that is easily made. */
export function Pitfall({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="box pitfall">
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <path d="M10 3 2.5 16.5h15zM10 8.500v3.500M10 14.300v.2" />
      </svg>
      <div>
        <h3>{title}</h3>
        {children}
      </div>
    </div>
  );
}
