import { Icon } from '@/components/ui/icon';
import type { Speech } from '../words/speech';

interface HeaderProps {
  readonly speech: Speech;
  readonly number: string;
  readonly id: string;
  readonly level: 2 | 3;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly isChanged: boolean;
  readonly hasActions: boolean;
  readonly canBeShared: boolean;
}

/** Number and title of the figure, and what can be taken back. */
export function Header({
  speech,
  number,
  id,
  level,
  canUndo,
  canRedo,
  isChanged,
  hasActions,
  canBeShared,
}: HeaderProps) {
  const Title = level === 2 ? 'h2' : 'h3';
  return (
    <header>
      <span className="no">{speech.plain('number', { number })}</span>
      <Title className="title" id={`${id}-title`}>
        {speech.plain('figure.title')}
      </Title>
      {hasActions && (
        <div className="acts only-with-script">
          <Action act="undo" icon="undo" speech={speech} isDisabled={!canUndo} />
          <Action act="redo" icon="redo" speech={speech} isDisabled={!canRedo} />
          <Action act="reset" icon="reset" speech={speech} isDisabled={!isChanged} />
          {canBeShared && <Action act="share" icon="share" speech={speech} isDisabled={false} />}
          <Action act="keys" icon="keys" speech={speech} isDisabled={false} />
        </div>
      )}
    </header>
  );
}

interface ActionProps {
  readonly act: 'undo' | 'redo' | 'reset' | 'share' | 'keys';
  readonly icon: 'undo' | 'redo' | 'reset' | 'share' | 'keys';
  readonly speech: Speech;
  readonly isDisabled: boolean;
}

/** Stays focusable when there is nothing to do: a button that vanishes under the finger loses the reader's place. */
function Action({ act, icon, speech, isDisabled }: ActionProps) {
  return (
    <button type="button" className="btn quiet small" data-act={act} aria-disabled={isDisabled || undefined}>
      <Icon name={icon} />
      <span className="act-word">{speech.plain(`actions.${act}`)}</span>
    </button>
  );
}
