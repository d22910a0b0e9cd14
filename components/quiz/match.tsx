import { fill } from '@/components/client/fill';
import type { FormProps } from './form-props';
import { choose, type Picked } from './match-pairs';

/** Match: choose one on either side, then its partner on the other. A pair shares the number of its left item. */
export function Match({ question, draft, onDraft, say, locked, words }: FormProps<'match'>) {
  const shared = question.right.length < question.left.length;
  const inert = locked || !onDraft;
  const numberOf = (left: string | undefined) => (left ? question.left.findIndex(({ id }) => id === left) + 1 : null);
  const textOf = (list: readonly { id: string; text: string }[], id: string) =>
    list.find((i) => i.id === id)?.text ?? '';
  const partnerOf = (partner: string) => fill(words.label.paired, { partner });
  const pick = (item: Picked) => {
    const next = choose(draft, item, shared);
    onDraft?.({ kind: 'match', ...next });
    const made =
      next.picked === null ? next.pairs.find((pair) => pair[item.side === 'left' ? 0 : 1] === item.id) : null;
    if (made) say?.(`${textOf(question.left, made[0])}: ${partnerOf(textOf(question.right, made[1]))}`);
  };
  const side = (name: 'left' | 'right') => (
    <div className="side-of-match">
      <p className="ends-name" aria-hidden="true">
        {words.label[name]}
      </p>
      <ul className="ends" aria-label={words.label[name]}>
        {question[name].map(({ id, text }) => {
          const mine = draft.pairs.filter((pair) => pair[name === 'left' ? 0 : 1] === id);
          const partners = mine.map(([l, r]) =>
            name === 'left' ? textOf(question.right, r) : textOf(question.left, l),
          );
          const state = partners.length > 0 ? partnerOf(partners.join(', ')) : words.label.unpaired;
          const picked = draft.picked?.side === name && draft.picked.id === id;
          return (
            <li key={id}>
              <button
                type="button"
                className={partners.length > 0 ? 'end paired' : 'end'}
                aria-pressed={picked}
                aria-disabled={inert}
                onClick={inert ? undefined : () => pick({ side: name, id })}
              >
                <span className="k" aria-hidden="true">
                  {name === 'left' ? numberOf(id) : mine.map(([l]) => numberOf(l)).join(' ')}
                </span>
                <span className="t">{text}</span>
                <span className="vh">{state}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
  return (
    <div className="matching">
      {side('left')}
      {side('right')}
    </div>
  );
}
