import { describe, expect, it } from 'vitest';
import { readWords } from './read-words';

describe('reading the words of a component', () => {
  it('takes those that are asked for and leaves the others behind', () => {
    const given = { a: 'one', b: { c: 'two', unused: 'three' }, alsoUnused: 'four' };
    expect(readWords({ a: '', b: { c: '' } }, given, 'quiz')).toEqual({ a: 'one', b: { c: 'two' } });
  });

  it('names a word that is missing', () => {
    expect(() => readWords({ b: { c: '' } }, { b: {} }, 'quiz')).toThrow('quiz.b.c');
    expect(() => readWords({ b: { c: '' } }, { b: 'a word' }, 'quiz')).toThrow('quiz.b');
  });
});
