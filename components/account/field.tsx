import { useId, useState } from 'react';
import type { FormWords } from './words';

export interface FieldSpec {
  /** Also the name of the value that is sent. */
  readonly name: string;
  readonly kind: 'email' | 'name' | 'password' | 'new-password';
  readonly label: string;
  readonly hint?: string;
  /** As a password manager knows it; from the kind where absent. */
  readonly autoComplete?: string;
}

interface Props {
  spec: FieldSpec;
  fault: string | null;
  words: FormWords;
}

const AUTO_COMPLETE = { email: 'email', name: 'name', password: 'current-password', 'new-password': 'new-password' };

/** A label, what to know beforehand, the input, and what is wrong with it. */
export function Field({ spec, fault, words }: Props) {
  const id = useId();
  const [shown, setShown] = useState(false);
  const { name, kind, label, hint, autoComplete = AUTO_COMPLETE[kind] } = spec;
  const isPassword = kind === 'password' || kind === 'new-password';
  const about = [hint ? `${id}-hint` : '', fault ? `${id}-fault` : ''].filter(Boolean).join(' ');
  return (
    <div className="account-field">
      <label htmlFor={id}>{label}</label>
      {hint ? <small id={`${id}-hint`}>{hint}</small> : null}
      <span className={fault ? 'account-input wrong' : 'account-input'}>
        <input
          id={id}
          name={name}
          type={isPassword ? (shown ? 'text' : 'password') : kind === 'email' ? 'email' : 'text'}
          autoComplete={autoComplete}
          autoCapitalize={kind === 'name' ? 'words' : 'none'}
          spellCheck={false}
          required
          aria-invalid={fault !== null}
          aria-describedby={about || undefined}
        />
        {isPassword ? (
          <button type="button" aria-pressed={shown} onClick={() => setShown(!shown)}>
            {shown ? words.hide : words.show}
          </button>
        ) : null}
      </span>
      {fault ? (
        <small className="field-fault" id={`${id}-fault`}>
          {fault}
        </small>
      ) : null}
    </div>
  );
}
