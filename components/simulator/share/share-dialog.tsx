import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Locale } from '@/model/attempt';
import type { FigureRun } from '../model/figure-run';
import type { Shareable } from '../player/shareable';
import { layOut } from '../scene/lay-out';
import { WIDE_WIDTHS } from '../variant';
import { formatMoment } from '../words/durations';
import type { Speech } from '../words/speech';
import { addressesOf, embedCode, labAddressOf } from './addresses';
import { copyText } from './copy-text';
import { fileOf, type Wanted } from './file-of';
import { hostName } from './host-name';
import { saveFile } from './save-file';
import type { Say } from './share-words';

export interface ShareDialogProps {
  readonly id: string;
  readonly locale: Locale;
  readonly speech: Speech;
  readonly say: Say;
  readonly run: FigureRun;
  readonly shareable: Shareable;
  readonly labAddress: string | undefined;
  /** The time diagram as it is drawn now. */
  readonly picture: () => SVGSVGElement | null;
  readonly onClose: () => void;
}

/** What the page for frames needs besides the picture: title, sentence, playback. In CSS pixels. */
const AROUND_PICTURE = 330;

/** What can be taken away from a simulator as it stands: its address, code that frames it, pictures, captures. */
export function ShareDialog(props: ShareDialogProps) {
  const { id, locale, speech, say, run, shareable, labAddress, onClose } = props;
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => ref.current?.showModal(), []);
  const { timeline, sceneWords } = run;
  const [{ play, code }] = useState(() => {
    if (labAddress !== undefined) {
      return { play: labAddressOf(labAddress, shareable, timeline, locale, location.origin), code: null };
    }
    const { play, embed } = addressesOf(shareable, timeline, locale, location.origin);
    const { height } = layOut(timeline, 'wide', WIDE_WIDTHS.home, sceneWords);
    return { play, code: embedCode(embed, speech.plain('figure.title'), Math.ceil(height) + AROUND_PICTURE) };
  });
  const [said, setSaid] = useState('');
  const save = (wanted: Wanted) =>
    fileOf(wanted, props).then(
      (file) => {
        saveFile(file);
        setSaid(say('dialog.saved', { file: file.name }));
      },
      () => setSaid(say('dialog.failed')),
    );
  const copied = (how: 'copied' | 'selected') => setSaid(say(`dialog.${how}`));
  return (
    <dialog ref={ref} className="sim-dialog share-dialog" aria-labelledby={`${id}-share`} onClose={onClose}>
      <h2 id={`${id}-share`}>{say('dialog.title')}</h2>
      <Copied
        id={`${id}-link`}
        label={say('dialog.link')}
        button={say('dialog.copyLink')}
        onCopied={copied}
        text={play}
      >
        {say('dialog.linkNote', { time: formatMoment(shareable.atMs, run.shortestFlightMs) })}
      </Copied>
      {code !== null && (
        <Copied
          id={`${id}-code`}
          label={say('dialog.embed')}
          button={say('dialog.copyEmbed')}
          onCopied={copied}
          text={code}
        >
          {say('dialog.embedNote')}
        </Copied>
      )}
      <section className="share-part" aria-labelledby={`${id}-save`}>
        <h3 id={`${id}-save`}>{say('dialog.save')}</h3>
        <div className="share-files">
          <SaveButton label={say('dialog.svg')} onPress={() => save({ type: 'svg' })} />
          <SaveButton label={say('dialog.png')} onPress={() => save({ type: 'png' })} />
          {timeline.scenario.hosts.map((host) => (
            <SaveButton
              key={host.id}
              label={say('dialog.capture', { host: hostName(host.id, timeline, speech) })}
              onPress={() => save({ type: 'capture', host: host.id })}
            />
          ))}
        </div>
        <p>{say('dialog.saveNote')}</p>
      </section>
      <form method="dialog">
        <button type="submit" className="btn">
          {say('dialog.close')}
        </button>
        <p role="status">{said}</p>
      </form>
    </dialog>
  );
}

interface CopiedProps {
  readonly id: string;
  readonly label: string;
  readonly button: string;
  readonly text: string;
  readonly onCopied: (how: 'copied' | 'selected') => void;
  readonly children: ReactNode;
}

function Copied({ id, label, button, text, onCopied, children }: CopiedProps) {
  const ref = useRef<HTMLInputElement>(null);
  const copy = () => {
    if (ref.current) copyText(ref.current).then(onCopied);
  };
  return (
    <section className="share-part">
      <h3>
        <label htmlFor={id}>{label}</label>
      </h3>
      <div className="share-copy">
        <input ref={ref} id={id} readOnly spellCheck={false} translate="no" value={text} />
        <button type="button" className="btn" onClick={copy}>
          {button}
        </button>
      </div>
      <p>{children}</p>
    </section>
  );
}

function SaveButton({ label, onPress }: { readonly label: string; readonly onPress: () => void }) {
  return (
    <button type="button" className="btn small" onClick={onPress}>
      {label}
    </button>
  );
}
