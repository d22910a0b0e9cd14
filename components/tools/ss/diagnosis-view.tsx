import { fill } from '@/components/client/fill';
import type { Diagnosis } from '@/diagnosis/diagnose';
import type { Figures } from '../figures';
import { Closes } from './closes';
import { Families } from './families';
import { Findings } from './findings';
import { Services } from './services';
import { States } from './states';
import { UnreadLines } from './unread-lines';
import type { SsWords } from './words';

export interface DiagnosisViewProps {
  diagnosis: Diagnosis;
  portsHref: string;
  words: SsWords;
  figures: Figures;
}

const MARKS = { harm: '✕', watch: '!', fine: '✓', nothing: '–' } as const;

/** Verdict first, then what to do, then what it rests on. */
export function DiagnosisView({ diagnosis, portsHref, words, figures }: DiagnosisViewProps) {
  const { verdict, findings, facts } = diagnosis;
  return (
    <>
      <div className={`tool-verdict ${verdict}`} data-verdict={verdict}>
        <i aria-hidden="true">{MARKS[verdict]}</i>
        <p>
          <b>{words.verdict[verdict]}</b> {sumsOf(diagnosis, words, figures)}
        </p>
      </div>
      <Findings findings={findings} words={words} figures={figures} />
      {facts.sockets > 0 ? (
        <>
          <States facts={facts} words={words.states} figures={figures} />
          <Closes facts={facts} words={words.closes} figures={figures} />
        </>
      ) : null}
      <Families facts={facts} portsHref={portsHref} words={words.families} figures={figures} />
      <Services facts={facts} words={words.services} figures={figures} />
      <UnreadLines diagnosis={diagnosis} words={words.unread} figures={figures} />
    </>
  );
}

function sumsOf(diagnosis: Diagnosis, words: SsWords, { whole }: Figures): string {
  const { lines, facts, repeated, otherSockets, leftOut } = diagnosis;
  return [
    fill(words.sums, { lines: whole(lines), sockets: whole(facts.sockets) }),
    ...(repeated > 0 ? [fill(words.repeated, { count: whole(repeated) })] : []),
    ...(otherSockets > 0 ? [fill(words.others, { count: whole(otherSockets) })] : []),
    ...(leftOut > 0 ? [fill(words.leftOut, { count: whole(leftOut) })] : []),
  ].join(words.sentenceGap);
}
