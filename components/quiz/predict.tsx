import { Choices } from './choices';
import type { FormProps } from './form-props';

/** Predict: the figure above is held at a moment, and the options say what may come next. */
export function Predict({ question, draft, onDraft, locked }: FormProps<'predict'>) {
  return (
    <Choices
      questionId={question.id}
      type="radio"
      options={question.options}
      chosen={draft.option === null ? [] : [draft.option]}
      onChoose={onDraft && ((option) => onDraft({ kind: 'predict', option }))}
      locked={locked}
    />
  );
}
