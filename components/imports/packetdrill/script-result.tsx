'use client';

import { fill } from '../../client/fill';
import { sentenceGap } from '../../client/sentence-gap';
import { sayReason } from './reasons';
import { ScriptListing } from './script-listing';
import type { ScriptResultProps } from './script-result-props';
import { ScriptWalk } from './script-walk';

/** More than this in one picture is neither read nor drawn in good time. */
const MOST_SEGMENTS = 300;

/** Whether the script went as it says, at which line it did not, what is not supported, and the run. */
export function ScriptResult(props: ScriptResultProps) {
  const { asked, played, words } = props;
  const count = played.timeline?.segments.length ?? 0;
  return (
    <div className="import-result">
      <h2 className="vh">{words.result}</h2>
      <ScriptVerdict {...props} />
      {played.unsupported.length > 0 && (
        <section className="tool-part">
          <h2>{words.unsupportedTitle}</h2>
          <ul className="import-lines">
            {played.unsupported.map(({ line, reason }) => (
              <li key={`${line} ${reason}`} data-unsupported={line}>
                {fill(words.unsupportedLine, { line, reason: sayReason(reason, words.reasons) })}
              </li>
            ))}
          </ul>
        </section>
      )}
      {count > 0 && count <= MOST_SEGMENTS ? (
        <ScriptWalk key={`${asked.stack} ${asked.text}`} {...props} />
      ) : (
        <>
          {count > MOST_SEGMENTS && <p>{fill(words.tooMany, { n: count, most: MOST_SEGMENTS })}</p>}
          <ScriptListing text={asked.text} played={played} words={words} currentMs={null} isOpen />
        </>
      )}
    </div>
  );
}

const TONES = {
  passed: { tone: '', mark: '✓' },
  failed: { tone: ' harm', mark: '✕' },
  skipped: { tone: ' watch', mark: '!' },
} as const;

function ScriptVerdict({ asked, played, locale, words }: ScriptResultProps) {
  const { verdict } = played;
  const { tone, mark } = TONES[verdict.outcome];
  const says =
    verdict.outcome === 'passed'
      ? fill(words.passed, { n: played.played.length })
      : fill(verdict.outcome === 'failed' ? words.differs : words.skipped, {
          line: verdict.line,
          reason: sayReason(verdict.reason, words.reasons),
        });
  return (
    <div className={`tool-verdict${tone}`} data-outcome={verdict.outcome} role="status">
      <i aria-hidden="true">{mark}</i>
      <span>
        <b>{says}</b>
        {sentenceGap(locale)}
        {fill(words.playedOn, { stack: words.stacks[asked.stack] })}
      </span>
    </div>
  );
}
