import { expect, it } from 'vitest';
import { fuzz } from './fuzz';

// `npm run fuzz:pastes` does 100,000.
it('reads whatever it is given: 2,000 spoilt pastes', () => {
  expect(fuzz(2000, 1)).toEqual([]);
});
