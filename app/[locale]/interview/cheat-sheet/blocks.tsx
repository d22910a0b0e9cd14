import type { ReactNode } from 'react';
import type { SheetWords } from './sheet-words';

/** How the items of a block are set. */
export type BlockForm = 'list' | 'steps' | 'pairs' | { readonly head: string; readonly columns: readonly string[] };

interface Props {
  id: string;
  form: BlockForm;
  words: SheetWords;
}

/** One block of the sheet: its title, its facts, and where they stand. */
export function Block({ id, form, words }: Props) {
  return (
    <section className="cheat-block" aria-labelledby={`cheat-${id}`}>
      <h3 id={`cheat-${id}`}>{words.plain(`${id}.title`)}</h3>
      <Items id={id} form={form} words={words} />
      <p className="cheat-source">{words.plain(`${id}.source`)}</p>
    </section>
  );
}

function Items({ id, form, words }: Props): ReactNode {
  const items = words.itemsOf(id);
  const cell = (item: string, column: string) => words.rich(`${id}.items.${item}.${column}`);
  if (form === 'list' || form === 'steps') {
    const lines = items.map((item) => <li key={item}>{words.rich(`${id}.items.${item}`)}</li>);
    return form === 'list' ? <ul>{lines}</ul> : <ol>{lines}</ol>;
  }
  if (form === 'pairs') {
    return (
      <dl>
        {items.map((item) => (
          <div key={item}>
            <dt>{cell(item, 'a')}</dt>
            <dd>{cell(item, 'b')}</dd>
          </div>
        ))}
      </dl>
    );
  }
  return (
    <table>
      <thead>
        <tr>
          {form.columns.map((column) => (
            <th key={column} scope="col">
              {words.plain(`${form.head}.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item}>
            <th scope="row">{cell(item, 'a')}</th>
            {['b', 'c'].slice(0, form.columns.length - 1).map((column) => (
              <td key={column}>{cell(item, column)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
