import { Icon } from '@/components/ui/icon';
import type { RunDiff } from '../model/compare-runs';
import type { Edit } from '../model/edits';
import type { FigureRun } from '../model/figure-run';
import { diffText } from '../words/deed-text';
import { formatDuration } from '../words/durations';
import { selectorName } from '../words/segment-name';
import type { Speech } from '../words/speech';

interface EditsProps {
  readonly edits: readonly Edit[];
  readonly diff: RunDiff | null;
  readonly run: FigureRun;
  /** The run that this one is compared with. */
  readonly base: FigureRun;
  readonly speech: Speech;
  readonly id: string;
  /** Of its heading, below that of the figure. */
  readonly level: 3 | 4;
}

/** What the reader has done to segments, each with a way to take it back; and how the run differs for it. */
export function Edits({ edits, diff, run, base, speech, id, level }: EditsProps) {
  const Heading = level === 3 ? 'h3' : 'h4';
  if (edits.length === 0 && !diff) return null;
  return (
    <section className="edits" aria-labelledby={`${id}-edits ${id}-title`}>
      <Heading className="caps" id={`${id}-edits`}>
        {speech.plain('edits.title')}
      </Heading>
      {edits.length > 0 && (
        <ul>
          {edits.map((edit, place) => (
            <EditItem
              key={JSON.stringify(edit.fault.match) + edit.fault.action}
              edit={edit}
              place={place}
              name={selectorName(edit.fault.match, [run, base], speech)}
              speech={speech}
            />
          ))}
        </ul>
      )}
      {diff && (
        <p className="diff-sum">
          <span className="diff-key" aria-hidden="true">
            <i className="plus">+</i>
            <i className="minus">−</i>
          </span>
          {diffText(diff, speech)}
        </p>
      )}
    </section>
  );
}

interface EditItemProps {
  readonly edit: Edit;
  readonly place: number;
  readonly name: string;
  readonly speech: Speech;
}

function EditItem({ edit: { fault, status, isOfFigure }, place, name, speech }: EditItemProps) {
  const time = fault.action === 'drop' ? '' : formatDuration(fault.byMs, speech);
  const what = status === 'lifted' ? 'lifted' : fault.action;
  return (
    <li className={`edit-${status}`}>
      <span>
        <b className="mono">{name}</b> {speech.plain(`edits.${what}`, { time })}
        {status === 'unmatched' && (
          <span className="unmatched">{speech.plain(isOfFigure ? 'edits.unmatchedFigure' : 'edits.unmatched')}</span>
        )}
      </span>
      {status === 'acts' && fault.action !== 'drop' && (
        <>
          <EditButton act={`edit:earlier:${place}`} icon="earlier" word="sooner" name={name} speech={speech} />
          <EditButton act={`edit:later:${place}`} icon="later" word="latest" name={name} speech={speech} />
        </>
      )}
      <EditButton
        act={`edit:remove:${place}`}
        icon={status === 'lifted' ? 'undo' : 'remove'}
        word={status === 'lifted' ? 'putBack' : 'remove'}
        name={name}
        speech={speech}
      />
    </li>
  );
}

interface EditButtonProps {
  readonly act: string;
  readonly icon: 'earlier' | 'later' | 'remove' | 'undo';
  readonly word: string;
  readonly name: string;
  readonly speech: Speech;
}

function EditButton({ act, icon, word, name, speech }: EditButtonProps) {
  return (
    <button
      type="button"
      className="icon-btn small"
      data-act={act}
      aria-label={speech.plain(`edits.${word}`, { segment: name })}
    >
      <Icon name={icon} />
    </button>
  );
}
