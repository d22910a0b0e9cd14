import { fill } from '@/components/client/fill';
import type { Diagnosis } from '@/diagnosis/diagnose';
import type { Unread } from '@/diagnosis/paste/paste';
import type { Figures } from '../figures';
import type { SsWords } from './words';

interface Props {
  diagnosis: Diagnosis;
  words: SsWords['unread'];
  figures: Figures;
}

/** Nothing is passed over in silence: each line that was not understood, with its number. */
export function UnreadLines({ diagnosis: { unread, unreadCount }, words, figures }: Props) {
  const reasons: Readonly<Record<Unread, string>> = {
    'not-known': words.notKnown,
    'cut-off': words.cutOff,
    'no-state': words.noState,
  };
  return (
    <section className="tool-part" aria-labelledby="unread">
      <h2 id="unread">{words.title}</h2>
      {unreadCount === 0 ? (
        <p>{words.all}</p>
      ) : (
        <>
          <p>
            {fill(words.count, { count: figures.whole(unreadCount) })}{' '}
            {unread.length < unreadCount ? fill(words.some, { count: figures.whole(unread.length) }) : ''}
          </p>
          <div className="xscroll">
            <table className="tbl unread-table">
              <thead>
                <tr>
                  <th scope="col" className="n">
                    {words.line}
                  </th>
                  <th scope="col">{words.text}</th>
                  <th scope="col">{words.why}</th>
                </tr>
              </thead>
              <tbody>
                {unread.map(({ line, text, why }) => (
                  <tr key={line}>
                    <td className="n">{figures.whole(line)}</td>
                    <td>
                      <code>{text}</code>
                    </td>
                    <td>{reasons[why]}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </section>
  );
}
