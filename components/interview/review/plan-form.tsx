import { fill } from '@/components/client/fill';
import { clientId } from '@/components/client/id';
import { keep } from '@/components/client/outbox';
import type { ReviewPlan } from '@/model/review-plan';
import { DAILY_LENGTHS } from '@/review/from-log';
import type { ReviewWords } from './words';

interface Props {
  plan: ReviewPlan;
  words: ReviewWords['plan'];
}

/** The day of the interview and the length of a day's list. Each change counts at once, and is sent when it can be. */
export function PlanForm({ plan, words }: Props) {
  function choose(change: Partial<Pick<ReviewPlan, 'interviewOn' | 'dailyLength'>>): void {
    const { interviewOn, dailyLength } = { ...plan, ...change };
    keep({
      kind: 'review-plan',
      body: { id: clientId(), interviewOn, dailyLength, chosenAt: new Date().toISOString() },
    });
  }

  return (
    <section className="own-part" aria-labelledby="review-plan">
      <h2 id="review-plan">{words.title}</h2>
      <p>{words.text}</p>
      <div className="plan-form">
        <label>
          <span>{words.day}</span>
          <input
            type="date"
            value={plan.interviewOn ?? ''}
            min={localDate(new Date())}
            onChange={(event) => choose({ interviewOn: event.target.value === '' ? null : event.target.value })}
          />
        </label>
        <label>
          <span>{words.length}</span>
          <select value={plan.dailyLength} onChange={(event) => choose({ dailyLength: Number(event.target.value) })}>
            {[...new Set([...DAILY_LENGTHS, plan.dailyLength])].map((count) => (
              <option key={count} value={count}>
                {fill(words.perDay, { count })}
              </option>
            ))}
          </select>
        </label>
        {plan.interviewOn === null ? null : (
          <button type="button" className="btn" onClick={() => choose({ interviewOn: null })}>
            {words.clear}
          </button>
        )}
      </div>
    </section>
  );
}

/** The day of the calendar here, as a date field writes it. */
function localDate(at: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
