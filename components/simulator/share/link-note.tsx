import type { Settings } from '@/engine/simulation/settings';
import type { Say } from './share-words';

/** What must be said of a link before its run: a message of `note`. */
export interface Warning {
  readonly key: string;
  readonly values?: Readonly<Record<string, string>>;
}

interface LinkNoteProps {
  /** Those of the run as it stands now. */
  readonly settings: Settings;
  readonly say: Say;
  readonly warning: Warning | null;
  readonly notes: 'note' | 'labNote';
  /** The link could be read. */
  readonly isOpened: boolean;
}

/** Above a figure that was opened by a link: that it was, and what is wrong with the link. What was changed, the figure itself shows. */
export function LinkNote({ settings, say, warning, notes, isOpened }: LinkNoteProps) {
  const isChanged = Object.keys(settings).length > 0;
  return (
    <div className="link-note">
      {warning && (
        <p className="link-warning" role="alert">
          {say(`${notes}.${warning.key}`, warning.values)}
        </p>
      )}
      {isOpened && <p>{say(`${notes}.${isChanged ? 'differs' : 'same'}`)}</p>}
    </div>
  );
}
