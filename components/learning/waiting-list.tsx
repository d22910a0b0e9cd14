import { flush } from '@/components/client/delivery';
import { fill } from '@/components/client/fill';
import { isDurable } from '@/components/client/local';
import { drop, type KeptItem } from '@/components/client/outbox';
import type { OwnChapter } from './own-book';
import type { MeWords } from './words';

interface Props {
  items: readonly KeptItem[];
  chapters: readonly OwnChapter[];
  words: MeWords['waiting'];
}

/** What this browser keeps and the server does not have: what waits, and what was not accepted and why. */
export function WaitingList({ items, chapters, words }: Props) {
  const waits = items.some(({ refused }) => !refused);
  const said = [
    ...(waits ? [words.text] : []),
    ...(waits && !isDurable() ? [words.fragile] : []),
    ...(items.some(({ refused }) => refused) ? [words.refusedText] : []),
  ];
  return (
    <section className="own-part" aria-labelledby="waiting">
      <h2 id="waiting">{words.title}</h2>
      <p className="sub">{said.join(words.sentenceGap)}</p>
      <ul className="waiting">
        {items.map((item) => (
          <li key={item.body.id} data-state={item.refused ? 'refused' : 'kept'}>
            <span>
              {fill(words[item.kind], { what: whatOf(item, chapters) })}
              {item.refused ? <b>{fill(words.refused, { why: item.refused.detail || item.refused.title })}</b> : null}
            </span>
            {item.refused ? (
              <button type="button" className="btn small" onClick={() => drop(item.body.id)}>
                {words.letGo}
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      {waits ? (
        <button type="button" className="btn" onClick={() => void flush()}>
          {words.sendNow}
        </button>
      ) : null}
    </section>
  );
}

/** What the item is about, in the words of the book; its id where the book no longer has it. */
function whatOf(item: KeptItem, chapters: readonly OwnChapter[]): string {
  switch (item.kind) {
    case 'attempt':
    case 'open-answer': {
      const { questionId } = item.body;
      const questions = chapters.flatMap((chapter) => chapter.questions);
      return questions.find(({ id }) => id === questionId)?.prompt ?? questionId;
    }
    case 'reading': {
      const { chapter, section } = item.body;
      const sections = chapters.find(({ slug }) => slug === chapter)?.sections ?? [];
      return sections.find(({ id }) => id === section)?.title ?? section;
    }
    case 'simulation':
      return item.body.scenario;
    case 'review-plan':
      return item.body.interviewOn ?? String(item.body.dailyLength);
    case 'open-assessment':
      return '';
  }
}
