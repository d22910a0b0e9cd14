'use client';

import { type ComponentType, useEffect, useMemo, useRef, useState } from 'react';
import { fill } from '@/components/client/fill';
import { PasteActs } from '@/components/ui/paste-acts';
import { PasteExamples } from '@/components/ui/paste-examples';
import type { Locale } from '@/model/attempt';
import { figuresOf } from '../figures';
import type { DiagnosisViewProps } from './diagnosis-view';
import { useDiagnosis } from './use-diagnosis';
import type { SsWords } from './words';

interface Props {
  locale: Locale;
  /** Where the ports tool stands, to work on with what was found. */
  portsHref: string;
  /** Recorded outputs that can be tried: name and address. */
  examples: readonly { readonly name: keyof SsWords['examples']; readonly href: string }[];
  words: SsWords;
}

/** The field for the paste, and what is found in it. The text is handed to a worker of this page and to nobody else. */
export function SsTool({ locale, portsHref, examples, words }: Props) {
  const figures = useMemo(() => figuresOf(locale), [locale]);
  const field = useRef<HTMLTextAreaElement>(null);
  const { reading, start, end } = useDiagnosis();
  const [View, setView] = useState<ComponentType<DiagnosisViewProps> | null>(null);
  const [awake, setAwake] = useState(false);
  useEffect(() => setAwake(true), []);

  const read = async () => {
    start(field.current?.value ?? '');
    try {
      const { DiagnosisView } = await import('./diagnosis-view');
      setView(() => DiagnosisView);
    } catch {
      end('failed');
    }
  };
  const tryExample = async (href: string) => {
    try {
      const answer = await fetch(href);
      if (!answer.ok || field.current === null) throw new Error(`${answer.status}`);
      field.current.value = await answer.text();
      await read();
    } catch {
      end('failed');
    }
  };
  const clear = () => {
    if (field.current) field.current.value = '';
    field.current?.focus();
    end('idle');
  };

  return (
    <div className="only-with-script" data-awake={awake}>
      <form
        className="paste"
        onSubmit={(event) => {
          event.preventDefault();
          void read();
        }}
      >
        <label htmlFor="paste">{words.label}</label>
        <textarea
          id="paste"
          ref={field}
          rows={12}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          aria-describedby="paste-privacy"
          placeholder={
            '$ ss -tan\nState      Recv-Q Send-Q   Local Address:Port    Peer Address:Port\nTIME-WAIT  0      0           192.0.2.10:40226    192.0.2.101:8080'
          }
        />
        <p id="paste-privacy" className="paste-privacy">
          {words.privacy}
        </p>
        <PasteActs
          isBusy={reading.phase === 'reading'}
          onStop={() => end('stopped')}
          onClear={clear}
          words={{ send: words.read, cancel: words.cancel, clear: words.clear }}
        />
        <PasteExamples examples={examples} onTry={(href) => void tryExample(href)} words={words.examples} />
      </form>
      <div className="paste-news" role="status">
        {reading.phase === 'reading' ? (
          <>
            <progress value={reading.done} max={Math.max(reading.all, 1)} aria-label={words.read} />
            <p>{fill(words.progress, { done: figures.whole(reading.done), all: figures.whole(reading.all) })}</p>
          </>
        ) : null}
        {reading.phase === 'failed' ? <p className="tool-verdict harm">{words.failed}</p> : null}
        {reading.phase === 'stopped' ? <p>{words.stopped}</p> : null}
        {reading.phase === 'read' ? <p className="vh">{words.verdict[reading.diagnosis.verdict]}</p> : null}
      </div>
      {reading.phase === 'read' && View !== null ? (
        <View diagnosis={reading.diagnosis} portsHref={portsHref} words={words} figures={figures} />
      ) : null}
    </div>
  );
}
