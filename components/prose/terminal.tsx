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

/** `$ ` or `# `, perhaps after the name of the host. */
const PROMPT = /^(\S*[$#] )(.*)$/;

/** A fenced block. Lines that begin with a shell's prompt are set as commands. */
export function Listing({ children }: { children?: ReactNode }) {
  const text = textOf(children).replace(/\n$/, '');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a block that scrolls sideways must be reachable by keyboard
    <pre className="listing" tabIndex={0} lang="en">
      {text.split('\n').map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of a fixed text
        <Line key={index} text={line} />
      ))}
    </pre>
  );
}

function Line({ text }: { text: string }) {
  const [, prompt, command] = PROMPT.exec(text) ?? [];
  if (prompt === undefined) return <code>{`${text}\n`}</code>;
  return (
    <code>
      <span className="p">{prompt}</span>
      <span className="c">{command}</span>
      {'\n'}
    </code>
  );
}

function textOf(node: ReactNode): string {
  if (typeof node === 'string') return node;
  if (Array.isArray(node)) return node.map(textOf).join('');
  return isValidElement<{ children?: ReactNode }>(node) ? textOf(node.props.children) : '';
}
