import { DEFAULT_LOAD, FIELDS, type Load, NUMBER_FIELDS, type NumberField, REUSE_NAME, REUSE_ON } from './load';

/** What stands in the form: text, as it was typed, under the names of the address. */
export type Typed = Readonly<Record<NumberField, string>> & { readonly reuse: boolean };

export type FieldFault = 'not-a-number' | 'not-whole' | 'too-small' | 'too-large' | 'below-low';

export interface ParsedLoad {
  readonly typed: Typed;
  /** Null while a field is at fault. */
  readonly load: Load | null;
  readonly faults: Readonly<Partial<Record<NumberField, FieldFault>>>;
}

/** What is asked of an address's query, as `URLSearchParams` answers it. */
interface Query {
  get(name: string): string | null;
  has(name: string): boolean;
}

/** Reads a load from an address. A name that is not there stands for its default; an address without any is the default load. */
export function parseQuery(query: Query): ParsedLoad {
  const typed = NUMBER_FIELDS.map((field) => [field, query.get(FIELDS[field].name) ?? String(DEFAULT_LOAD[field])]);
  return parseTyped({ ...(Object.fromEntries(typed) as Record<NumberField, string>), reuse: query.has(REUSE_NAME) });
}

export function parseTyped(typed: Typed): ParsedLoad {
  const faults: Partial<Record<NumberField, FieldFault>> = {};
  const load: Record<NumberField, number> & { reuse: boolean } = { ...DEFAULT_LOAD, reuse: typed.reuse };
  for (const field of NUMBER_FIELDS) {
    const read = readNumber(field, typed[field]);
    if (typeof read === 'number') load[field] = read;
    else faults[field] = read;
  }
  const hasRange = faults.lowPort === undefined && faults.highPort === undefined;
  if (hasRange && load.highPort < load.lowPort) faults.highPort = 'below-low';
  return { typed, faults, load: Object.keys(faults).length === 0 ? load : null };
}

/** Full-width digits and grouping commas are as good as plain ones; a comma alone is not taken for a decimal point. */
function readNumber(field: NumberField, text: string): number | FieldFault {
  const plain = text.normalize('NFKC').replace(/[\s,_]/g, '');
  if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain)) return 'not-a-number';
  const value = Number(plain);
  const { least, most, whole } = FIELDS[field];
  if (value < least) return 'too-small';
  if (value > most) return 'too-large';
  return whole && !Number.isInteger(value) ? 'not-whole' : value;
}

/** The address of a load, without its defaults, so that a link says only what is particular. */
export function queryOf(typed: Typed): string {
  const parts = NUMBER_FIELDS.filter((field) => typed[field] !== String(DEFAULT_LOAD[field])).map(
    (field) => `${FIELDS[field].name}=${encodeURIComponent(typed[field])}`,
  );
  if (typed.reuse) parts.push(`${REUSE_NAME}=${REUSE_ON}`);
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}
