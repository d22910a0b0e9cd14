'use client';

import { type ComponentType, useEffect, useRef, useState } from 'react';
import { PasteActs } from '@/components/ui/paste-acts';
import { PasteExamples } from '@/components/ui/paste-examples';
import type { StackName } from '@/engine/formats/packetdrill/stacks';
import type { Locale } from '@/model/attempt';
import { fill } from '../../client/fill';
import type { SimulatorWords } from '../../simulator/words/speech';
import { guessStack } from './guess-stack';
import { readScriptFiles, type ScriptFiles } from './script-files';
import type { ScriptResultProps } from './script-result-props';
import { useScript } from './use-script';
import type { PacketdrillWords } from './words';

interface Props {
  readonly locale: Locale;
  /** Scripts to try: name and address, and those that they run. */
  readonly examples: readonly { readonly name: keyof PacketdrillWords['examples']; readonly href: string }[];
  readonly beside: readonly { readonly name: string; readonly href: string }[];
  readonly words: PacketdrillWords;
  readonly simulatorWords: SimulatorWords;
}

/** The longest script of the public suites has a twentieth of this. */
const MOST_CHARACTERS = 200_000;
const STACKS = ['auto', 'linux', 'freebsd', 'rfc9293', 'rfc793'] as const;

/** The field for a script, and what came of it. It is handed to a worker of this page and to nobody else. */
export function PacketdrillTool({ locale, examples, beside, words, simulatorWords }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  const { playing, start, end } = useScript();
  const [files, setFiles] = useState<Readonly<Record<string, string>>>({});
  const [stack, setStack] = useState<(typeof STACKS)[number]>('auto');
  const [refusal, setRefusal] = useState<'empty' | 'tooLong' | 'notText' | null>(null);
  const [View, setView] = useState<ComponentType<ScriptResultProps> | null>(null);
  const [awake, setAwake] = useState(false);
  useEffect(() => setAwake(true), []);

  const play = async (given = files) => {
    const text = (field.current?.value ?? '').replaceAll('\r\n', '\n');
    const refused = text.trim() === '' ? 'empty' : text.length > MOST_CHARACTERS ? 'tooLong' : null;
    setRefusal(refused);
    end('idle');
    if (refused !== null) return;
    start({ text, stack: stack === 'auto' ? guessStack(text) : (stack satisfies StackName), files: given });
    try {
      const { ScriptResult } = await import('./script-result');
      setView(() => ScriptResult);
    } catch {
      end('failed');
    }
  };
  const open = async (list: readonly File[]) => {
    const opened: ScriptFiles = await readScriptFiles(list, MOST_CHARACTERS);
    if ('refused' in opened) {
      end('idle');
      setRefusal(opened.refused);
      return;
    }
    setFiles(opened.files);
    if (opened.script !== null && field.current) field.current.value = opened.script;
    await play(opened.files);
  };
  const tryExample = async (href: string) => {
    try {
      const [text = '', ...others] = await Promise.all([href, ...beside.map((one) => one.href)].map(textAt));
      if (field.current) field.current.value = text;
      const given = Object.fromEntries(beside.map(({ name }, index) => [name, others[index] ?? '']));
      setFiles(given);
      await play(given);
    } catch {
      end('failed');
    }
  };
  const clear = () => {
    if (field.current) field.current.value = '';
    field.current?.focus();
    setRefusal(null);
    end('idle');
  };

  return (
    <div className="only-with-script" data-awake={awake}>
      <form
        className="paste"
        onSubmit={(event) => {
          event.preventDefault();
          void play();
        }}
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          if (event.dataTransfer.files.length === 0) return;
          event.preventDefault();
          void open([...event.dataTransfer.files]);
        }}
      >
        <label htmlFor="script">{words.label}</label>
        <textarea
          id="script"
          ref={field}
          rows={12}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          aria-describedby="script-privacy"
          placeholder={
            '0 socket(..., SOCK_STREAM, IPPROTO_TCP) = 3\n+0 bind(3, ..., ...) = 0\n+0 listen(3, 1) = 0\n+0 < S 0:0(0) win 30000 <mss 1000>'
          }
        />
        <p id="script-privacy" className="paste-privacy">
          {words.privacy}
        </p>
        <div className="import-row">
          <div className="import-file">
            <label htmlFor="script-file">{words.file}</label>
            <input
              id="script-file"
              type="file"
              multiple
              accept=".pkt,.sh,.txt,text/plain"
              aria-describedby="script-file-note"
              onChange={(event) => {
                const chosen = [...(event.target.files ?? [])];
                // The same file may be chosen again once it has been changed.
                event.target.value = '';
                if (chosen.length > 0) void open(chosen);
              }}
            />
            <small id="script-file-note">{words.fileNote}</small>
          </div>
          <div className="import-file">
            <label htmlFor="script-stack">{words.stack}</label>
            <select
              id="script-stack"
              className="select"
              value={stack}
              onChange={(event) => setStack(STACKS.find((one) => one === event.target.value) ?? 'auto')}
            >
              {STACKS.map((one) => (
                <option key={one} value={one}>
                  {words.stacks[one]}
                </option>
              ))}
            </select>
          </div>
        </div>
        <PasteActs
          isBusy={playing.phase === 'playing'}
          onStop={() => end('stopped')}
          onClear={clear}
          words={{ send: words.play, cancel: words.cancel, clear: words.clear }}
        />
        <PasteExamples examples={examples} onTry={(href) => void tryExample(href)} words={words.examples} />
      </form>
      <div className="paste-news" role="status">
        {playing.phase === 'playing' && (
          <>
            <progress aria-label={words.playing} />
            <p>{words.playing}</p>
          </>
        )}
        {playing.phase === 'stopped' && <p>{words.stopped}</p>}
        {playing.phase === 'failed' && <p className="tool-verdict harm">{words.failed}</p>}
        {refusal !== null && (
          <p className="tool-verdict harm">{fill(words[refusal], { most: MOST_CHARACTERS.toLocaleString(locale) })}</p>
        )}
      </div>
      {playing.phase === 'played' && View !== null && (
        <View asked={playing.asked} played={playing.played} {...{ locale, words, simulatorWords }} />
      )}
    </div>
  );
}

async function textAt(href: string): Promise<string> {
  const answer = await fetch(href);
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.text();
}
