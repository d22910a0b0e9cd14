import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { printReport, readReport } from './report';
import { mutantKey, sampleOf } from './sample.mjs';

const KEYS = Array.from({ length: 1000 }, (_, index) => `engine/tcp/step.ts:${index}:1-${index}:9 BooleanLiteral true`);

describe('the sample of the mutants', () => {
  it('is the same for the same seed, and another for another', () => {
    const sample = sampleOf(KEYS, 100, '168');
    expect(new Set(sample).size).toBe(100);
    expect(sampleOf([...KEYS].reverse(), 100, '168')).toEqual(sample);
    expect(sampleOf(KEYS, 100, '169')).not.toEqual(sample);
  });

  it('loses only those that are no more', () => {
    const sample = sampleOf(KEYS, 100, '168');
    const left = KEYS.filter((key) => key !== sample[0]);
    expect(sampleOf(left, 100, '168')).toEqual(expect.arrayContaining(sample.slice(1)));
  });

  it('names a mutant by its file in the project, wherever the copy of it stands', () => {
    const location = { start: { line: 3, column: 4 }, end: { line: 3, column: 8 } };
    const mutant = { location, mutatorName: 'BooleanLiteral', replacement: 'false' };
    const name = 'engine/tcp/step.ts:3:4-3:8 BooleanLiteral false';
    expect(mutantKey({ fileName: '/book/engine/tcp/step.ts', ...mutant }, '/book')).toBe(name);
    expect(mutantKey({ fileName: 'engine/tcp/step.ts', ...mutant }, '/book')).toBe(name);
  });
});

describe('the report', () => {
  const folder = mkdtempSync(path.join(tmpdir(), '2msl-mutation-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('counts each mutant once, by the last word on it', () => {
    const results = [
      { key: 'a', status: 'Survived' },
      { key: 'b', status: 'NoCoverage' },
      { key: 'b', status: 'NoCoverage' },
      { key: 'c', status: 'Timeout' },
      { key: 'd', status: 'Killed', killedBy: ['a test'] },
      { key: 'a', status: 'Killed' },
      { key: 'of another sample', status: 'Survived' },
    ];
    writeFileSync(
      path.join(folder, 'plan.json'),
      JSON.stringify({ mutants: 9, seed: '168', sample: ['a', 'b', 'c', 'd'] }),
    );
    writeFileSync(path.join(folder, 'results.jsonl'), results.map((result) => `${JSON.stringify(result)}\n`).join(''));
    const report = readReport(folder);
    expect(report).toEqual({ mutants: 9, sample: 4, seed: '168', tested: 4, killed: 3, survivors: ['b'] });
    expect(printReport(report)).toContain('4 tested, 3 killed: 75.0 %');
  });
});
