import { type FormProps, idsOf } from './form-props';

/** A number with its unit. A text field, so that a comma, a full-width digit or a minus sign is not swallowed. */
export function NumberField({ question, draft, onDraft, locked }: FormProps<'number'>) {
  const ids = idsOf(question.id);
  const state = onDraft
    ? {
        value: draft.text,
        onChange: (event: { target: { value: string } }) => onDraft({ kind: 'number', text: event.target.value }),
      }
    : { defaultValue: draft.text };
  return (
    <span className="numfield">
      <input
        type="text"
        inputMode="decimal"
        autoComplete="off"
        maxLength={20}
        name={question.id}
        id={ids.input('number')}
        aria-labelledby={`${ids.prompt} ${ids.unit}`}
        readOnly={locked}
        {...state}
      />
      <span id={ids.unit}>{question.unit}</span>
    </span>
  );
}
