import { expect, it } from 'vitest';
import { findTerms } from './find-terms';

it.each<[string, string, boolean]>([
  ['the peer’s FIN is retransmitted', 'retransmit', true],
  ['a TIME-WAIT entry', 'TIME_WAIT', true],
  ['time\n wait', 'TIME_WAIT', true],
  ['it comes back', 'ack', false],
  ['old ACKs', 'ack', true],
  ['it lasts 600 s', '60', false],
  ['it lasts 60s', '60', true],
  ['back to the ack', 'ack', true],
  ['对端会重传 FIN', '重传', true],
  ['等待２ＭＳＬ', '2MSL', true],
  ['', '2MSL', false],
])('in "%s" "%s" is found: %s', (text, term, found) => {
  expect(findTerms(text, [term, 'never said'])).toEqual(found ? [term] : []);
});
