import { fill } from '@/components/client/fill';
import type { Mastery } from '@/review/mastery';
import type { OwnSkill } from './own-skill';
import type { MeWords } from './words';

interface Props {
  skills: readonly OwnSkill[];
  /** One for each skill, in the same order. */
  masteries: readonly Mastery[];
  words: MeWords['mastery'];
}

/** The picture: a bar for each skill, a stroke where it stood a week ago. The table says the same in numbers. */
export function MasteryBars({ skills, masteries, words }: Props) {
  const topics = [...new Set(skills.map(({ topic }) => topic))];
  const rows = skills.flatMap((skill, i) => {
    const mastery = masteries[i];
    return mastery ? [{ ...skill, mastery }] : [];
  });
  return (
    <>
      <div className="mastery" role="img" aria-label={fill(words.picture, { count: rows.length })}>
        {topics.map((topic) => (
          <div key={topic} className="mastery-topic">
            <span className="mastery-name">{topic}</span>
            {rows
              .filter((row) => row.topic === topic)
              .map(({ id, name, mastery }) => (
                <Bar key={id} name={name} mastery={mastery} />
              ))}
          </div>
        ))}
        <p className="mastery-legend">
          <i className="was" />
          {words.legend}
        </p>
      </div>
      <details className="mastery-table">
        <summary>{words.table}</summary>
        <table className="tbl">
          <thead>
            <tr>
              <th scope="col">{words.skill}</th>
              <th scope="col" className="n">
                {words.now}
              </th>
              <th scope="col" className="n">
                {words.weekAgo}
              </th>
              <th scope="col" className="n">
                {words.answered}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, name, mastery }) => (
              <tr key={id} data-skill={id}>
                <th scope="row">{name}</th>
                <td className="n" data-now={mastery.now.toFixed(4)}>
                  {percent(mastery.now)}
                </td>
                <td className="n">{percent(mastery.weekAgo)}</td>
                <td className="n">{fill(words.of, { done: mastery.answered, total: mastery.total })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}

function Bar({ name, mastery: { now, weekAgo, answered } }: { name: string; mastery: Mastery }) {
  return (
    <div className={answered === 0 ? 'mastery-row new' : 'mastery-row'}>
      <span>{name}</span>
      <span className="mastery-bar">
        <i style={{ width: percent(now) }} />
        {weekAgo > 0 ? <b style={{ left: percent(weekAgo) }} /> : null}
      </span>
      <span className="n">{answered === 0 ? '–' : percent(now)}</span>
    </div>
  );
}

function percent(share: number): string {
  return `${Math.round(100 * share)}%`;
}
