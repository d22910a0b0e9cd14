import type { KnobView, RangeKnob } from '../model/knobs';

interface KnobsProps {
  readonly knobs: readonly KnobView[];
  readonly id: string;
  readonly label: string;
  /** Absent while nobody listens yet: then the controls stand as the server drew them. */
  readonly onRange?: (id: string, value: number) => void;
}

/** The settings of a figure, in one row where there is room. Buttons say what they ask for in `data-act`. */
export function Knobs({ knobs, id, label, onRange }: KnobsProps) {
  return (
    <fieldset className="knobs only-with-script" aria-label={label}>
      {knobs.map((knob) => (
        <div key={knob.id} className={`knob knob-${knob.type}`}>
          {knob.type === 'range' ? (
            <Range knob={knob} id={`${id}-${knob.id}`} onRange={onRange} />
          ) : (
            <>
              <span id={`${id}-${knob.id}-label`}>{knob.label}</span>
              <Buttons knob={knob} labelledBy={`${id}-${knob.id}-label`} />
            </>
          )}
        </div>
      ))}
    </fieldset>
  );
}

function Range({ knob, id, onRange }: { readonly knob: RangeKnob; readonly id: string } & Pick<KnobsProps, 'onRange'>) {
  const { min, max, step, value, text } = knob;
  const shown = Math.min(max, Math.max(min, value));
  const filled = { '--v': `${Math.round(((shown - min) / (max - min)) * 100)}%` } as React.CSSProperties;
  return (
    <>
      <label htmlFor={id}>
        {knob.label} <output htmlFor={id}>{text}</output>
      </label>
      <input
        type="range"
        id={id}
        data-act={`range:${knob.id}`}
        {...{ min, max, step }}
        style={filled}
        aria-valuetext={text}
        {...(onRange
          ? { value: shown, onChange: (event) => onRange(knob.id, Number(event.target.value)) }
          : { defaultValue: shown })}
      />
    </>
  );
}

interface ButtonsProps {
  readonly knob: Exclude<KnobView, RangeKnob>;
  readonly labelledBy: string;
}

function Buttons({ knob, labelledBy }: ButtonsProps) {
  if (knob.type === 'choice') {
    return (
      <fieldset className="seg-ctl" aria-labelledby={labelledBy}>
        {knob.options.map((option) => (
          <button key={option.act} type="button" data-act={option.act} aria-pressed={option.isChosen}>
            {option.label}
          </button>
        ))}
      </fieldset>
    );
  }
  return (
    <fieldset className="faults" aria-labelledby={labelledBy}>
      {knob.options.map((option) => (
        <button key={option.act} type="button" className="fault" data-act={option.act} aria-pressed={option.isOn}>
          <span className="fault-mark" aria-hidden="true">
            {option.isOn ? '✕' : ''}
          </span>
          {option.label}
        </button>
      ))}
    </fieldset>
  );
}
