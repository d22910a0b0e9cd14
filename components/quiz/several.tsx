import { Choices } from './choices';
import type { FormProps } from './form-props';

/** Several choices: every option that holds is to be chosen. */
export function Several({ question, draft, onDraft, locked }: FormProps<'several'>) {
  const toggle = (id: string, chosen: boolean) => {
    const wanted = (option: string) => (option === id ? chosen : draft.options.includes(option));
    return { kind: 'several', options: question.options.map((option) => option.id).filter(wanted) } as const;
  };
  return (
    <Choices
      questionId={question.id}
      type="checkbox"
      options={question.options}
      chosen={draft.options}
      onChoose={onDraft && ((id, chosen) => onDraft(toggle(id, chosen)))}
      locked={locked}
    />
  );
}
