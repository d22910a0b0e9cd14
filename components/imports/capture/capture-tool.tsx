'use client';

import { type ComponentType, useEffect, useState } from 'react';
import { MAX_FILE_OCTETS, MAX_PACKETS } from '@/engine/formats/capture/limits';
import type { Locale } from '@/model/attempt';
import { fill } from '../../client/fill';
import { sentenceGap } from '../../client/sentence-gap';
import type { SimulatorWords } from '../../simulator/words/speech';
import type { CaptureViewProps } from './capture-view';
import { type Opening, useCapture } from './use-capture';
import type { CaptureWords } from './words';

interface Props {
  readonly locale: Locale;
  /** Captures to try: name and address. */
  readonly examples: readonly {
    readonly name: Exclude<keyof CaptureWords['samples'], 'label'>;
    readonly href: string;
    readonly file: string;
  }[];
  readonly words: CaptureWords;
  readonly simulatorWords: SimulatorWords;
}

const MIB = 1024 * 1024;

/** Where a capture is chosen or dropped, and what is in it. The file is handed to a worker of this page and to nobody else. */
export function CaptureTool({ locale, examples, words, simulatorWords }: Props) {
  const { opening, open, walk, end } = useCapture();
  const [View, setView] = useState<ComponentType<CaptureViewProps> | null>(null);
  const [isOver, setOver] = useState(false);
  const [awake, setAwake] = useState(false);
  useEffect(() => setAwake(true), []);
  const limits = { mib: MAX_FILE_OCTETS / MIB, packets: MAX_PACKETS.toLocaleString(locale) };

  const read = async (file: File) => {
    open(file);
    try {
      const { CaptureView } = await import('./capture-view');
      setView(() => CaptureView);
    } catch {
      end('failed');
    }
  };
  const tryExample = async (href: string, name: string) => {
    try {
      const answer = await fetch(href);
      if (!answer.ok) throw new Error(`${answer.status}`);
      await read(new File([await answer.blob()], name));
    } catch {
      end('failed');
    }
  };
  const isBusy = opening.phase === 'reading' || opening.phase === 'inferring';

  return (
    <div className="only-with-script" data-awake={awake}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a short cut; the field in it does the same for everybody */}
      <div
        className={isOver ? 'import-drop over' : 'import-drop'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          const [file] = event.dataTransfer.files;
          if (file) void read(file);
        }}
      >
        <div className="import-file">
          <label htmlFor="capture">{words.label}</label>
          <input
            id="capture"
            type="file"
            accept=".pcap,.pcapng,.cap,.dmp,application/vnd.tcpdump.pcap"
            aria-describedby="capture-privacy capture-limits"
            onChange={(event) => {
              const [file] = event.target.files ?? [];
              // The same file may be chosen again once it has changed.
              event.target.value = '';
              if (file) void read(file);
            }}
          />
        </div>
        <p className="paste-privacy" id="capture-privacy">
          <b>{words.privacy}</b>
          {sentenceGap(locale)}
          {words.drop}
        </p>
        <p className="paste-privacy" id="capture-limits">
          {fill(words.limits, limits)}
        </p>
        <fieldset className="paste-examples">
          <legend>{words.samples.label}</legend>
          {examples.map(({ name, href, file }) => (
            <button key={name} type="button" className="btn small" onClick={() => void tryExample(href, file)}>
              {words.samples[name]}
            </button>
          ))}
        </fieldset>
      </div>
      <div className="paste-news" role="status">
        <News opening={opening} words={words} limits={limits} />
      </div>
      {isBusy && (
        <button type="button" className="btn" onClick={() => end('stopped')}>
          {words.cancel}
        </button>
      )}
      {opening.phase === 'opened' && View !== null && (
        <View opened={opening} walk={walk} {...{ locale, words, simulatorWords }} />
      )}
    </div>
  );
}

interface NewsProps {
  readonly opening: Opening;
  readonly words: CaptureWords;
  readonly limits: Readonly<Record<string, string | number>>;
}

/** How far it has come, or why it went no further and what to do. */
function News({ opening, words, limits }: NewsProps) {
  switch (opening.phase) {
    case 'idle':
    case 'opened':
      return null;
    case 'stopped':
      return <p>{words.stopped}</p>;
    case 'failed':
      return <p className="tool-verdict harm">{words.failed}</p>;
    case 'reading':
    case 'inferring': {
      const { phase, done, all } = opening;
      const inMib = (octets: number) => (octets / MIB).toFixed(1);
      const values = phase === 'reading' ? { done: inMib(done), all: inMib(all) } : { done, all };
      return (
        <>
          <progress value={done} max={Math.max(all, 1)} aria-label={words[phase].replace(/[\s:：]*\{.*$/, '')} />
          <p>{fill(words[phase], values)}</p>
        </>
      );
    }
    case 'refused': {
      const { problem, atByte, packets, what } = opening.refusal;
      return (
        <div className="tool-verdict harm" data-refused={problem}>
          <i aria-hidden="true">✕</i>
          <div>
            <p>
              {fill(words.refusals[problem], {
                packets: packets || (limits.packets ?? ''),
                mib: limits.mib ?? '',
                at: atByte,
              })}
            </p>
            {what !== null && (
              <p className="import-detail">
                {words.detail} <span lang="en">{what}.</span>
              </p>
            )}
          </div>
        </div>
      );
    }
  }
}
