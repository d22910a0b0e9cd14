import { memo } from 'react';
import type { SegmentKind } from '@/engine/simulation/timeline';
import type { HeaderField, HeaderOption, WireHeader } from '../model/wire-header';
import type { Speech } from '../words/speech';

interface WireViewProps {
  readonly header: WireHeader;
  readonly kind: SegmentKind;
  readonly speech: Speech;
}

/** The TCP header as RFC 9293 draws it: 32 bits a row, every field where its bits are; then its flags, options and octets. */
export const WireView = memo(function WireView({ header, kind, speech }: WireViewProps) {
  const isAck = header.flags.some(({ name, isSet }) => name === 'ACK' && isSet);
  return (
    <div className={`wire k-${kind}`}>
      <div className="wire-ruler" aria-hidden="true">
        {[0, 4, 8, 16].map((bit) => (
          <span key={bit} style={{ gridColumn: `${bit + 1} / span 4` }}>
            {bit}
          </span>
        ))}
        <span className="last">31</span>
      </div>
      <ul className="wire-fields">
        {header.fields.map((field) => (
          <Field key={field.name} field={field} isUnused={field.name === 'ack' && !isAck} speech={speech} />
        ))}
      </ul>
      <Flags flags={header.flags} speech={speech} />
      {header.options.length > 0 && <Options options={header.options} speech={speech} />}
      <p className="wire-octets" lang="en" translate="no">
        <span className="vh">{speech.plain('wire.octets')} </span>
        {hexOf(header.octets)}
      </p>
    </div>
  );
});

interface FieldProps {
  readonly field: HeaderField;
  readonly isUnused: boolean;
  readonly speech: Speech;
}

function Field({ field: { name, bits, value }, isUnused, speech }: FieldProps) {
  const isNarrow = bits < 8;
  const shown = name === 'flags' ? value.toString(2).padStart(8, '0') : name === 'checksum' ? hex(value, 4) : value;
  return (
    <li style={{ gridColumn: `span ${bits}` }} className={isUnused ? 'unused' : undefined}>
      {isNarrow ? (
        <>
          <span className="wire-name" aria-hidden="true">
            {speech.plain(`wire.short.${name}`)}
          </span>
          <span className="vh">{speech.plain(`wire.${name}`)} </span>
        </>
      ) : (
        <span className="wire-name">{speech.plain(`wire.${name}`)} </span>
      )}
      <span className="wire-value">{isUnused ? speech.plain('wire.unused') : shown}</span>
    </li>
  );
}

function Flags({ flags, speech }: { readonly flags: WireHeader['flags']; readonly speech: Speech }) {
  return (
    <ul className="wire-flags" aria-label={speech.plain('wire.flags')}>
      {flags.map(({ name, isSet }) => (
        <li key={name} className={isSet ? 'set' : undefined}>
          <span lang="en" translate="no">
            {name}
          </span>{' '}
          <span className="wire-bit">{isSet ? 1 : 0}</span>
        </li>
      ))}
    </ul>
  );
}

function Options({ options, speech }: { readonly options: readonly HeaderOption[]; readonly speech: Speech }) {
  const padding = options.filter(({ name }) => name === 'nop').length;
  return (
    <ul className="wire-options" aria-label={speech.plain('wire.options')}>
      {options
        .filter(({ name }) => name !== 'nop')
        .map(({ name, values, octets }) => (
          <li key={name}>
            {speech.plain(`wire.option.${name}`, { value: values[0] ?? 0, echo: values[1] ?? 0, octets })}
          </li>
        ))}
      {padding > 0 && <li>{speech.plain('wire.option.nop', { octets: padding })}</li>}
    </ul>
  );
}

/** Eight octets a line, in pairs. */
function hexOf(octets: Uint8Array): string {
  const pairs: string[] = [];
  for (let at = 0; at < octets.length; at += 2) pairs.push(hex(((octets[at] ?? 0) << 8) | (octets[at + 1] ?? 0), 4));
  return pairs
    .map((pair, index) => (index % 4 === 3 ? `${pair}\n` : `${pair} `))
    .join('')
    .trimEnd();
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}
