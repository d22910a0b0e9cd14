import { idsOf } from './form-props';

interface Props {
  questionId: string;
  type: 'radio' | 'checkbox';
  options: readonly { readonly id: string; readonly text: string }[];
  chosen: readonly string[];
  onChoose?: (id: string, chosen: boolean) => void;
  locked: boolean;
}

/** The options of a question as radio buttons or checkboxes, each with its letter. */
export function Choices({ questionId, type, options, chosen, onChoose, locked }: Props) {
  const ids = idsOf(questionId);
  return (
    <ul className="opts">
      {options.map(({ id, text }, i) => {
        const marked = chosen.includes(id);
        // Without a listener the browser itself keeps what is chosen.
        const state = onChoose
          ? { checked: marked, onChange: () => onChoose(id, !marked) }
          : { defaultChecked: marked };
        return (
          <li key={id} className="opt">
            <label>
              <input type={type} name={questionId} value={id} id={ids.input(id)} disabled={locked} {...state} />
              <span className="k" aria-hidden="true">
                {letter(i)}
              </span>
              <span className="t">{text}</span>
            </label>
          </li>
        );
      })}
    </ul>
  );
}

/** A, B, C … by place. */
export function letter(place: number): string {
  return String.fromCharCode(65 + place);
}
