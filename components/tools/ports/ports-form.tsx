import { fill } from '@/components/client/fill';
import { FIELDS, NUMBER_FIELDS, type NumberField, REUSE_NAME, REUSE_ON } from '@/diagnosis/ports/load';
import type { FieldFault, ParsedLoad, Typed } from '@/diagnosis/ports/parse-load';
import type { Figures } from '../figures';
import type { PortsWords } from './words';

interface Props {
  parsed: ParsedLoad;
  onTyped: (typed: Typed) => void;
  /** Where the form sends itself where there is no script. */
  action: string;
  words: PortsWords;
  figures: Figures;
}

export function PortsForm({ parsed, onTyped, action, words, figures }: Props) {
  const { typed, faults } = parsed;
  return (
    <form
      className="tool-form"
      method="get"
      action={action}
      aria-label={words.form}
      onSubmit={(event) => event.preventDefault()}
    >
      {NUMBER_FIELDS.map((field) => (
        <Field
          key={field}
          field={field}
          value={typed[field]}
          fault={faults[field]}
          onChange={(value) => onTyped({ ...typed, [field]: value })}
          words={words}
          figures={figures}
        />
      ))}
      <div className="field check">
        <label>
          <input
            type="checkbox"
            name={REUSE_NAME}
            value={REUSE_ON}
            checked={typed.reuse}
            onChange={(event) => onTyped({ ...typed, reuse: event.target.checked })}
          />
          <span>{words.reuse.name}</span>
        </label>
        <small>{words.reuse.hint}</small>
      </div>
      <div className="field acts">
        <button type="submit" className="btn primary only-without-script">
          {words.work}
        </button>
        <a className="btn small" href={action}>
          {words.again}
        </a>
      </div>
    </form>
  );
}

interface FieldProps {
  field: NumberField;
  value: string;
  fault: FieldFault | undefined;
  onChange: (value: string) => void;
  words: PortsWords;
  figures: Figures;
}

function Field({ field, value, fault, onChange, words, figures }: FieldProps) {
  const { name, unit, hint } = words.fields[field];
  const ids = { input: `load-${field}`, note: `load-${field}-note` };
  return (
    <div className="field" data-field={field}>
      <label htmlFor={ids.input}>{name}</label>
      <span className={fault ? 'tool-number wrong' : 'tool-number'}>
        <input
          type="text"
          inputMode="decimal"
          autoComplete="off"
          maxLength={20}
          id={ids.input}
          name={FIELDS[field].name}
          value={value}
          aria-invalid={fault !== undefined}
          aria-describedby={ids.note}
          onChange={(event) => onChange(event.target.value)}
        />
        <span>{unit}</span>
      </span>
      <small id={ids.note} className={fault ? 'field-fault' : undefined}>
        {fault ? sayFault(field, fault, words, figures) : hint}
      </small>
    </div>
  );
}

function sayFault(field: NumberField, fault: FieldFault, { faults }: PortsWords, figures: Figures): string {
  const { least, most } = FIELDS[field];
  switch (fault) {
    case 'not-a-number':
      return faults.notANumber;
    case 'not-whole':
      return faults.notWhole;
    case 'too-small':
      return fill(faults.tooSmall, { least: figures.short(least) });
    case 'too-large':
      return fill(faults.tooLarge, { most: figures.whole(most) });
    case 'below-low':
      return faults.belowLow;
  }
}
