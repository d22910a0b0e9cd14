import { Icon, type IconName } from '@/components/ui/icon';
import type { SegmentRecord, Timeline } from '@/engine/simulation/timeline';
import { isCopied, isLostByFault } from '../model/lose-segment';
import { labelOf } from '../scene/wordings';
import { formatDuration } from '../words/durations';
import type { Speech } from '../words/speech';

interface SegmentToolsProps {
  readonly segment: SegmentRecord | null;
  readonly timeline: Timeline;
  readonly speech: Speech;
}

/** What can be done to the picked segment, at hand wherever the page is scrolled to. */
export function SegmentTools({ segment, timeline, speech }: SegmentToolsProps) {
  const isLost = segment !== null && isLostByFault(segment, timeline);
  const hasCopy = segment !== null && isCopied(segment, timeline);
  const delayedByMs = segment?.delayedByMs ?? 0;
  return (
    <fieldset className="seg-tools only-with-script" aria-label={speech.plain('tools.label')}>
      <span className={segment ? `seg-what k-${segment.kind}` : 'seg-what'}>
        {segment ? labelOf(segment) : speech.plain('tools.none')}
        {delayedByMs > 0 && <span className="seg-late">+{formatDuration(delayedByMs, speech)}</span>}
      </span>
      <Tool
        act="drop"
        icon={isLost ? 'restore' : 'lose'}
        word={isLost ? 'restore' : 'drop'}
        isOff={!segment}
        speech={speech}
      />
      <Tool act="duplicate" icon="copy" word={hasCopy ? 'uncopy' : 'duplicate'} isOff={!segment} speech={speech} />
      <Tool act="earlier" icon="earlier" word="earlier" isOff={delayedByMs === 0} speech={speech} />
      <Tool act="later" icon="later" word="later" isOff={!segment || isLost} speech={speech} />
    </fieldset>
  );
}

interface ToolProps {
  readonly act: 'drop' | 'duplicate' | 'earlier' | 'later';
  readonly icon: IconName;
  readonly word: string;
  readonly isOff: boolean;
  readonly speech: Speech;
}

/** Stays focusable when there is nothing to do, as the actions of the header do. */
function Tool({ act, icon, word, isOff, speech }: ToolProps) {
  const name = speech.plain(`actions.${word}`);
  return (
    <button type="button" className="btn small seg-tool" data-act={act} aria-disabled={isOff || undefined} title={name}>
      <Icon name={icon} />
      <span className="seg-tool-word">{name}</span>
    </button>
  );
}
