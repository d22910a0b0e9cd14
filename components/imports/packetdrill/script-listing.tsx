import { memo } from 'react';
import type { Played } from './play-message';
import type { PacketdrillWords } from './words';

interface Props {
  readonly text: string;
  readonly played: Played;
  readonly words: PacketdrillWords;
  /** Moment of the run: the line that was played last by then is marked; null where there is no run. */
  readonly currentMs: number | null;
  readonly isOpen: boolean;
}

type Mark = keyof PacketdrillWords['marks'];
const SIGNS: Readonly<Record<Mark, string>> = { played: '✓', failed: '✕', unsupported: '!', notPlayed: '–' };

/** The script itself, line by line: nothing of it is lost, and each line says what came of it. */
export const ScriptListing = memo(function ScriptListing({ text, played, words, currentMs, isOpen }: Props) {
  const moments = new Map(played.played.map(({ line, atMs }) => [line, atMs]));
  const unsupported = new Set(played.unsupported.map(({ line }) => line));
  const failed = played.verdict.outcome === 'failed' ? played.verdict.line : null;
  const now = currentMs === null ? null : (played.played.findLast(({ atMs }) => atMs <= currentMs)?.line ?? null);
  const markOf = (line: number, code: string): Mark | null => {
    if (line === failed) return 'failed';
    if (unsupported.has(line)) return 'unsupported';
    if (moments.has(line)) return 'played';
    return /^\s*(?:\/\/.*)?$/.test(code) || !/^\s*[+*\d]/.test(code) ? null : 'notPlayed';
  };
  return (
    <details className="events-box" data-details="script" open={isOpen}>
      <summary>{words.listing}</summary>
      <div className="tablewrap">
        <table className="events script-lines">
          <caption className="vh">{words.listing}</caption>
          <thead>
            <tr>
              <th scope="col">{words.line}</th>
              <th scope="col">{words.time}</th>
              <th scope="col">{words.event}</th>
            </tr>
          </thead>
          <tbody>
            {text.split('\n').map((code, index) => {
              const line = index + 1;
              const mark = markOf(line, code);
              const atMs = moments.get(line);
              return (
                <tr
                  key={line}
                  className={[line === now ? 'now' : '', mark ?? ''].filter(Boolean).join(' ') || undefined}
                  data-moment={atMs}
                  data-line={line}
                >
                  <td>{line}</td>
                  <td>{atMs === undefined ? '' : (atMs / 1000).toFixed(3)}</td>
                  <td>
                    {mark && (
                      <>
                        <span className="script-mark" aria-hidden="true">
                          {SIGNS[mark]}
                        </span>
                        <span className="vh">{words.marks[mark]} </span>
                      </>
                    )}
                    <code lang="en" translate="no">
                      {code}
                    </code>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </details>
  );
});
