import type { Confidence } from '@/model/question';
import { SURENESS } from './card-keys';
import type { ReviewWords } from './words';

interface Props {
  legend: string;
  words: ReviewWords['confidence'];
  onChoose: (confidence: Confidence) => void;
}

/** How sure the learner is, in one tap, which is also what goes on: nobody is asked twice. Keys 1 to 3. */
export function ConfidenceChoice({ legend, words, onChoose }: Props) {
  return (
    <fieldset className="sureness">
      <legend>{legend}</legend>
      {SURENESS.map((confidence, i) => (
        <button key={confidence} type="button" className="btn" onClick={() => onChoose(confidence)}>
          <kbd>{i + 1}</kbd>
          {words[confidence]}
        </button>
      ))}
    </fieldset>
  );
}
