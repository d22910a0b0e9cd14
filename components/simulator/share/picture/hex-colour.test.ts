import { expect, it } from 'vitest';
import { printHex } from './hex-colour';

it.each([
  ['color(srgb 1 0.5 0)', '#ff8000'],
  ['color(srgb 0.0471 1.02 -0.003)', '#0cff00'],
  ['color(srgb 1e-7 .2 1 / 0.5)', '#0033ff80'],
  ['color(srgb 0 0 0 / 0)', 'none'],
])('%s is %s', (computed, hex) => {
  expect(printHex(computed)).toBe(hex);
});
