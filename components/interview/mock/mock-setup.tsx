import { type FormEvent, useState } from 'react';
import { fill } from '@/components/client/fill';
import { MOCK_MINUTES, type MockMinutes } from '@/model/mock-interview';
import type { Depth } from '@/model/question';
import type { MockWords } from './words';

interface Props {
  words: MockWords;
  /** 'asleep' as long as nothing listens to the form. */
  state: 'asleep' | 'ready' | 'loading' | 'failed';
  onStart: (depth: Depth, minutes: MockMinutes) => void;
}

const DEPTHS: readonly Depth[] = ['junior', 'mid', 'senior'];

/** How deep and how long: the two things that an interview is begun with. */
export function MockSetup({ words, state, onStart }: Props) {
  const { setup } = words;
  const [depth, setDepth] = useState<Depth>('mid');
  const [minutes, setMinutes] = useState<MockMinutes>(20);

  function onSubmit(event: FormEvent): void {
    event.preventDefault();
    if (state !== 'loading') onStart(depth, minutes);
  }

  return (
    <form className="mock-setup only-with-script" onSubmit={onSubmit}>
      <fieldset className="taps">
        <legend>{setup.depth}</legend>
        {DEPTHS.map((value) => (
          <label key={value}>
            <input type="radio" name="depth" value={value} checked={depth === value} onChange={() => setDepth(value)} />
            <span>{setup.depths[value]}</span>
          </label>
        ))}
      </fieldset>
      <fieldset className="taps">
        <legend>{setup.minutes}</legend>
        {MOCK_MINUTES.map((value) => (
          <label key={value}>
            <input
              type="radio"
              name="minutes"
              value={value}
              checked={minutes === value}
              onChange={() => setMinutes(value)}
            />
            <span>{fill(setup.minutesOf, { minutes: value })}</span>
          </label>
        ))}
      </fieldset>
      <p>
        <button type="submit" className="btn primary" disabled={state === 'asleep'} aria-disabled={state === 'loading'}>
          {setup.start}
        </button>
      </p>
      <p className="hint" role="status">
        {state === 'loading' ? setup.loading : state === 'failed' ? setup.failed : ''}
      </p>
      <ul className="hint">
        <li>{setup.note}</li>
        <li>{setup.saved}</li>
      </ul>
    </form>
  );
}
