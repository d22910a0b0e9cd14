import type { Evidence } from '@/model/evidence';
import type { Proof } from './proof';
import { Tally } from './tally';
import type { TruthWords } from './truth-words';

type Packetdrill = NonNullable<Evidence['packetdrill']>;
type Folder = Packetdrill['folders'][number];

/** The scripts that the authors of two other stacks test theirs with. */
export function packetdrillProof({ folders, ...run }: Packetdrill, words: TruthWords): Proof {
  const sum = (key: 'scripts' | 'passed' | 'failed' | 'skipped') =>
    folders.reduce((total, folder) => total + folder[key], 0);
  const values = { scripts: sum('scripts'), passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
  return {
    id: 'packetdrill',
    done: values.passed,
    of: values.scripts,
    values,
    run,
    listing: [
      ...new Set(folders.map(({ suite }) => `$ git clone https://github.com/${suite}`)),
      ...new Set(folders.map(({ profile }) => `$ npm run --silent packetdrill -- --profile ${profile} …`)),
    ],
    body: (
      <>
        <p>{words.rich('packetdrill.suites', values)}</p>
        <Tally
          words={words}
          parts={[
            { is: 'ok', count: values.passed, label: words.plain('packetdrill.passed') },
            { is: 'not', count: values.failed, label: words.plain('packetdrill.failed') },
            { is: 'left', count: values.skipped, label: words.plain('packetdrill.skipped') },
          ]}
        />
        <p>{words.rich('packetdrill.counted', values)}</p>
        <Folders folders={folders} words={words} />
      </>
    ),
  };
}

const COUNTS = ['scripts', 'passed', 'failed', 'skipped'] as const;

function Folders({ folders, words }: { folders: readonly Folder[]; words: TruthWords }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls sideways must be reachable by keyboard
    <div className="xscroll" tabIndex={0}>
      <table className="tbl" aria-label={words.plain('packetdrill.title')}>
        <thead>
          <tr>
            <th scope="col">{words.plain('packetdrill.columns.suite')}</th>
            <th scope="col">{words.plain('packetdrill.columns.folder')}</th>
            {COUNTS.map((column) => (
              <th key={column} scope="col" className="n">
                {words.plain(`packetdrill.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {folders.map((folder) => (
            <tr key={`${folder.suite} ${folder.folder}`}>
              <td lang="en">{folder.suite}</td>
              <td>
                <code lang="en">{folder.folder}</code>
              </td>
              {COUNTS.map((column) => (
                <td key={column} className="n">
                  {folder[column]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
