import type { ReactNode } from 'react';

/** A function of the Linux kernel, linked to its file in the sources of 6.18. */
export function Kernel({ fn, file }: { fn: string; file: string }) {
  return (
    <a href={`https://github.com/torvalds/linux/blob/v6.18/${file}`}>
      <code lang="en">{breakable(fn)}()</code>
    </a>
  );
}

/** A long name may go on in the next line after an underscore. */
function breakable(name: string): ReactNode[] {
  return name.split(/(?<=_)/).flatMap((part, index) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of a fixed name
    return index === 0 ? [part] : [<wbr key={index} />, part];
  });
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
