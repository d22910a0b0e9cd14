import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readCards } from '@/server/testing/read-cards';
import { ankiFile, asHtml } from './anki-file';

/** Any text, and among it what separates fields and cards, ends a field, begins a header or is markup. */
const text = fc
  .array(fc.oneof(fc.string(), fc.constantFrom('\t', '\n', '\r\n', '"', '#', '<b>', '&amp;', '挥手')), {
    maxLength: 8,
  })
  .map((parts) => parts.join(''));

it('brings every card back as it was, whatever stands in it', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ guid: fc.uuid(), front: text, back: text }), { maxLength: 5 }), (made) => {
      const cards = made.map((each) => ({ ...each, tags: ['a b', '2MSL::last-ack'] }));
      const { headers, notes } = readCards(ankiFile('2MSL: TIME_WAIT', cards));
      expect(headers).toEqual({
        separator: 'Tab',
        html: 'true',
        notetype: 'Basic',
        deck: '2MSL: TIME_WAIT',
        columns: 'guid\tfront\tback\ttags',
        'guid column': '1',
        'tags column': '4',
      });
      const oneLine = (field: string) => field.replaceAll(/[\t\r\n]+/g, ' ');
      expect(notes).toEqual(
        cards.map(({ guid, front, back }) => [guid, oneLine(front), oneLine(back), 'a_b 2MSL::last-ack']),
      );
    }),
    { numRuns: 200 },
  );
});

it('says text as HTML, lines and all', () => {
  expect(asHtml('<SEQ=SEG.ACK> & "ACK"\nthen')).toBe('&lt;SEQ=SEG.ACK&gt; &amp; &quot;ACK&quot;<br>then');
});

it('is refused by the reader when a quote or a tab is left as it was', () => {
  const file = ankiFile('d', [{ guid: 'g', front: 'f', back: 'b', tags: [] }]);
  expect(() => readCards(file.replace('"f"', '"f"g"'))).toThrow('quotes');
  expect(() => readCards(file.replace('"f"', '"f"\t"g"'))).toThrow('5 fields');
  expect(() => readCards(file.replace('#html:true', '#html'))).toThrow('no header');
});
