import { fill } from '../../client/fill';
import type { ReasonWords } from './words';

/**
 * What the runner says of a line, by its form: in a reader's own words the parts {a}, {b}, {c}. Names of calls, options and settings stay as they are.
 */
const FORMS: readonly (readonly [RegExp, keyof ReasonWords])[] = [
  [/^expected (.+), nothing sent by (.+)$/s, 'nothingSent'],
  [/^expected (.+), sent (.+)$/s, 'otherSent'],
  [/^(.+) at (\S+ s), expected at (.+) \(tolerance .+\)$/s, 'otherTime'],
  [/^(\w+\(\)) fails with (\S+), expected (.+)$/s, 'callFails'],
  [/^(\w+\(\)) = (\S+), expected (.+)$/s, 'otherResult'],
  [/^(.+) is (.+), expected (.+)$/s, 'otherValue'],
  [/^(\w+\(\)) succeeds, expected (.+)$/s, 'succeeds'],
  [/^(\w+\(\)) (?:blocks|does not end)$/, 'blocks'],
  [/^(`[\s\S]+`) ends with an error$/, 'commandFails'],
  [/^(.+) expected at '([\s\S]*)'$/, 'notUnderstood'],
  [/^a packet of another connection was sent$/, 'otherConnection'],
  [/^descriptor (\d+) is not open$/, 'notOpen'],
  [/^the file (.+)$/, 'file'],
  [/^the call (.+)$/, 'call'],
  [/^the (?:command|code) (`[\s\S]+`)$/, 'command'],
  [/^sysctl (.+)$/, 'setting'],
  [/^the (?:TCP|socket) option (.+)$/, 'option'],
  [/^urgent data$/, 'urgent'],
  [/^SACK blocks$/, 'sack'],
  [/^TCP Fast Open$/, 'fastOpen'],
  [/^TCP MD5 signatures$/, 'md5'],
  [/^fields of the IP header$/, 'ipFields'],
  [/^(\w+) packets$/, 'otherPackets'],
];

/** `reason` in the reader's language; one that has no form here is given as it is. */
export function sayReason(reason: string, words: ReasonWords): string {
  for (const [form, name] of FORMS) {
    const parts = form.exec(reason);
    if (parts === null) continue;
    const [, a = '', b = '', c = ''] = parts;
    return fill(words[name], { a, b, c });
  }
  return reason;
}
