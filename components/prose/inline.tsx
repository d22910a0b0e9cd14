import type { ReactNode } from 'react';

/** A function of the Linux kernel, linked to its file in the sources of 6.18. */
export function Kernel({ fn, file }: { fn: string; file: string }) {
  return (
    <a className="source" href={`https://github.com/torvalds/linux/blob/v6.18/${file}`}>
      <code lang="en">{fn}()</code>
    </a>
  );
}

/** A term of the glossary. */
export function Term({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a className="term" href={href}>
      {children}
    </a>
  );
}

/** A segment by its flags and numbers: `FIN, ACK seq=1001`. */
export function Seg({ children }: { children: ReactNode }) {
  return (
    <code className="seg-name" lang="en">
      {children}
    </code>
  );
}
