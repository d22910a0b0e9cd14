import { useEffect, useRef } from 'react';
import type { Speech } from '../words/speech';

interface KeysDialogProps {
  readonly speech: Speech;
  readonly id: string;
  readonly onClose: () => void;
}

/** What each key does, in a modal dialog: Escape and the button close it, and focus goes back to where it was. */
export function KeysDialog({ speech, id, onClose }: KeysDialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => ref.current?.showModal(), []);
  const space = speech.plain('keys.space');
  const keys: readonly (readonly [readonly string[], string])[] = [
    [[space], 'playPause'],
    [['←', '→'], 'step'],
    [['Shift + ←', '→'], 'tenSteps'],
    [['Home', 'End'], 'ends'],
    [['↑', '↓'], 'pick'],
    [['Alt + ↑', '↓'], 'move'],
    [['Delete'], 'drop'],
    [['D'], 'duplicate'],
    [['Ctrl + Z'], 'undo'],
    [['Ctrl + Shift + Z'], 'redo'],
    [['?'], 'help'],
  ];
  return (
    <dialog ref={ref} className="sim-dialog keys-dialog" aria-labelledby={`${id}-keys`} onClose={onClose}>
      <h2 id={`${id}-keys`}>{speech.plain('keys.title')}</h2>
      <dl>
        {keys.map(([caps, what]) => (
          <div key={what} className="key-row">
            <dt>
              {caps.map((cap) => (
                <kbd key={cap}>{cap}</kbd>
              ))}
            </dt>
            <dd>{speech.plain(`keys.${what}`)}</dd>
          </div>
        ))}
      </dl>
      <p>{speech.plain('keys.note')}</p>
      <form method="dialog">
        <button type="submit" className="btn">
          {speech.plain('keys.close')}
        </button>
      </form>
    </dialog>
  );
}
