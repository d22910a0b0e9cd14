import type { PublicQuestion } from '@/model/question';
import type { Draft } from './draft';
import { idsOf } from './form-props';
import { Match } from './match';
import { NumberField } from './number';
import { One } from './one';
import { Order } from './order';
import { Predict } from './predict';
import { Several } from './several';
import type { QuizWords } from './words';

interface Props {
  question: PublicQuestion;
  draft: Draft;
  onDraft?: (next: Draft) => void;
  say?: (text: string) => void;
  locked: boolean;
  words: QuizWords;
}

/** The form of a question, whatever its kind. The server renders it without a listener, the island with one. */
export function QuestionForm({ question, words, ...rest }: Props) {
  const ids = idsOf(question.id);
  const hint = question.kind === 'order' || question.kind === 'match' ? words.hint[question.kind] : null;
  return (
    <fieldset className="fields" aria-labelledby={ids.prompt}>
      {hint ? (
        <p className="hint" id={ids.hint}>
          {hint}
        </p>
      ) : null}
      <FormOfKind question={question} words={words} {...rest} />
    </fieldset>
  );
}

function FormOfKind({ question, draft, ...rest }: Props) {
  // The draft is always made from the question, so their kinds agree; the second test tells the compiler.
  if (question.kind === 'one' && draft.kind === 'one') return <One question={question} draft={draft} {...rest} />;
  if (question.kind === 'several' && draft.kind === 'several')
    return <Several question={question} draft={draft} {...rest} />;
  if (question.kind === 'order' && draft.kind === 'order') return <Order question={question} draft={draft} {...rest} />;
  if (question.kind === 'match' && draft.kind === 'match') return <Match question={question} draft={draft} {...rest} />;
  if (question.kind === 'number' && draft.kind === 'number')
    return <NumberField question={question} draft={draft} {...rest} />;
  if (question.kind === 'predict' && draft.kind === 'predict')
    return <Predict question={question} draft={draft} {...rest} />;
  return null;
}
