import { fill } from '../client/fill';
import { ASKS, type Choice, MOST_FAULTS, MSLS_MS, TIME_WAIT } from './choice';
import type { ExplorerWords } from './words';

interface Props {
  readonly id: string;
  readonly choice: Choice;
  readonly isTrying: boolean;
  readonly onChoice: (choice: Choice) => void;
  readonly onStart: () => void;
  readonly onStop: () => void;
  readonly words: ExplorerWords;
}

export function ExplorerForm({ id, choice, isTrying, onChoice, onStart, onStop, words }: Props) {
  const { ask, timeWaitMs, mslMs, faults } = choice;
  const set = (change: Partial<Choice>) => onChoice({ ...choice, ...change });
  const waits = { s: inSeconds(timeWaitMs), msl: (timeWaitMs / mslMs).toFixed(1).replace('.0', '') };
  return (
    <form
      className="explorer-form only-with-script"
      aria-label={words.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (isTrying) onStop();
        else onStart();
      }}
    >
      <Options legend={words.ask} name={`${id}-ask`} values={ASKS} chosen={ask} onChosen={(ask) => set({ ask })}>
        {(value) => words.asks[value]}
      </Options>
      <div className="explorer-range">
        <label htmlFor={`${id}-wait`}>
          {words.timeWait} <output htmlFor={`${id}-wait`}>{fill(words.secondsMsl, waits)}</output>
        </label>
        <input
          id={`${id}-wait`}
          type="range"
          min={TIME_WAIT.minMs}
          max={TIME_WAIT.maxMs}
          step={TIME_WAIT.stepMs}
          value={timeWaitMs}
          aria-valuetext={fill(words.secondsMsl, waits)}
          onChange={(event) => set({ timeWaitMs: Number(event.target.value) })}
        />
      </div>
      <Options
        legend={words.msl}
        name={`${id}-msl`}
        values={MSLS_MS}
        chosen={mslMs}
        onChosen={(mslMs) => set({ mslMs })}
      >
        {(value) => fill(words.seconds, { s: inSeconds(value) })}
      </Options>
      <Options
        legend={words.faults}
        name={`${id}-faults`}
        values={Array.from({ length: MOST_FAULTS + 1 }, (_, count) => count)}
        chosen={faults}
        onChosen={(faults) => set({ faults })}
      >
        {String}
      </Options>
      <fieldset className="explorer-checks">
        <legend>{words.assumptions}</legend>
        {(['lastAckMayBeLost', 'resetsEnd'] as const).map((name) => (
          <label key={name}>
            <input type="checkbox" checked={choice[name]} onChange={(event) => set({ [name]: event.target.checked })} />
            {words[name]}
          </label>
        ))}
      </fieldset>
      <button type="submit" className={isTrying ? 'btn' : 'btn primary'}>
        {isTrying ? words.stop : words.start}
      </button>
    </form>
  );
}

interface OptionsProps<T> {
  readonly legend: string;
  readonly name: string;
  readonly values: readonly T[];
  readonly chosen: T;
  readonly onChosen: (value: T) => void;
  readonly children: (value: T) => string;
}

function Options<T extends string | number>({ legend, name, values, chosen, onChosen, children }: OptionsProps<T>) {
  return (
    <fieldset className="explorer-options">
      <legend>{legend}</legend>
      {values.map((value) => (
        <label key={value}>
          <input type="radio" name={name} checked={value === chosen} onChange={() => onChosen(value)} />
          {children(value)}
        </label>
      ))}
    </fieldset>
  );
}

function inSeconds(ms: number): string {
  return (ms / 1000).toFixed(ms % 1000 === 0 ? 0 : 1);
}
