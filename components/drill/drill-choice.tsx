import type { PublicQuestion, Topic } from '@/model/question';
import type { DrillWords } from './words';

type Depth = PublicQuestion['depth'];

/** A kind as the page lists it. */
export interface ListedKind {
  readonly id: string;
  readonly topic: Topic;
  readonly depth: Depth;
  readonly title: string;
}

/** What is wished for; an empty string leaves it to chance. */
export interface Wish {
  readonly topic: Topic | '';
  readonly depth: Depth | '';
  readonly kind: string;
}

export const ANYTHING: Wish = { topic: '', depth: '', kind: '' };

function fitting(kinds: readonly ListedKind[], { topic, depth }: Wish): ListedKind[] {
  return kinds.filter((kind) => (topic === '' || kind.topic === topic) && (depth === '' || kind.depth === depth));
}

interface Props {
  readonly kinds: readonly ListedKind[];
  readonly topics: readonly { readonly id: Topic; readonly name: string }[];
  readonly wish: Wish;
  readonly onWish: (wish: Wish) => void;
  readonly onStart: () => void;
  readonly isBusy: boolean;
  readonly words: DrillWords;
}

const DEPTHS: readonly Depth[] = ['junior', 'mid', 'senior'];

/** Topic and depth narrow down the kinds; a kind that no longer fits is let go. */
export function DrillChoice({ kinds, topics, wish, onWish, onStart, isBusy, words }: Props) {
  const offered = fitting(kinds, wish);
  const narrow = (next: Wish) => {
    const stays = fitting(kinds, next).some(({ id }) => id === next.kind);
    onWish(stays ? next : { ...next, kind: '' });
  };
  const used = topics.filter(({ id }) => kinds.some(({ topic }) => topic === id));
  return (
    <form
      className="drill-choice only-with-script"
      aria-label={words.choice.label}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy && offered.length > 0) onStart();
      }}
    >
      <Select
        label={words.choice.topic}
        value={wish.topic}
        any={words.choice.any}
        onValue={(id) => narrow({ ...wish, topic: used.find((one) => one.id === id)?.id ?? '' })}
      >
        {used.map(({ id, name }) => [id, name])}
      </Select>
      <Select
        label={words.choice.depth}
        value={wish.depth}
        any={words.choice.any}
        onValue={(id) => narrow({ ...wish, depth: DEPTHS.find((one) => one === id) ?? '' })}
      >
        {DEPTHS.map((id) => [id, words.depth[id]])}
      </Select>
      <Select
        label={words.choice.kind}
        value={wish.kind}
        any={words.choice.any}
        onValue={(kind) => onWish({ ...wish, kind })}
      >
        {offered.map(({ id, title }) => [id, title])}
      </Select>
      <p>
        <button type="submit" className="btn primary" aria-disabled={isBusy || offered.length === 0}>
          {words.choice.start}
        </button>
        {offered.length === 0 ? <span role="status">{words.choice.none}</span> : null}
      </p>
    </form>
  );
}

interface SelectProps {
  readonly label: string;
  readonly value: string;
  readonly any: string;
  readonly onValue: (value: string) => void;
  readonly children: readonly (readonly [value: string, name: string])[];
}

function Select({ label, value, any, onValue, children }: SelectProps) {
  return (
    <label>
      <span>{label}</span>
      <select value={value} onChange={(event) => onValue(event.target.value)}>
        <option value="">{any}</option>
        {children.map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
