import { fill } from '@/components/client/fill';
import type { Progress } from '@/model/attempt';
import type { OwnChapter } from './own-book';
import { TickMark } from './tick-mark';
import type { MeWords } from './words';

interface Count {
  readonly done: number;
  readonly total: number;
}

interface Props {
  chapters: readonly OwnChapter[];
  /** Null while it is being loaded: grey lines stand where the numbers will. */
  progress: Progress | null;
  words: MeWords['chapters'];
}

/** Chapter by chapter: sections read, simulators tried, questions right at the last answer. */
export function ChapterTable({ chapters, progress, words }: Props) {
  const rows = chapters.map((chapter) => ({ chapter, counts: countsOf(chapter, progress) }));
  return (
    <table className="tbl own-chapters" aria-busy={progress === null}>
      <thead>
        <tr>
          <th scope="col">{words.chapter}</th>
          <th scope="col" className="n">
            {words.sections}
          </th>
          <th scope="col" className="n">
            {words.simulators}
          </th>
          <th scope="col" className="n">
            {words.questions}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ chapter, counts }) => (
          <tr key={chapter.slug} data-chapter={chapter.slug}>
            <th scope="row">
              <a href={chapter.href}>
                <TickMark share={shareOf(counts.sections)} label={null} />
                <span>
                  {chapter.number}. {chapter.title}
                </span>
              </a>
            </th>
            <Cell name="sections" count={counts.sections} known={progress !== null} words={words} />
            <Cell name="simulators" count={counts.simulators} known={progress !== null} words={words} />
            <Cell name="questions" count={counts.questions} known={progress !== null} words={words} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface CellProps {
  name: 'sections' | 'simulators' | 'questions';
  count: Count;
  known: boolean;
  words: MeWords['chapters'];
}

function Cell({ name, count, known, words }: CellProps) {
  return (
    <td className="n" data-count={name}>
      <span className="cell-name">{words[name]}</span>
      {known ? fill(words.of, { done: count.done, total: count.total }) : <span className="grey-line" />}
    </td>
  );
}

/** What of the chapter as it now stands has been done; what the book no longer has is not counted. */
function countsOf({ slug, sections, simulators, questions }: OwnChapter, progress: Progress | null) {
  const mine = progress?.chapters.find(({ chapter }) => chapter === slug);
  const right = mine?.questions.filter(({ last }) => last).map(({ id }) => id as string);
  return {
    sections: countOf(
      sections.map(({ id }) => id),
      mine?.sections,
    ),
    simulators: countOf(simulators, mine?.simulators),
    questions: countOf(
      questions.map(({ id }) => id),
      right,
    ),
  };
}

function countOf(all: readonly string[], done: readonly string[] = []): Count {
  return { done: all.filter((id) => done.includes(id)).length, total: all.length };
}

function shareOf({ done, total }: Count): number {
  return total === 0 ? 0 : done / total;
}
