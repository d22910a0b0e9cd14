import { isValidElement, type ReactNode } from 'react';

/** What a command prints, under a title that says where it was seen. */
export function Terminal({ title, children }: { title: string; children: ReactNode }) {
  return (
    <figure className="out">
      <figcaption>{title}</figcaption>
      {children}
    </figure>
  );
}

/** A fenced block. Lines that begin with a shell's prompt are set as commands. */
export function Listing({ children }: { children?: ReactNode }) {
  const text = textOf(children).replace(/\n$/, '');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a block that scrolls sideways must be reachable by keyboard
    <pre className="listing" tabIndex={0} lang="en">
      {text.split('\n').map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of a fixed text
        <code key={index}>
          {line.startsWith('$ ') ? <Command text={line.slice(2)} /> : line}
          {'\n'}
        </code>
      ))}
    </pre>
  );
}

function Command({ text }: { text: string }) {
  return (
    <>
      <span className="p">$ </span>
      <span className="c">{text}</span>
    </>
  );
}

function textOf(node: ReactNode): string {
  if (typeof node === 'string') return node;
  if (Array.isArray(node)) return node.map(textOf).join('');
  return isValidElement<{ children?: ReactNode }>(node) ? textOf(node.props.children) : '';
}
