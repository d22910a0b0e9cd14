/** A link to an RFC, or to one of its sections ("3.10.7.4") or appendices ("A.2"). */
export function Rfc({ n, s }: { n: string; s?: string }) {
  const anchor = s === undefined ? '' : `#${/^[A-Z]/.test(s) ? 'appendix' : 'section'}-${s}`;
  return (
    <a className="rfc" href={`https://www.rfc-editor.org/rfc/rfc${n}.html${anchor}`}>
      RFC&nbsp;{n}
      {s === undefined ? null : ` §${s}`}
    </a>
  );
}
