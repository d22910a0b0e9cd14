import type { PointerEvent } from 'react';
import { fill } from '@/components/client/fill';
import { type FormProps, idsOf } from './form-props';
import { moved } from './order-moves';

/** Put in order: rows with ↑ and ↓, and a handle for who prefers to drag. */
export function Order({ question, draft, onDraft, say, locked, words }: FormProps<'order'>) {
  const textOf = (id: string) => question.items.find((item) => item.id === id)?.text ?? id;
  const inert = locked || !onDraft;
  const move = (from: number, to: number) => {
    onDraft?.({ kind: 'order', items: moved(draft.items, from, to) });
    say?.(fill(words.label.moved, { item: textOf(draft.items[from] ?? ''), place: to + 1, total: draft.items.length }));
  };
  return (
    <ol className="rows" aria-describedby={idsOf(question.id).hint}>
      {draft.items.map((id, place) => (
        <li key={id} className="row" data-item={id}>
          <span className="grip" onPointerDown={inert ? undefined : (event) => drag(event, place, move)}>
            <svg viewBox="0 0 10 16" aria-hidden="true">
              <path d="M2.5 3v.01M7.5 3v.01M2.5 8v.01M7.5 8v.01M2.5 13v.01M7.5 13v.01" />
            </svg>
          </span>
          <span className="k" aria-hidden="true">
            {place + 1}
          </span>
          <span className="t">{textOf(id)}</span>
          <Step
            says={fill(words.label.up, { item: textOf(id) })}
            off={inert || place === 0}
            does={() => move(place, place - 1)}
          >
            ↑
          </Step>
          <Step
            says={fill(words.label.down, { item: textOf(id) })}
            off={inert || place === draft.items.length - 1}
            does={() => move(place, place + 1)}
          >
            ↓
          </Step>
        </li>
      ))}
    </ol>
  );
}

interface StepProps {
  says: string;
  /** Nothing to do here. The button stays reachable, so that focus is not lost at either end of the list. */
  off: boolean;
  does: () => void;
  children: string;
}

function Step({ says, off, does, children }: StepProps) {
  return (
    <button type="button" className="step" aria-label={says} aria-disabled={off} onClick={off ? undefined : does}>
      <span aria-hidden="true">{children}</span>
    </button>
  );
}

/**
 * Follows the pointer until it is let go: the row goes to the place of the row that the pointer is over. `move` knows the
 * list as it was when the drag began, so each step is counted from there.
 */
function drag(event: PointerEvent<HTMLElement>, from: number, move: (from: number, to: number) => void): void {
  const grip = event.currentTarget;
  const list = grip.closest('ol');
  if (!list || event.button !== 0) return;
  event.preventDefault();
  let place = from;
  const follow = ({ clientY }: globalThis.PointerEvent) => {
    const rows = [...list.children].map((row) => row.getBoundingClientRect());
    const over = rows.findIndex(({ top, bottom }) => clientY >= top && clientY <= bottom);
    if (over === -1 || over === place) return;
    move(from, over);
    place = over;
  };
  const stop = () => {
    window.removeEventListener('pointermove', follow);
    window.removeEventListener('pointerup', stop);
    window.removeEventListener('pointercancel', stop);
  };
  window.addEventListener('pointermove', follow);
  window.addEventListener('pointerup', stop);
  window.addEventListener('pointercancel', stop);
}
