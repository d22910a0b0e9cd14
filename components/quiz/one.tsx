import { Choices } from './choices';
import type { FormProps } from './form-props';

/** One choice: exactly one option is the answer. */
export function One({ question, draft, onDraft, locked }: FormProps<'one'>) {
  return (
    <Choices
      questionId={question.id}
      type="radio"
      options={question.options}
      chosen={draft.option === null ? [] : [draft.option]}
      onChoose={onDraft && ((option) => onDraft({ kind: 'one', option }))}
      locked={locked}
    />
  );
}
