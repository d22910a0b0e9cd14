import { type FormEvent, useId, useState } from 'react';
import { keepOpenDraft, openDraft } from '@/components/client/open-drafts';
import type { Confidence } from '@/model/question';
import type { Given } from './use-open-question';
import type { OpenWords } from './words';

interface Props {
  questionId: string;
  /** Id of the prompt, which names the field. */
  promptId: string;
  onGive: (given: Given) => void;
  /** Whether it can be passed over for the model answer. */
  mayPass: boolean;
  words: OpenWords;
}

const CONFIDENCES: readonly Confidence[] = ['sure', 'unsure', 'guess'];

/** The answer in the making: typed, or said aloud to nobody but oneself. */
export function OpenForm({ questionId, promptId, onGive, mayPass, words }: Props) {
  const id = useId();
  const [how, setHow] = useState<'typed' | 'aloud'>('typed');
  const [text, setText] = useState(() => openDraft(questionId));
  const [confidence, setConfidence] = useState<Confidence | undefined>();
  const [isLacking, setLacking] = useState(false);

  function write(next: string): void {
    setText(next);
    setLacking(false);
    keepOpenDraft(questionId, next);
  }

  function give(given: 'typed' | 'aloud' | 'skipped'): void {
    keepOpenDraft(questionId, '');
    onGive({ how: given, text: given === 'typed' ? text.trim() : '', confidence });
  }

  function onSubmit(event: FormEvent): void {
    event.preventDefault();
    if (how === 'typed' && text.trim() === '') {
      setLacking(true);
      document.getElementById(`${id}-text`)?.focus();
    } else give(how);
  }

  return (
    <form className="open-form" onSubmit={onSubmit} autoComplete="off">
      <Choice
        name={`${id}-how`}
        legend={words.how.legend}
        options={(['typed', 'aloud'] as const).map((value) => [value, words.how[value]])}
        chosen={how}
        onChoose={setHow}
      />
      {how === 'typed' ? (
        <textarea
          id={`${id}-text`}
          aria-labelledby={promptId}
          aria-describedby={isLacking ? `${id}-lacking` : undefined}
          aria-invalid={isLacking}
          rows={6}
          maxLength={8000}
          placeholder={words.label}
          value={text}
          onChange={({ target }) => write(target.value)}
        />
      ) : (
        <p className="aloud">{words.aloudHint}</p>
      )}
      <Choice
        name={`${id}-sure`}
        legend={words.sure.legend}
        options={CONFIDENCES.map((value) => [value, words.sure[value]])}
        chosen={confidence}
        onChoose={setConfidence}
      />
      <footer>
        <button type="submit" className="btn primary">
          {words.reveal}
        </button>
        {mayPass ? (
          <button type="button" className="btn quiet" onClick={() => give('skipped')}>
            {words.pass}
          </button>
        ) : null}
        <span className="need" id={`${id}-lacking`} role="status">
          {isLacking ? words.needText : ''}
        </span>
      </footer>
    </form>
  );
}

interface ChoiceProps<T extends string> {
  name: string;
  legend: string;
  options: readonly (readonly [T, string])[];
  chosen: T | undefined;
  onChoose: (value: T) => void;
}

/** One of a few, in one tap. */
function Choice<T extends string>({ name, legend, options, chosen, onChoose }: ChoiceProps<T>) {
  return (
    <fieldset className="taps">
      <legend>{legend}</legend>
      {options.map(([value, label]) => (
        <label key={value}>
          <input type="radio" name={name} value={value} checked={chosen === value} onChange={() => onChoose(value)} />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
