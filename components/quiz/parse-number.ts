/**
 * Reads a number as people write it: `1.5`, `1,5`, `−2`, `１．５` (full width), `1 000`, `1,000`, `2e3`. Null if it is
 * none. A single comma with three digits after it parts thousands; any other single comma is a decimal sign.
 */
export function parseNumber(text: string): number | null {
  const plain = text
    .normalize('NFKC')
    .replace(/[−–]/g, '-')
    .replace(/[\s'_]/g, '')
    .replace(/。/g, '.');
  const thousands = /^[+-]?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/.test(plain);
  const decimal = thousands ? plain.replace(/,/g, '') : plain.replace(/^([^,.]*),([^,.]*)$/, '$1.$2');
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,2})?$/i.test(decimal)) return null;
  const value = Number(decimal);
  return Number.isFinite(value) ? value : null;
}
