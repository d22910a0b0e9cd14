import { useState } from 'react';
import { fill } from '@/components/client/fill';
import type { Locale } from '@/model/attempt';
import { dropTaken, type Taken } from './review-database';
import { sayMoment } from './say-day';
import { takeAlong } from './take-along';
import type { ReviewWords } from './words';

interface Props {
  locale: Locale;
  taken: Taken | null;
  words: ReviewWords;
  onTaken: (taken: Taken | null) => void;
}

type Doing = 'nothing' | 'busy' | 'unreachable' | 'storage' | 'page' | 'noPage' | 'dropped';

/** What is fetched when the learner asks for it, so that reviews go on without a network. */
export function TakePart({ locale, taken, words, onTaken }: Props) {
  const [doing, setDoing] = useState<Doing>('nothing');

  async function take(): Promise<void> {
    if (doing === 'busy') return;
    setDoing('busy');
    const result = await takeAlong(locale);
    if (!result.ok) return setDoing(result.why);
    onTaken(result.taken);
    setDoing(result.page ? 'page' : 'noPage');
  }

  async function drop(): Promise<void> {
    await dropTaken(locale);
    onTaken(null);
    setDoing('dropped');
  }

  return (
    <section className="own-part" aria-labelledby="take-along" data-taken={taken !== null}>
      <h2 id="take-along">{words.take.title}</h2>
      <p>{words.take.text}</p>
      {taken ? (
        <p>
          {fill(words.take.taken, {
            taken: sayMoment(taken.takenAt, locale),
            open: taken.keys.length,
            graded: taken.questions.filter(({ kind }) => kind !== 'open').length,
            told: taken.told.length,
          })}
        </p>
      ) : null}
      <p role="status" data-take={doing}>
        {doing === 'nothing' ? null : words.take[doing]}
      </p>
      <div className="own-acts">
        <button type="button" className="btn" aria-disabled={doing === 'busy'} onClick={() => void take()}>
          {taken ? words.take.again : words.take.button}
        </button>
        {taken ? (
          <button type="button" className="btn quiet" onClick={() => void drop()}>
            {words.take.drop}
          </button>
        ) : null}
      </div>
    </section>
  );
}
