import { Icon, type IconName } from '@/components/ui/icon';
import type { Tick } from '../model/tick';
import type { Speech } from '../words/speech';

export interface TransportProps {
  readonly speech: Speech;
  readonly at: number;
  readonly ticks: readonly Tick[];
  readonly folds: readonly number[];
  readonly time: string;
  readonly step: number;
  readonly steps: number;
  readonly isPlaying?: boolean;
  readonly isAtEnd?: boolean;
  readonly speed?: number;
  readonly onScrub?: (at: number) => void;
}

/** Buttons, scrubber and clock. The scrubber runs with the picture's height, not with time, so that both agree. */
export function Transport(props: TransportProps) {
  const { speech, time, step, steps, isPlaying = false, isAtEnd = false, speed = 1 } = props;
  const play = isPlaying ? 'pause' : isAtEnd ? 'again' : 'play';
  return (
    <fieldset className="transport only-with-script" aria-label={speech.plain('transport.label')}>
      <div className="keys">
        <Key act="toStart" speech={speech} className="roomy" />
        <Key act="back" speech={speech} />
        <button type="button" className="icon-btn play" data-act="play" aria-label={speech.plain(`transport.${play}`)}>
          <Icon name={isPlaying ? 'pause' : 'play'} />
        </button>
        <Key act="forward" speech={speech} />
        <Key act="toEnd" speech={speech} className="roomy" />
      </div>
      <Scrubber {...props} />
      <div className="now">{speech.rich('transport.now', { time, step, steps })}</div>
      <button type="button" className="speed" data-act="speed" aria-label={speech.plain('transport.speed', { speed })}>
        {speech.plain('transport.speedMark', { speed })}
      </button>
    </fieldset>
  );
}

interface KeyProps {
  readonly act: Extract<IconName, 'toStart' | 'back' | 'forward' | 'toEnd'>;
  readonly speech: Speech;
  readonly className?: string;
}

function Key({ act, speech, className = '' }: KeyProps) {
  return (
    <button
      type="button"
      className={`icon-btn ${className}`}
      data-act={act}
      aria-label={speech.plain(`transport.${act}`)}
    >
      <Icon name={act} />
    </button>
  );
}

/** How fine the scrubber is; a run has far fewer moments. */
const NOTCHES = 1000;

function Scrubber({ speech, at, ticks, folds, time, step, steps, onScrub }: TransportProps) {
  return (
    <div className="scrub">
      <div className="scrub-ticks" aria-hidden="true">
        <div className="tr">
          <i style={{ width: percent(at) }} />
        </div>
        {ticks.map((tick) => (
          <i key={tick.key} className={tickClass(tick)} style={{ left: percent(tick.at) }} />
        ))}
        {folds.map((fold) => (
          <i key={fold} className="fd" style={{ left: percent(fold) }} />
        ))}
      </div>
      <input
        type="range"
        data-act="scrub"
        min={0}
        max={NOTCHES}
        step={1}
        aria-label={speech.plain('transport.moment')}
        aria-valuetext={speech.plain('transport.nowText', { time, step, steps })}
        {...(onScrub
          ? {
              value: Math.round((at / 100) * NOTCHES),
              onChange: (event) => onScrub((Number(event.target.value) / NOTCHES) * 100),
            }
          : { defaultValue: Math.round((at / 100) * NOTCHES) })}
      />
    </div>
  );
}

function tickClass({ isPast, isLoss }: Tick): string {
  return `e${isPast ? '' : ' f'}${isLoss ? ' x' : ''}`;
}

function percent(n: number): string {
  return `${Math.round(n * 10) / 10}%`;
}
